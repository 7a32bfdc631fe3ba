/** A name inside plain text (a hint, a title, a spoken label), kept from reordering its neighbours. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

/** A percent or a number with a sign inside plain text: always read from left to right. */
export function isolateLtr(text: string): string {
  return `\u2066${text}\u2069`;
}
