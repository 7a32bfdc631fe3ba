/** One thing that was looked at: well, wrong (and how to mend it), or worth knowing. */
export interface Finding {
  state: "good" | "bad" | "note";
  text: string;
}

export const good = (text: string): Finding => ({ state: "good", text });
export const bad = (text: string): Finding => ({ state: "bad", text });
export const note = (text: string): Finding => ({ state: "note", text });

/** GET as JSON; `status` 0 when nothing answered, and why in `trouble`. Never throws. */
export async function ask(
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: unknown; trouble: string }> {
  try {
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(15_000) });
    const body: unknown = await answer.json().catch(() => null);
    return { status: answer.status, body, trouble: "" };
  } catch (cause) {
    const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    return { status: 0, body: null, trouble: inner instanceof Error ? inner.message : String(inner) };
  }
}
