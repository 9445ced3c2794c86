/** Copy a text to the clipboard. @param {string} text
 *  @returns {Promise<boolean>} whether it was copied; a page without https may not */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
