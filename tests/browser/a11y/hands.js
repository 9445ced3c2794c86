// What a reader's hand does, one function each: the walks go from state to state with them.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());

  window.hands = {
    /** Press what is seen, and nothing that is not. */
    press(selector, index = 0) {
      const found = all(selector)[index];
      if (!found) throw new Error(`nothing to press: ${selector} ${index}`);
      found.click();
    },

    /** Press everything of a kind, as far as it is seen. */
    pressAll(selector) {
      for (const each of all(selector)) each.click();
    },

    /** Go on in an element: by its own control, or as the page's bar does. */
    goOn(selector) {
      const [own] = all(`${selector} .controls :is(.next, .next-sign)`);
      if (own) own.click();
      else document.querySelector(selector).forward();
    },

    /** Put a range input to a value. */
    drag(selector, value) {
      const range = document.querySelector(selector);
      range.value = value;
      range.dispatchEvent(new Event("input", { bubbles: true }));
    },

    /** Go to the end of a section, and wait until the bar has followed. */
    toLastMoment() {
      document.querySelector(".moment:last-of-type").scrollIntoView({ behavior: "instant" });
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    },

    /** Choose these options of the question that is open (an order: in this order), and check what is not told at once. */
    answer(check, wanted) {
      const open = document.querySelector(`${check} .item[data-open]`);
      if (open.dataset.kind === "order") {
        for (const id of wanted) open.querySelector(`.option[data-id="${id}"] .pick`).click();
      }
      const inputs = [...open.querySelectorAll("input")];
      const untick = inputs.filter((each) => each.type === "checkbox" && each.checked && !wanted.includes(each.value));
      const tick = inputs.filter((each) => !each.checked && wanted.includes(each.value));
      for (const input of [...untick, ...tick]) input.click();
      for (const select of open.querySelectorAll("select")) {
        select.value = [...select.options].find((each) => wanted.includes(each.value)).value;
        for (const type of ["input", "change"]) select.dispatchEvent(new Event(type, { bubbles: true }));
      }
      if (!open.hasAttribute("data-answered")) open.querySelector(".check").click();
    },
  };
})();
