import type { WebSocket } from "ws";
import { tool_names } from "#agents/tool-contract.ts";
import { nextStep } from "../dialogue/next-step.ts";
import type { Call, Step } from "../dialogue/talk.ts";
import { asObject, parse } from "../exchange.ts";
import { toolResult } from "../openrouter/talk-of.ts";
import type { Simulation } from "../simulation.ts";
import { addTurn, newCall, type SimulatedCall, speechMs } from "./call.ts";
import { finishCall } from "./finish.ts";
import { languageIn, talkOfCall } from "./phone-call.ts";
import { openWire } from "./wire.ts";

const patience_ms = 10_000;
const tool_patience_ms = 20_000;
const longest_ms = 600_000;
const most_steps = 8;

/** Talks over one socket in the vendor's protocol: client data, metadata, then turns until either side hangs up. The call is
 *  kept like any other and its webhooks follow. */
export function runVoiceSession(
  simulation: Simulation,
  socket: WebSocket,
  facts: { agent_id: string; conversation_id: string | null },
) {
  const wire = openWire(socket);
  const waiting = new Map<string, (result: Record<string, unknown>) => void>();
  const timers: NodeJS.Timeout[] = [];
  let call: SimulatedCall | null = null;
  let script: { lines: string[]; every_chunks: number } | null = null;
  let chunks = 0;
  let turns = Promise.resolve();

  after(patience_ms, () => call ?? socket.close(1008, "No client data arrived"));
  socket.on("error", () => undefined); // Its close follows and says the same.
  socket.on("close", (code) => {
    for (const timer of timers) clearTimeout(timer);
    for (const give of waiting.values()) give({ error: "disconnected" });
    if (call) hangUp(call, `Client disconnected: ${code}`);
  });
  socket.on("message", (data) => {
    const message = asObject(parse(String(data)));
    if (message.type === "conversation_initiation_client_data") call ??= begin(message);
    else if (call) take(call, message);
  });

  function begin(message: Record<string, unknown>): SimulatedCall | null {
    const fault = simulation.faults.take("socket");
    if (fault?.kind === "hang") return null;
    const overrides = asObject(message.conversation_config_override);
    const agent = asObject(overrides.agent);
    const variables = asObject(message.dynamic_variables);
    const made = newCall({
      id: facts.conversation_id ?? simulation.nextId("conv"),
      agent_id: facts.agent_id,
      created_at: simulation.now(),
      accepted_at: simulation.now(),
      status: "in-progress",
      language: agent.language === "en" ? "en" : agent.language === "ar" ? "ar" : languageIn(variables),
      is_text_only: asObject(overrides.conversation).text_only === true,
      variables,
    });
    simulation.calls.set(made.id, made);
    script = simulation.scripts.shift() ?? null;
    wire.metadata(made.id);
    if (fault?.kind === "quota") wire.outOfQuota(fault.form);
    else {
      const given = agent.first_message ?? variables.first_message;
      say(made, typeof given === "string" && given !== "" ? given : greetings[made.language]);
      if (fault?.kind === "drop") after(50, () => socket.terminate());
    }
    timers.push(setInterval(() => wire.ping(), simulation.ping_ms).unref());
    after(longest_ms, () => socket.close(1000, "Max duration exceeded"));
    return made;
  }

  function take(session: SimulatedCall, message: Record<string, unknown>) {
    if (typeof message.user_audio_chunk === "string") return hearSound(session);
    switch (message.type) {
      case "user_message":
        return hear(session, String(message.text ?? ""));
      case "client_tool_result": {
        const given = String(message.result ?? "");
        const parsed = parse(given);
        const result = parsed === undefined ? { text: given } : toolResult(parsed);
        waiting.get(String(message.tool_call_id))?.(
          message.is_error === true ? { error: "failed", ...result } : result,
        );
        return;
      }
      case "feedback":
        if (message.score === "like" || message.score === "dislike") session.feedback = message.score;
    }
  }

  /** Sound means nothing here: what it is taken for comes from a script, a line after so many pieces. */
  function hearSound(session: SimulatedCall) {
    if (!script || ++chunks < script.every_chunks) return;
    chunks = 0;
    const line = script.lines.shift();
    if (line !== undefined) hear(session, line);
  }

  function hear(session: SimulatedCall, text: string) {
    if (text.trim() === "") return;
    if (!session.is_text_only) interrupt(session);
    wire.heard(text);
    addTurn(pass(session), { by: "customer", text }, 0);
    const fault = simulation.faults.take("socket");
    if (fault?.kind === "drop") return socket.terminate();
    if (fault?.kind === "quota") return wire.outOfQuota(fault.form);
    // One after the other: what is said meanwhile is answered when the answer before is out.
    turns = turns.then(() => answer(session));
    simulation.background(() => turns);
  }

  function interrupt(session: SimulatedCall) {
    const cut = wire.interrupt(simulation.now());
    if (cut === null) return;
    const spoken = session.turns.findLast(({ by }) => by === "agent");
    if (spoken?.by === "agent") spoken.text = cut;
  }

  async function answer(session: SimulatedCall): Promise<void> {
    for (let step = 0; step < most_steps && socket.readyState === socket.OPEN; step++) {
      const next: Step = nextStep(talkOfCall(simulation, session, tool_names, false));
      if (next.kind === "say") {
        const took_ms = say(session, next.text);
        if (next.ends) after(simulation.pace_ms === 0 ? 20 : took_ms, () => end(session));
        return;
      }
      for (const wanted of next.calls) await callClientTool(session, wanted);
    }
  }

  async function callClientTool(session: SimulatedCall, { name, arguments: args }: Call): Promise<void> {
    const id = simulation.nextId("tool");
    const answered = new Promise<Record<string, unknown>>((resolve) => {
      waiting.set(id, resolve);
      after(tool_patience_ms, () => resolve({ error: "timeout" }));
    });
    wire.callTool(name, id, args);
    const result = await answered;
    waiting.delete(id);
    addTurn(pass(session), { by: "tool", name, arguments: args, result }, 0);
  }

  function say(session: SimulatedCall, text: string): number {
    addTurn(pass(session), { by: "agent", text }, 0);
    return wire.say(text, session.is_text_only ? null : speechMs(text), simulation.now());
  }

  function end(session: SimulatedCall) {
    hangUp(session, "end_call tool was called.");
    socket.close(1000, "Call ended by the agent");
  }

  function hangUp(session: SimulatedCall, reason: string) {
    if (session.end_reason !== null) return;
    pass(session).elapsed_ms = Math.max(1000, session.elapsed_ms);
    simulation.background(() => finishCall(simulation, session, { status: "done", reason }));
  }

  function pass(session: SimulatedCall): SimulatedCall {
    session.elapsed_ms = simulation.now() - (session.accepted_at ?? simulation.now());
    return session;
  }

  function after(ms: number, work: () => unknown) {
    timers.push(setTimeout(work, ms).unref());
  }
}

const greetings = {
  ar: "السلام عليكم وحياك الله. كيف أقدر أخدمك اليوم؟",
  en: "Hello and welcome. How can I help you today?",
} as const;
