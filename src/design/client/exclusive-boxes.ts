/** "None of these" unticks the others, and any other unticks it. The server checks the same. */
export const exclusiveBoxes = (): void => {
  for (const group of document.querySelectorAll(".govuk-checkboxes:has([data-behaviour])")) {
    const boxes = [...group.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    group.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.checked) return;
      const alone = target.dataset.behaviour === "exclusive";
      for (const box of boxes)
        if (box !== target && box.name === target.name && (alone || box.dataset.behaviour === "exclusive"))
          box.checked = false;
    });
  }
};
