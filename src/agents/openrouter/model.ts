import { env } from "../../env.ts";

// Shut down by its maker on 2026-10-23; agents saved before name it still.
const retired = new Set(["gpt-3.5-turbo", "openai/gpt-3.5-turbo"]);

/** The model an agent speaks with: its own, else OPENROUTER_MODEL; also in place of one that is known to be gone. */
export function modelOf(stored: string | null): string {
  return stored === null || retired.has(stored) ? env.OPENROUTER_MODEL : stored;
}
