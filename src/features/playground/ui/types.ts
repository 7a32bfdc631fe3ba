import type { Outputs } from "#trpc/api.ts";
import type { PlaygroundAgent, TurnEvent } from "../schema.ts";

export type Agents = Outputs["playground"]["agents"];
export type Agent = PlaygroundAgent;
export type Mode = Outputs["playground"]["begin"]["mode"];
export type Took = Extract<TurnEvent, { kind: "done" }>["took"];
export type Totals = Extract<TurnEvent, { kind: "done" }>["totals"];
export type Fault = Extract<TurnEvent, { kind: "failed" }>["fault"];
export type Customer = NonNullable<Extract<TurnEvent, { kind: "done" }>["customer"]>;

/** What a machine did, as far as it is known yet. */
export type Step = {
  call_id: string;
  name: string;
  state: "running" | "done" | "failed";
  text: string;
  duration_ms: number | null;
  arguments: unknown;
  result: unknown;
};
