import type { ChatProvider, ChatRequest } from "#agents/ports.ts";
import type { Outcome } from "./prompt.ts";
import { ModelSummary } from "./schema.ts";

const patience_ms = 60_000;
const tries = 2;

export type Answered = ModelSummary & {
  /** As served. */
  model: string;
};

/** A summary from the model, whose outcome is one of `outcomes`. An answer that is no such object is asked for once more; null
 *  when the second is none either. Throws VendorError. Never call it inside a transaction. */
export async function askForSummary(
  chat: ChatProvider,
  request: ChatRequest,
  outcomes: readonly Outcome[],
): Promise<Answered | null> {
  for (let left = tries; left > 0; left -= 1) {
    const { text, model } = await wholeAnswer(chat, request);
    const parsed = ModelSummary.safeParse(objectIn(text));
    if (parsed.success && outcomes.includes(parsed.data.outcome)) return { ...parsed.data, model };
  }
  return null;
}

async function wholeAnswer(chat: ChatProvider, request: ChatRequest): Promise<{ text: string; model: string }> {
  let [text, model] = ["", request.model];
  for await (const event of chat.stream(request, AbortSignal.timeout(patience_ms))) {
    if (event.kind === "text") text += event.text;
    if (event.kind === "usage") model = event.usage.model;
  }
  return { text, model };
}

/** Models like to put JSON between fences of their own. */
function objectIn(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1));
  } catch {
    return null; // No JSON is a wrong answer like any other.
  }
}
