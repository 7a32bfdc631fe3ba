import { modelOf } from "#agents/openrouter/model.ts";
import { opaqueUser } from "#agents/openrouter/opaque-user.ts";
import {
  type AgentServices,
  type ChatMessage,
  type ChatToolCall,
  type ChatUsage,
  VendorError,
  type VendorFault,
} from "#agents/ports.ts";
import { chatTools } from "#agents/tools/all-tools.ts";
import { runRecordedTool } from "#agents/tools/recorded.ts";
import { logFailure } from "#server/log.ts";
import type { Tx } from "#server/tenant.ts";
import { closeTurn, type Ending, keepSoFar, saveWords } from "./close-turn.ts";
import { longest_turn_ms, type OpenTurn } from "./open-turn.ts";
import type { TurnStream } from "./turn-stream.ts";

/** How often one turn may go back to the model with what its tools answered. */
const most_rounds = 8;
const most_calls_a_round = 8;
/** How often what has come of an answer is saved while more comes. */
const keep_every_ms = 1_000;

const turn_fault: Record<VendorFault, Ending["fault"]> = {
  rate_limited: "rate_limited",
  timeout: "timeout",
  cut: "cut",
  unavailable: "unavailable",
  invalid_answer: "unavailable",
  no_credit: "no_credit",
  quota: "no_credit",
  unauthorized: "unauthorized",
  refused: "refused",
  not_found: "model_not_found",
};

export interface Answering {
  chat: AgentServices["chat"];
  /** Runs work in the chat agent's name, in a transaction of its own. */
  asAgent: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** The company the vendor's `user` stands for. */
  company_id: string;
}

/** Answers an opened turn: words are told as they come, each step runs and is saved in a transaction of its own, and whatever
 *  happens the turn ends saved, whole or marked as cut. Never throws; `stream` is ended. */
export async function answerTurn(turn: OpenTurn, by: Answering, stream: TurnStream): Promise<void> {
  const run = new Run(turn, by, stream);
  try {
    const ending = await run.untilTheEnd();
    const now = await by.asAgent((tx) => closeTurn(tx, turn, ending));
    if (ending.fault === null) stream.tell({ kind: "done", took: ending.took, ...now });
    else stream.tell(failed(ending, turn));
  } catch (cause) {
    // Not saved: the line that holds the place stays, and is shown as cut once its time is over.
    logFailure(cause, { path: "playground.say", conversation_id: turn.conversation_id });
    stream.tell(failed({ fault: "unavailable", retry_after_seconds: null }, turn));
  } finally {
    stream.end();
  }
}

const failed = ({ fault, retry_after_seconds }: Pick<Ending, "fault" | "retry_after_seconds">, turn: OpenTurn) => ({
  kind: "failed" as const,
  fault: fault ?? "unavailable",
  retry_after_seconds,
  can_retry: turn.attempt === 1,
});

class Run {
  readonly #turn: OpenTurn;
  readonly #by: Answering;
  readonly #stream: TurnStream;
  readonly #started = performance.now();
  readonly #signal = AbortSignal.timeout(longest_turn_ms);
  readonly #messages: ChatMessage[];
  #text = "";
  #first_token_ms: number | null = null;
  #keep_timer: NodeJS.Timeout | undefined;
  #kept: Promise<void> = Promise.resolve();
  #used = { model: "", prompt_tokens: 0, completion_tokens: 0, cost_usd_micros: 0 };

  constructor(turn: OpenTurn, by: Answering, stream: TurnStream) {
    this.#turn = turn;
    this.#by = by;
    this.#stream = stream;
    this.#messages = [...turn.messages];
    this.#used.model = modelOf(turn.agent.model);
  }

  /** How it ended; nothing more is written by then. */
  async untilTheEnd(): Promise<Ending> {
    const ending = await this.#untilAnswered();
    await this.#keepNoMore();
    return ending;
  }

  async #untilAnswered(): Promise<Ending> {
    try {
      for (let round = 0; round <= most_rounds; round += 1) {
        const calls = await this.#ask();
        if (calls.length === 0) {
          if (this.#text.trim() === "") throw new VendorError("openrouter", "invalid_answer");
          return this.#ending(null);
        }
        if (round === most_rounds) break;
        await this.#act(calls);
      }
      return this.#ending("too_many_steps");
    } catch (cause) {
      if (cause instanceof VendorError) return this.#ending(turn_fault[cause.fault], cause.retry_after_seconds);
      logFailure(cause, { path: "playground.say", conversation_id: this.#turn.conversation_id });
      return this.#ending("unavailable");
    }
  }

  /** One request; its words are told at once. Answers which tools it asks for. */
  async #ask(): Promise<readonly ChatToolCall[]> {
    this.#text = "";
    let calls: readonly ChatToolCall[] = [];
    const { agent } = this.#turn;
    const request = {
      model: modelOf(agent.model),
      temperature: agent.temperature,
      messages: this.#messages,
      tools: chatTools(agent.language),
      user: opaqueUser(this.#by.company_id),
    };
    for await (const event of this.#by.chat.stream(request, this.#signal)) {
      if (event.kind === "text") {
        this.#first_token_ms ??= this.#sinceStart();
        this.#text += event.text;
        this.#stream.tell({ kind: "text", text: event.text });
        this.#keep();
      } else if (event.kind === "tool_calls") calls = event.calls.slice(0, most_calls_a_round);
      else this.#count(event.usage);
    }
    return calls;
  }

  /** Beside the stream, which waits for nothing. What could not be kept is saved at the end. */
  #keep(): void {
    this.#keep_timer ??= setTimeout(() => {
      this.#keep_timer = undefined;
      this.#kept = this.#kept
        .then(() => this.#by.asAgent((tx) => keepSoFar(tx, this.#turn, this.#text)))
        .catch((cause: unknown) => logFailure(cause, { path: "playground.say" }));
    }, keep_every_ms);
  }

  async #keepNoMore(): Promise<void> {
    clearTimeout(this.#keep_timer);
    this.#keep_timer = undefined;
    await this.#kept;
  }

  async #act(calls: readonly ChatToolCall[]): Promise<void> {
    const words = this.#text;
    await this.#keepNoMore();
    this.#messages.push({ role: "assistant", content: words === "" ? null : words, tool_calls: calls });
    if (words !== "") await this.#by.asAgent((tx) => saveWords(tx, this.#turn, words));
    this.#text = "";
    for (const call of calls) await this.#step(call);
  }

  async #step({ id: call_id, name, arguments: args }: ChatToolCall): Promise<void> {
    const shown = { kind: "tool" as const, call_id, name, arguments: args };
    this.#stream.tell({ ...shown, state: "running", text: "", duration_ms: null });
    const { conversation_id, mode } = this.#turn;
    const answer = await this.#by.asAgent((tx) =>
      runRecordedTool(tx, { conversation_id, mode, name, arguments: args, call_id }),
    );
    const { ok, text, duration_ms, result } = answer;
    this.#stream.tell({ ...shown, state: ok ? "done" : "failed", text, duration_ms, result });
    this.#messages.push({ role: "tool", tool_call_id: call_id, content: JSON.stringify(result) });
  }

  #count({ model, ...used }: ChatUsage): void {
    this.#used = {
      model: model || this.#used.model,
      prompt_tokens: this.#used.prompt_tokens + used.prompt_tokens,
      completion_tokens: this.#used.completion_tokens + used.completion_tokens,
      cost_usd_micros: this.#used.cost_usd_micros + used.cost_usd_micros,
    };
  }

  #ending(fault: Ending["fault"], retry_after_seconds: number | null = null): Ending {
    const took = { ...this.#used, duration_ms: this.#sinceStart(), first_token_ms: this.#first_token_ms };
    return { text: this.#text, took, fault, retry_after_seconds };
  }

  #sinceStart(): number {
    return Math.round(performance.now() - this.#started);
  }
}
