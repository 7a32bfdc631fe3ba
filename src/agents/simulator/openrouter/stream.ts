import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "../faults.ts";
import type { Answer } from "./answer.ts";
import { errorBody } from "./failures.ts";
import type { usageOf } from "./models.ts";

/** What a stream says of itself in every chunk. */
export interface Head {
  id: string;
  created: number;
  model: string;
}

/** Streams an answer as OpenRouter does: comment lines, words, calls in pieces, a usage chunk without choices, [DONE].
 *  `token_ms`: between two pieces. Ends early when the reader goes, or as `fault` says. */
export async function streamAnswer(
  res: ServerResponse,
  head: Head,
  { text, calls }: Answer,
  options: { usage: ReturnType<typeof usageOf>; token_ms: number; fault: Fault | null },
): Promise<void> {
  const { usage, token_ms, fault } = options;
  const frame = (fields: Record<string, unknown>) => {
    const chunk = {
      id: head.id,
      object: "chat.completion.chunk",
      created: head.created,
      model: head.model,
      provider: "Simulator",
    };
    if (!res.destroyed) res.write(`data: ${JSON.stringify({ ...chunk, ...fields })}\n\n`);
  };
  const delta = (fields: Record<string, unknown>, finish_reason: string | null = null) =>
    frame({ choices: [{ index: 0, delta: fields, finish_reason, native_finish_reason: finish_reason }] });

  res.write(": OPENROUTER PROCESSING\n\n");
  delta({ role: "assistant", content: "" });
  const pieces = [...deltasOf({ text, calls })];
  for (const [at, piece] of pieces.entries()) {
    if (res.destroyed) return;
    if (token_ms > 0) await pause(token_ms);
    if (at === Math.min(3, pieces.length - 1) && fault) {
      if (fault.kind === "mid_error") {
        frame({ ...errorBody(502), choices: [{ index: 0, delta: { content: "" }, finish_reason: "error" }] });
        return void res.end();
      }
      // Gone only after what was written has left, so that the words before the cut arrive.
      if (fault.kind === "cut") return void res.write(": \n\n", () => setImmediate(() => res.destroy()));
    }
    delta(piece);
    if (at % 12 === 6) res.write(": OPENROUTER PROCESSING\n\n");
  }
  if (fault?.kind === "no_done") return void res.end();
  delta({ content: "" }, calls.length > 0 ? "tool_calls" : "stop");
  frame({ choices: [], usage });
  res.end("data: [DONE]\n\n");
}

function* deltasOf({ text, calls }: Answer): Generator<Record<string, unknown>> {
  for (const word of text.match(/\S+\s*|\s+/g) ?? []) yield { content: word };
  for (const [index, call] of calls.entries()) {
    const args = JSON.stringify(call.arguments);
    const half = Math.ceil(args.length / 2);
    yield { tool_calls: [{ index, id: call.id, type: "function", function: { name: call.name, arguments: "" } }] };
    yield { tool_calls: [{ index, function: { arguments: args.slice(0, half) } }] };
    yield { tool_calls: [{ index, function: { arguments: args.slice(half) } }] };
  }
}
