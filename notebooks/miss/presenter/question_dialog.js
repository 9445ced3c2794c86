import { buildsOf } from "./builds.js";
import { createButton, createElement, interfaceText } from "./dom.js";
import { presentation } from "./presentation.js";
import { Stage } from "./stage.js";

/** Ask the room a question on a page, without a presentation: its slide in a dialog. @param {string} item */
export function openQuestion(item) {
  const dialog = /** @type {HTMLDialogElement} */ (createElement("dialog", "room-dialog"));
  const stage = new Stage();
  let build = 0;
  const show = () => stage.show(item, build);
  const showNext = () => {
    if (build === buildsOf(item)) return dialog.close();
    build += 1;
    show();
  };
  dialog.append(stage.element, createButton(interfaceText("show_next"), showNext, "on"));
  dialog.addEventListener("close", () => dialog.remove());
  presentation.subscribe(show);
  document.body.append(dialog);
  dialog.showModal();
  show();
}
