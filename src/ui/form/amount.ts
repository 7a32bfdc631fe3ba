import { latinDigits } from "#lib/digits.ts";

/** "١٬٦٩٠٬٠٠٠٫٥" as "1690000.5", the API's decimal string; null when it is no amount. Both digit sets, both separators. */
export function readAmount(text: string): string | null {
  const plain = latinDigits(text)
    .trim()
    .replaceAll(/[\s٬،,]/g, "")
    .replace("٫", ".");
  return /^\d{1,12}(\.\d{1,3})?$/.test(plain) ? plain : null;
}

/** "٣" as 3; null when it is no whole number. */
export function readWhole(text: string): number | null {
  const plain = latinDigits(text).trim();
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

/** "٠٫٤" as 0.4; null when it is no number. */
export function readDecimal(text: string): number | null {
  const plain = readAmount(text);
  return plain === null ? null : Number(plain);
}
