/** Answer a question with radio buttons as soon as one is pressed: by pointer, Space, or Enter. Arrow keys only move
 *  among them; what they have chosen can also be answered by the button below.
 *  @param {import("./question.js").Question} question */
export function answerAtOnce(question) {
  const { list } = question;
  let moving = false; // a browser clicks the radio button to which an arrow key moves, too
  list.addEventListener("keydown", (event) => {
    const { key, target } = event;
    moving = key.startsWith("Arrow");
    if (key !== "Enter" || !isRadio(target)) return;
    event.preventDefault(); // it would press the button that gets the focus, too
    target.click();
  });
  list.addEventListener("keyup", ({ key, target }) => {
    moving = false;
    if (key === " " && isRadio(target) && target.checked) target.click(); // browsers press only one that is not checked
  });
  list.addEventListener("click", ({ target }) => {
    if (!moving && isRadio(target)) question.complete();
  });
}

/** @param {EventTarget | null} target @returns {target is HTMLInputElement} */
function isRadio(target) {
  return target instanceof HTMLInputElement && target.type === "radio";
}
