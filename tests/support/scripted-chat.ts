import { type ChatProvider, type ChatRequest, VendorError } from "#agents/ports.ts";

export type ScriptedAnswer = string | object | VendorError;

/** A model that says what it is told to, answer by answer; the last one goes on for ever. It keeps what it was asked. */
export function scriptedChat(...answers: readonly ScriptedAnswer[]) {
  const asked: ChatRequest[] = [];
  const chat: ChatProvider = {
    vendor: "openrouter",
    is_simulated: true,
    async *stream(request) {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push(request);
      if (answer === undefined || answer instanceof VendorError)
        throw answer ?? new VendorError("openrouter", "unavailable");
      const text = typeof answer === "string" ? answer : JSON.stringify(answer);
      // In pieces, as they come.
      for (let at = 0; at < text.length; at += 7) yield { kind: "text", text: text.slice(at, at + 7) };
      yield {
        kind: "usage",
        usage: { model: "openai/gpt-6-luna", prompt_tokens: 10, completion_tokens: 5, cost_usd_micros: 3 },
      };
    },
  };
  return { chat, asked };
}
