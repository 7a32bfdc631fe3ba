import type OpenAI from "openai";
import * as z from "zod";
import type { ChatEvent, ChatToolCall, ChatUsage } from "../ports.ts";
import { VendorError } from "../ports.ts";
import { faultTold } from "./faults.ts";

/** The SDK's type does not know `cost`: credits, which are dollars. */
const Usage = z.object({ prompt_tokens: z.int(), completion_tokens: z.int(), cost: z.number().min(0).nullish() });

/** A streamed answer as our events: words at once, tool calls when they are whole, then the usage. `heard` is called with every
 *  piece. Throws VendorError("cut") when the stream ends before the answer said that it is finished. */
export async function* answerEvents(
  stream: AsyncIterable<OpenAI.ChatCompletionChunk>,
  heard: () => void,
): AsyncGenerator<ChatEvent> {
  const calls = new Map<number, ChatToolCall>();
  let usage: ChatUsage | null = null;
  let finish: string | null = null;
  for await (const chunk of stream) {
    heard();
    usage = usageIn(chunk) ?? usage;
    const choice = chunk.choices?.[0]; // None on the usage chunk.
    if (!choice) continue;
    const failed: unknown = Reflect.get(choice, "error");
    if (failed || String(choice.finish_reason) === "error") {
      const { fault, status } = faultTold(failed);
      throw new VendorError("openrouter", fault, { ...(status !== null && { status }) });
    }
    if (choice.delta?.content) yield { kind: "text", text: choice.delta.content };
    for (const piece of choice.delta?.tool_calls ?? []) {
      const known = calls.get(piece.index) ?? { id: "", name: "", arguments: "" };
      calls.set(piece.index, {
        id: known.id || (piece.id ?? ""),
        name: known.name + (piece.function?.name ?? ""),
        arguments: known.arguments + (piece.function?.arguments ?? ""),
      });
    }
    finish = choice.finish_reason ?? finish;
  }
  if (finish === null) throw new VendorError("openrouter", "cut");
  if (calls.size > 0) {
    const whole = [...calls.entries()].sort(([one], [other]) => one - other);
    yield { kind: "tool_calls", calls: whole.map(([index, call]) => ({ ...call, id: call.id || `call_${index}` })) };
  }
  if (usage) yield { kind: "usage", usage };
}

function usageIn(chunk: OpenAI.ChatCompletionChunk): ChatUsage | null {
  const usage = Usage.safeParse(chunk.usage).data;
  if (!usage) return null;
  const { prompt_tokens, completion_tokens, cost } = usage;
  return { model: chunk.model, prompt_tokens, completion_tokens, cost_usd_micros: Math.round((cost ?? 0) * 1e6) };
}
