/** People paste codes with the spaces and the words around them: only the digits are kept (A11Y-03). */
export const codeFields = (): void => {
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-code]"))
    field.addEventListener("paste", (event) => {
      const digits = event.clipboardData?.getData("text").replace(/\D/g, "");
      if (!digits) return;
      event.preventDefault();
      field.value = digits.slice(0, Number(field.dataset.code) || digits.length);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
};
