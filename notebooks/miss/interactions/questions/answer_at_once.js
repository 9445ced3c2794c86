/** Answer a question with one list of radio buttons as soon as one is pressed: by pointer, Space, or Enter. Arrow keys only move
 *  among them; what they have chosen can also be answered by the button below.
 *  @param {import("./question.js").Question} question */
export function answerAtOnce(question) {
  const [list] = question.lists;
  if (!list || !question.answersAtOnce) return;
  let moving = false; // a browser clicks the radio button to which an arrow key moves, too
  list.addEventListener("keydown", (event) => {
    const { key, target } = event;
    moving = key.startsWith("Arrow");
    if (key !== "Enter" || !isInput(target, "radio")) return;
    event.preventDefault(); // it would press the button that gets the focus, too
    target.click();
  });
  list.addEventListener("keyup", ({ key, target }) => {
    moving = false;
    if (key === " " && isInput(target, "radio") && target.checked) target.click(); // browsers press only one that is not checked
  });
  list.addEventListener("click", ({ target }) => {
    if (!moving && isInput(target, "radio")) question.complete();
  });
}

/** Whether an event comes from an input of a type.
 *  @param {EventTarget | null} target @param {"radio" | "checkbox"} type @returns {target is HTMLInputElement} */
export function isInput(target, type) {
  return target instanceof HTMLInputElement && target.type === type;
}
