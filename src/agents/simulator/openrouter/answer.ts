import { nextStep } from "../dialogue/next-step.ts";
import { summarise, transcriptLines } from "../dialogue/summary.ts";
import type { Call } from "../dialogue/talk.ts";
import { asObject } from "../exchange.ts";
import { talkOf, textOf } from "./talk-of.ts";

/** What the model answers: words or tool calls. */
export interface Answer {
  text: string;
  calls: readonly (Call & { id: string })[];
}

/** The answer to a chat request. A JSON object where one is asked for (`response_format`), else the next step of the talk. */
export function answerTo(body: Record<string, unknown>, options: { now: Date; seed: number }): Answer {
  const format = asObject(body.response_format);
  if (format.type === "json_schema" || format.type === "json_object") {
    return { text: JSON.stringify(objectFor(body, asObject(format.json_schema))), calls: [] };
  }
  const talk = talkOf(body, options);
  const step = nextStep(talk);
  if (step.kind === "say") return { text: step.text, calls: [] };
  const calls = step.calls.map((call, at) => ({ ...call, id: `call_sim_${talk.turns.length}_${at}` }));
  return { text: "", calls };
}

/** A summary, in the shape of the schema: properties that it does not know of stay out, missing ones are filled by their type. */
function objectFor(body: Record<string, unknown>, { schema }: Record<string, unknown>): Record<string, unknown> {
  const messages = (Array.isArray(body.messages) ? body.messages : []).map(asObject);
  const system = messages
    .filter(({ role }) => role !== "user")
    .map(textOf)
    .join("\n");
  const asked = messages
    .filter(({ role }) => role === "user")
    .map(textOf)
    .join("\n");
  const lines = transcriptLines(asked);
  const language = wantedLanguage(`${system}\n${lines.length > 0 ? (asked.split("\n")[0] ?? "") : ""}`);
  const made: Record<string, unknown> = { ...summarise(lines, language) };
  const properties = Object.entries(asObject(asObject(schema).properties));
  if (properties.length === 0) return made;
  return Object.fromEntries(properties.map(([name, shape]) => [name, fitting(made[name], asObject(shape))]));
}

function fitting(value: unknown, shape: Record<string, unknown>): unknown {
  const choices = Array.isArray(shape.enum) ? shape.enum : null;
  if (choices)
    return choices.includes(value)
      ? value
      : (choices.find((choice) => choice === "answered" || choice === "neutral") ?? choices[0]);
  if (value !== undefined) return value;
  const types = [shape.type].flat();
  if (types.includes("null")) return null;
  if (types.includes("array")) return [];
  if (types.includes("object")) return {};
  if (types.includes("boolean")) return false;
  return types.includes("number") || types.includes("integer") ? 0 : "";
}

/** The language that the instructions name last, or the one they are written in. */
function wantedLanguage(instructions: string): "ar" | "en" {
  const named = [
    ...instructions.matchAll(/\b(arabic|english)\b|بالعربية|بالإنجليزية|\b(?:language|locale)\W{1,4}(ar|en)\b/gi),
  ].at(-1);
  if (named) return /english|بالإنجليزية|^en$/i.test(named[2] ?? named[0]) ? "en" : "ar";
  return /[\u0621-\u064a]/.test(instructions) ? "ar" : "en";
}
