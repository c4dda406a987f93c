import type { Shell } from "../../design/page.ts";

/** How the field is called in which one says what one signs in with, where the institution numbers people itself (CN-13). */
export function numberWords({ brand, language }: Pick<Shell, "brand" | "language">) {
  const numbers = brand.accounts?.numbers;
  return numbers && { label: numbers.label[language], hint: numbers.hint[language] };
}
