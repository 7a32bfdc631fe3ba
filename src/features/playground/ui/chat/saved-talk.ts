import type { Outputs } from "#trpc/api.ts";
import type { Step } from "../types.ts";
import { type Item, no_talk, type Talk } from "./talk.ts";

type Conversation = Outputs["conversations"]["one"];

type Broken = Outputs["playground"]["broken"]["broken"];

/** A chat of the playground as it was saved, to be gone on with; null for anything else. Where its last answer broke off, it says
 *  so as it did at the time. */
export function talkFrom(saved: Conversation, broken: Broken): Talk | null {
  if (saved.type !== "chat" || saved.channel !== "playground") return null;
  const [first, ...rest] = saved.transcript;
  const hasGreeting = first?.speaker === "agent";
  const items = (hasGreeting ? rest : saved.transcript).reduce<Item[]>(withLine, []);
  const { customer_id, customer_name, prompt_tokens, completion_tokens, cost_usd_micros } = saved;
  return {
    ...no_talk,
    id: saved.id,
    mode: saved.mode,
    greeting: hasGreeting ? first.text : null,
    items: broken
      ? [...items, { kind: "fault", id: `${broken.turn_id} fault`, retry_after_seconds: null, ...broken }]
      : items,
    totals:
      prompt_tokens === null || completion_tokens === null || cost_usd_micros === null
        ? null
        : { prompt_tokens, completion_tokens, cost_usd_micros },
    customer: customer_id && customer_name ? { id: customer_id, name: customer_name } : null,
    is_handed_over: saved.handed_over_to !== null,
    is_ended: saved.status !== "in_progress",
  };
}

function withLine(items: Item[], line: Conversation["transcript"][number]): Item[] {
  const id = `saved ${items.length}`;
  const { speaker, text, tool, is_cut, took = null } = line;
  if (speaker === "customer") return [...items, { kind: "said", id, text }];
  if (speaker !== "tool") {
    return [...items, { kind: "answer", id, turn_id: null, text, state: is_cut ? "cut" : "whole", took }];
  }
  const step: Step = {
    call_id: id,
    name: tool?.name ?? "",
    state: tool && !tool.ok ? "failed" : "done",
    text,
    duration_ms: tool?.duration_ms ?? null,
    arguments: tool?.arguments,
    result: tool?.result,
  };
  const last = items.at(-1);
  if (last?.kind !== "steps") return [...items, { kind: "steps", id, steps: [step] }];
  const steps = [...last.steps, { ...step, call_id: `${id} ${last.steps.length}` }];
  return [...items.slice(0, -1), { ...last, steps }];
}
