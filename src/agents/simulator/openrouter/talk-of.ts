import type { Talk, Turn } from "../dialogue/talk.ts";
import { languageOf } from "../dialogue/understand.ts";
import { asObject, parse } from "../exchange.ts";

/** A chat request's messages as a talk: who said what, and what tools answered. */
export function talkOf(body: Record<string, unknown>, options: { now: Date; seed: number }): Talk {
  const messages = (Array.isArray(body.messages) ? body.messages : []).map(asObject);
  const system = messages
    .filter(({ role }) => role === "system" || role === "developer")
    .map(textOf)
    .join("\n");
  const called = new Map<string, { name: string; arguments: Record<string, unknown> }>();
  const turns: Turn[] = [];
  for (const message of messages) {
    const text = textOf(message);
    if (message.role === "user" && text) turns.push({ by: "customer", text });
    if (message.role === "assistant") {
      const calls = (Array.isArray(message.tool_calls) ? message.tool_calls : []).map(asObject);
      for (const call of calls) {
        const wanted = asObject(call.function);
        const given = asObject(parse(String(wanted.arguments ?? "")));
        called.set(String(call.id), { name: String(wanted.name), arguments: given });
      }
      if (text && calls.length === 0) turns.push({ by: "agent", text });
    }
    if (message.role === "tool") {
      const call = called.get(String(message.tool_call_id));
      if (call) turns.push({ by: "tool", ...call, result: toolResult(parse(text)) });
    }
  }
  const tools = (Array.isArray(body.tools) ? body.tools : []).map((tool) =>
    String(asObject(asObject(tool).function).name),
  );
  return {
    turns,
    tools,
    ...options,
    offset: offsetIn(system),
    language: languageOf(system) ?? "ar",
    knows_customer: false,
  };
}

/** What a tool answered, out of the envelope {ok, result} if it is in one; what failed carries an `error`. */
export function toolResult(value: unknown): Record<string, unknown> {
  const answer = asObject(value);
  const inner = answer.result === undefined ? answer : asObject(answer.result);
  return answer.ok === false && inner.error === undefined ? { ...inner, error: "failed" } : inner;
}

/** All text of a message, also where it comes in parts. */
export function textOf(message: Record<string, unknown>): string {
  if (typeof message.content === "string") return message.content;
  if (!Array.isArray(message.content)) return "";
  return message.content.map((part) => String(asObject(part).text ?? "")).join("");
}

/** The company's offset from UTC, from a time or a zone that the prompt names; Riyadh's otherwise. */
export function offsetIn(prompt: string): string {
  const written = /T\d\d:\d\d(?::\d\d(?:\.\d+)?)?([+-]\d\d:\d\d)/.exec(prompt)?.[1];
  if (written) return written;
  return /Asia\/(Dubai|Muscat)/.test(prompt) ? "+04:00" : /Africa\/Cairo/.test(prompt) ? "+02:00" : "+03:00";
}
