/** Have the browser save a text as a file. @param {string} name @param {string} text @param {string} type its media type */
export function saveFile(name, text, type) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  URL.revokeObjectURL(href);
}
