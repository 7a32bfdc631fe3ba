export type Cell = string | number | null;

/** What a spreadsheet would take for a formula, or for a number whose leading zeros, plus or last digits it then loses. */
const misread = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]|^0\d|^\d{12,}$/;

/** Rows as a file that spreadsheets open rightly: UTF-8 with its mark (without it Excel breaks Arabic), CRLF, RFC 4180 quoting.
 *  Numbers stay numbers; a text that would be misread begins with an apostrophe, which makes it text and hides nothing of it. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")}`;
}

function cellOf(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = misread.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
