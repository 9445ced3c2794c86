// What is wrong with the layout of what is shown, as a reader would say it.
([least, realWords]) => {
  const found = [];
  const name = (each) => each.outerHTML.slice(0, 80).replace(/\s+/g, " ");
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`);

  const block = (each) => (getComputedStyle(each).display === "inline" ? block(each.parentElement) : each);

  const room = (each) => {
    const { paddingLeft, paddingRight } = getComputedStyle(each);
    return each.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  };

  // not what is heard and not seen, nor what scrolls by itself, nor the picture, whose labels have a test of their own
  const left = ".skip, .stage, .lens, .wire, .strip label, iframe";
  const heard = (each) => each && (getComputedStyle(each).clip.startsWith("rect(0px") || heard(each.parentElement));
  const shown = [...document.querySelectorAll("body *")].filter(
    (each) => each.checkVisibility() && !each.closest(left) && !heard(each),
  );
  for (const each of shown) {
    const box = each.getBoundingClientRect();
    if (!box.width) continue;
    if (box.right > root.clientWidth + 1 || box.left < -1) found.push(`leaves the page: ${name(each)}`);
    const { overflowX, overflowY } = getComputedStyle(each);
    const cut = (overflow, inner, outer) => ["hidden", "clip"].includes(overflow) && inner > outer + 1;
    const field = each.matches("input"); // scrolls by itself, too
    if (
      (!field && cut(overflowX, each.scrollWidth, each.clientWidth)) ||
      cut(overflowY, each.scrollHeight, each.clientHeight)
    ) {
      found.push(`cut off: ${name(each)}`);
    }
    if (
      each.matches("button, legend, .beyond, .name, .answer") &&
      each.scrollWidth > each.clientWidth + 1 &&
      each.clientWidth
    ) {
      found.push(`words leave their box: ${name(each)}`);
    }
  }

  // a word is broken where it has no room, or with a hyphen
  const range = document.createRange();
  for (const each of realWords ? shown : []) {
    if (getComputedStyle(each).hyphens === "auto") continue;
    for (const text of each.childNodes) {
      if (text.nodeType !== Node.TEXT_NODE) continue;
      range.selectNodeContents(text);
      if (range.getClientRects().length < 2) continue;
      for (const { 0: word, index } of text.data.matchAll(/\p{L}{2,}/gu)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        // WebKit gives an empty one at the end of the line before
        const parts = [...range.getClientRects()].filter((part) => part.width > 0);
        const width = 1.05 * parts.reduce((sum, part) => sum + part.width, 0); // unbroken it may be a little wider
        if (new Set(parts.map((part) => part.top)).size > 1 && width < room(block(each))) {
          found.push(`a word is broken: ${word} in ${name(each)}`);
        }
      }
    }
  }

  // a link within a sentence is as high as its line; a box is as large as its label
  const pressed = shown.filter((each) => each.matches("button, input, select, summary, a, label:has(input)"));
  for (const each of pressed) {
    const inline = each.matches("a") && getComputedStyle(each).display === "inline";
    const labelled = each.matches("input") && each.closest("label");
    if (inline || labelled) continue;
    const { width, height } = each.getBoundingClientRect();
    if (width < least || height < least) found.push(`${Math.round(width)} by ${Math.round(height)} px: ${name(each)}`);
  }
  return [...new Set(found)].slice(0, 20);
};
