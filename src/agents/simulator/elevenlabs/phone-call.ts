import { tool_names } from "#agents/tool-contract.ts";
import { nextStep } from "../dialogue/next-step.ts";
import type { Asked, Language, Talk } from "../dialogue/talk.ts";
import type { Simulation } from "../simulation.ts";
import { addTurn, type SimulatedCall, speechMs } from "./call.ts";
import { type Callee, calleeOf, replyOf } from "./callee.ts";
import { finishCall } from "./finish.ts";
import { callServerTool } from "./phone-tools.ts";

/** Lets a placed call ring, and be talked through when somebody picks up. Ends with the call's webhooks. */
export async function runPhoneCall(simulation: Simulation, call: SimulatedCall): Promise<void> {
  const { phone } = call;
  if (!phone) return;
  const callee = calleeOf(phone.external_number, simulation.seed);
  await simulation.pause(simulation.pace_ms);
  if (callee === "busy" || callee === "no_answer" || callee === "vendor_failure") {
    phone.result = callee === "vendor_failure" ? "failed" : callee;
    return finishCall(simulation, call, { status: "failed", reason: `call was not answered: ${phone.result}` });
  }
  Object.assign(call, { status: "in-progress", accepted_at: simulation.now() });
  const opening = openingLine(call);
  addTurn(call, { by: "agent", text: opening }, speechMs(opening));
  if (callee === "voicemail") {
    phone.result = "voicemail";
    return finishCall(simulation, call, { status: "done", reason: "voicemail_detection tool was called." });
  }
  phone.result = "answered";
  await talk(simulation, call, callee);
}

async function talk(simulation: Simulation, call: SimulatedCall, callee: Callee): Promise<void> {
  const number = call.phone?.external_number ?? "";
  let asked: Asked = "need";
  for (let turn = 0; ; turn++) {
    await simulation.pause(simulation.pace_ms);
    const reply = replyOf(callee, asked, { number, language: call.language, turn });
    if (reply === null) return finishCall(simulation, call, { status: "done", reason: "Call ended by remote party" });
    addTurn(call, { by: "customer", text: reply }, speechMs(reply));
    await simulation.pause(simulation.pace_ms);
    const said = await answerCustomer(simulation, call);
    asked = said.asks;
    if (said.ends) return finishCall(simulation, call, { status: "done", reason: "end_call tool was called." });
  }
}

/** A model that never stops calling tools is stopped. */
const most_steps = 8;

async function answerCustomer(simulation: Simulation, call: SimulatedCall): Promise<{ asks: Asked; ends: boolean }> {
  for (let step = 0; step < most_steps; step++) {
    const next = nextStep(talkOfCall(simulation, call, tool_names, call.phone !== null));
    if (next.kind === "say") {
      addTurn(call, { by: "agent", text: next.text }, speechMs(next.text));
      return { asks: next.asks, ends: next.ends };
    }
    for (const wanted of next.calls) {
      const result = await callServerTool(simulation, call, wanted.name, wanted.arguments);
      addTurn(call, { by: "tool", name: wanted.name, arguments: wanted.arguments, result }, 400);
    }
  }
  return { asks: null, ends: true };
}

/** A call as the dialogue engine takes it. */
export function talkOfCall(
  simulation: Simulation,
  call: SimulatedCall,
  tools: readonly string[],
  knows_customer: boolean,
): Talk {
  return {
    turns: call.turns,
    tools,
    now: new Date(simulation.now()),
    offset: offsetOf(call),
    seed: simulation.seed,
    language: call.language,
    knows_customer,
  };
}

/** The company's clock, which the wire does not tell: by the number called, else by the currency that its tools answer in. */
function offsetOf(call: SimulatedCall): string {
  const number = call.phone?.external_number ?? "";
  if (/^\+(971|968)/.test(number)) return "+04:00";
  const priced = call.turns.some(
    (turn) => turn.by === "tool" && /"currency":"(AED|OMR)"/.test(JSON.stringify(turn.result)),
  );
  return priced ? "+04:00" : "+03:00";
}

/** The language that the caller's side asked for by a variable. */
export const languageIn = (variables: Record<string, unknown>): Language => (variables.language === "en" ? "en" : "ar");

function openingLine({ variables, language }: SimulatedCall): string {
  const given = variables.first_message ?? variables.greeting;
  if (typeof given === "string" && given.trim() !== "") return given;
  const text = (name: string) => (typeof variables[name] === "string" ? String(variables[name]) : "");
  const [company, customer] = [text("company_name"), text("customer_name") || text("name")];
  if (language === "en") {
    return `Hello${customer ? ` ${customer}` : ""}, this is a call from ${company || "your real-estate office"}. We have new listings that may suit you. Do you have a minute?`;
  }
  return `السلام عليكم${customer ? ` ${customer}` : ""}، معك ${company || "المكتب العقاري"}. عندنا عروض جديدة ممكن تناسبك، عندك دقيقة؟`;
}
