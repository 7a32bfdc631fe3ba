/** The text with Arabic-Indic (٠-٩) and Persian (۰-۹) digits written as 0-9; everything else as it was. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
