// What is wrong with the place of the focus, as a sighted reader would say it.
() => {
  const at = document.activeElement;
  const name = at.outerHTML.slice(0, 90).replace(/\s+/g, " ");
  if (at === document.body) return { name, faults: ["the focus is lost"] };

  // a mark may stand on the label around a box
  const marked = [at, at.closest("label")].filter(Boolean).filter((each) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
    const seen = !["transparent", "rgba(0, 0, 0, 0)"].includes(outlineColor);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && seen;
  });
  const faults = [];
  if (!marked.length && !at.matches("main")) faults.push("no mark of the focus"); // main is focused to read on from
  if (at.tabIndex > 0) faults.push("an order of its own");

  const boxes = [...(marked[0] ?? at).getClientRects()]; // a link may go on in the next line
  if (!boxes.some((box) => box.width && box.height)) faults.push("has no size");
  if (!boxes.some((box) => box.bottom > 0 && box.top < innerHeight)) faults.push("outside the window");
  if (at.matches("main")) return { name, faults };

  // of nine points of each box, each one in the window has to be its own
  const parts = [0.05, 0.5, 0.95];
  const points = boxes.flatMap((box) =>
    parts.flatMap((x) => parts.map((y) => [box.left + box.width * x, box.top + box.height * y])),
  );
  const tops = points
    .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight)
    .map(([x, y]) => document.elementFromPoint(x, y));
  const label = at.closest("label");
  const over = tops.find((top) => top && !at.contains(top) && !top.contains(at) && !label?.contains(top));
  if (over) faults.push(`under ${over.outerHTML.slice(0, 60)}`);
  return { name, faults };
};
