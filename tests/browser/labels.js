// What is wrong with the labels of every state of every figure of a page.
(font) => {
  const LEAST = 12; // pixels
  const found = new Set();
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.add(`the page is ${page.scrollWidth} wide`);
  for (const figure of document.querySelectorAll("figure-view")) {
    for (const other of document.querySelectorAll(".stage-side figure-view")) other.hidden = other !== figure;
    figure.hidden = false;
    if (!figure.querySelector(".names input").checked) figure.querySelector(".names input").click();
    for (const state of figure.states) {
      figure.setAttribute("state", state);
      check(figure, figure.querySelector(".stage svg"), state);
    }
  }
  for (const svg of document.querySelectorAll("picture-comparison .stage svg")) {
    check(svg.closest("picture-comparison"), svg, svg.dataset.state);
  }

  function check(figure, svg, state) {
    const told = (fault) => found.add(`${state}: ${fault}`);
    if (figure.scrollWidth > figure.clientWidth + 1) told("the figure overflows");
    const texts = [...svg.querySelectorAll(".label text")].filter(isSeen);
    const labels = texts.map((text) => [text.textContent, boxOf(text)]);
    const stage = svg.closest(".stage").getBoundingClientRect();
    const above = [...figure.querySelectorAll(".parts, .figure-controls > *")].filter((each) => each.checkVisibility());
    labels.forEach(([name, box], index) => {
      if (!isWithin(box, stage)) told(`'${name}' leaves the picture`);
      const met = labels.slice(0, index).filter(([, other]) => meet(box, other));
      for (const [other] of met) told(`'${name}' meets '${other}'`);
      const hiding = above.filter((each) => meet(box, each.getBoundingClientRect()));
      for (const each of hiding) told(`'${name}' is under ${each.className}`);
    });
    for (const text of texts) {
      const shown = [...text.children].find((each) => each.getClientRects().length);
      const size = Number.parseFloat(getComputedStyle(shown).fontSize) * shown.getScreenCTM().a;
      if (size < LEAST) told(`'${shown.textContent}' has ${size} px`);
      if (!getComputedStyle(text).fontFamily.includes(font)) told("another font");
    }
  }

  function isSeen(text) {
    return text.checkVisibility({ visibilityProperty: true }) && text.getClientRects().length > 0;
  }

  /** The glyphs: a line box is taller. */
  function boxOf(text) {
    const { left, right, top, bottom, height } = text.getBoundingClientRect();
    return { left, right, top: top + 0.15 * height, bottom: bottom - 0.15 * height };
  }

  function isWithin(box, { left, right, top, bottom }) {
    return box.left >= left && box.right <= right && box.top >= top && box.bottom <= bottom;
  }

  function meet(one, other) {
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  }

  return [...found];
};
