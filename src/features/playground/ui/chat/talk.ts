import type { TurnEvent } from "../../schema.ts";
import type { Customer, Fault, Mode, Step, Took, Totals } from "../types.ts";

/** What stands in the chat, top to bottom. `turn_id` is the customer's line that an answer belongs to. */
export type Item =
  | { kind: "said"; id: string; text: string }
  | { kind: "answer"; id: string; turn_id: string | null; text: string; state: AnswerState; took: Took | null }
  | { kind: "steps"; id: string; steps: readonly Step[] }
  | FaultItem;

export type FaultItem = {
  kind: "fault";
  id: string;
  turn_id: string;
  text: string;
  /** "line": the way to our own server broke. */
  fault: Fault | "line";
  retry_after_seconds: number | null;
  can_retry: boolean;
};
type AnswerState = "coming" | "whole" | "cut";

export type Talk = {
  /** Null until the first line was sent. */
  id: string | null;
  mode: Mode | null;
  greeting: string | null;
  items: readonly Item[];
  /** The line that is being answered. */
  answering: string | null;
  totals: Totals | null;
  customer: Customer | null;
  is_handed_over: boolean;
  is_ended: boolean;
};

export const no_talk: Talk = {
  id: null,
  mode: null,
  greeting: null,
  items: [],
  answering: null,
  totals: null,
  customer: null,
  is_handed_over: false,
  is_ended: false,
};

export type TalkAct =
  | { do: "begin"; id: string; mode: Mode; greeting: string }
  | { do: "say"; turn_id: string; text: string }
  /** It never reached the server: the line goes back to where it was typed. */
  | { do: "take back"; turn_id: string }
  /** With `again` the answer is told once more from its beginning. */
  | { do: "retry"; turn_id: string; again: boolean }
  | { do: "hear"; turn_id: string; text: string; event: TurnEvent }
  | { do: "break"; turn_id: string; text: string; can_retry: boolean }
  | { do: "end" }
  | { do: "restore"; talk: Talk }
  | { do: "clear" };

/** The talk after something happened. */
export function talkAfter(talk: Talk, act: TalkAct): Talk {
  switch (act.do) {
    case "begin":
      return { ...talk, id: act.id, mode: act.mode, greeting: act.greeting };
    case "say":
      return {
        ...talk,
        answering: act.turn_id,
        items: [...talk.items, { kind: "said", id: act.turn_id, text: act.text }],
      };
    case "take back":
      return { ...talk, answering: null, items: talk.items.filter(({ id }) => id !== act.turn_id) };
    case "retry":
      return {
        ...talk,
        answering: act.turn_id,
        items: talk.items.filter(
          (item) => (item.kind !== "fault" && (item.kind !== "answer" || !act.again)) || item.turn_id !== act.turn_id,
        ),
      };
    case "hear":
      return afterEvent(talk, act);
    case "break":
      return broken(talk, { ...act, fault: "line", retry_after_seconds: null });
    case "end":
      return { ...talk, is_ended: true, answering: null };
    case "restore":
      return act.talk;
    case "clear":
      return no_talk;
  }
}

type Heard = { turn_id: string; text: string; event: TurnEvent };

function afterEvent(talk: Talk, { turn_id, text, event }: Heard): Talk {
  const { items } = talk;
  if (event.kind === "text") {
    const last = items.at(-1);
    if (last?.kind === "answer" && last.state === "coming") {
      return { ...talk, items: [...items.slice(0, -1), { ...last, text: last.text + event.text }] };
    }
    const id = `${turn_id} ${items.length}`;
    return {
      ...talk,
      items: [...items, { kind: "answer", id, turn_id, text: event.text, state: "coming", took: null }],
    };
  }
  if (event.kind === "tool") return { ...talk, items: withStep(settled(items, "whole"), event) };
  if (event.kind === "failed") return broken(talk, { turn_id, text, ...event });
  const whole = settled(items, "whole");
  const at = whole.findLastIndex((item) => item.kind === "answer" && item.turn_id === turn_id);
  return {
    ...talk,
    answering: null,
    items: whole.map((item, index) => (index === at && item.kind === "answer" ? { ...item, took: event.took } : item)),
    totals: event.totals,
    customer: event.customer ?? talk.customer,
    is_handed_over: talk.is_handed_over || event.is_handed_over,
  };
}

/** Words that were coming in are whole, or end here. */
function settled(items: readonly Item[], state: "whole" | "cut"): readonly Item[] {
  return items.map((item) => (item.kind === "answer" && item.state === "coming" ? { ...item, state } : item));
}

type ToolEvent = Extract<TurnEvent, { kind: "tool" }>;

/** A step begins after the last item, or its beginning is brought up to date. */
function withStep(items: readonly Item[], { kind: _, ...event }: ToolEvent): readonly Item[] {
  const known = items.some((item) => item.kind === "steps" && item.steps.some(isIt(event)));
  if (known) {
    return items.map((item) =>
      item.kind === "steps"
        ? {
            ...item,
            steps: item.steps.map((step) =>
              isIt(event)(step) ? { ...step, ...given({ ...event, arguments: undefined }) } : step,
            ),
          }
        : item,
    );
  }
  const step: Step = { result: undefined, ...event, arguments: readArguments(event.arguments) };
  const last = items.at(-1);
  if (last?.kind === "steps") return [...items.slice(0, -1), { ...last, steps: [...last.steps, step] }];
  return [...items, { kind: "steps", id: event.call_id, steps: [step] }];
}

const isIt =
  ({ call_id }: { call_id: string }) =>
  (step: Step) =>
    step.call_id === call_id;

/** A model writes its arguments as JSON text, which may be no JSON at all. */
function readArguments(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** What the end of a step leaves out, such as its arguments, stays as its beginning said. */
function given(event: object): object {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined));
}

function broken(talk: Talk, why: Omit<FaultItem, "kind" | "id">): Talk {
  const { turn_id, text, fault, retry_after_seconds, can_retry } = why;
  const items = settled(talk.items, "cut").map((item) =>
    item.kind === "steps"
      ? { ...item, steps: item.steps.map((step) => (step.state === "running" ? stopped(step) : step)) }
      : item,
  );
  const id = `${turn_id} fault ${items.length}`;
  return {
    ...talk,
    answering: null,
    items: [...items, { kind: "fault", id, turn_id, text, fault, retry_after_seconds, can_retry }],
  };
}

const stopped = (step: Step): Step => ({ ...step, state: "failed" });
