import type * as z from "zod";
import { zodIssues } from "#server/issues.ts";
import type { Tx } from "#server/tenant.ts";
import type { ToolName } from "../tool-contract.ts";
import type { Talk } from "./talk.ts";
import { type Said, said } from "./words.ts";

/** What a tool came to: `result` for the model, `words` for people. */
export interface Outcome {
  ok: boolean;
  result: Record<string, unknown>;
  words: Said;
  /** What the customer said of himself, kept with the conversation also after a trial. */
  remember?: Readonly<Record<string, unknown>>;
}

export interface Tool {
  name: ToolName;
  /** What the model reads of it. */
  about: Said;
  input: z.ZodType;
  run(tx: Tx, args: unknown, talk: Talk): Promise<Outcome>;
}

/** One tool: its arguments are checked by its own schema before anything runs; wrong ones are an answer. */
export function defineTool<Input extends z.ZodType>(tool: {
  name: ToolName;
  about: Said;
  input: Input;
  run(tx: Tx, input: z.output<Input>, talk: Talk): Promise<Outcome>;
}): Tool {
  return {
    ...tool,
    async run(tx, args, talk) {
      const parsed = tool.input.safeParse(args);
      if (!parsed.success) return refused("invalid_arguments", said.invalid, { issues: zodIssues(parsed.error) });
      return tool.run(tx, parsed.data, talk);
    },
  };
}

/** An answer that says no, with a stable word for the model. */
export function refused(error: string, words: Said, more: Record<string, unknown> = {}): Outcome {
  return { ok: false, result: { error, ...more }, words };
}
