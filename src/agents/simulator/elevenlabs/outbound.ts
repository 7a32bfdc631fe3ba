import { asObject, type Exchange, sendJson } from "../exchange.ts";
import type { Fault } from "../faults.ts";
import type { Simulation } from "../simulation.ts";
import { isAgent } from "./agents.ts";
import { hasFields, sendNotFound } from "./answers.ts";
import { newCall, type SimulatedCall } from "./call.ts";
import { calleeOf } from "./callee.ts";
import { languageIn, runPhoneCall } from "./phone-call.ts";

/** POST /v1/convai/twilio|sip-trunk/outbound-call: dials, and says so before anybody has picked up. */
export function placeOutbound(
  simulation: Simulation,
  exchange: Exchange,
  provider: "twilio" | "sip_trunk",
  fault: Fault | null,
) {
  const { body, res } = exchange;
  if (!hasFields(exchange, ["agent_id", "agent_phone_number_id", "to_number"])) return;
  if (!isAgent(simulation, String(body.agent_id))) return sendNotFound(exchange, "agent");
  const to = String(body.to_number);
  if (fault?.kind === "unsuccessful" || calleeOf(to, simulation.seed) === "vendor_failure") {
    return sendJson(res, 200, { success: false, message: "The call could not be placed.", conversation_id: null });
  }
  const call = dial(simulation, {
    agent_id: String(body.agent_id),
    phone_number_id: String(body.agent_phone_number_id),
    to,
    provider,
    client_data: asObject(body.conversation_initiation_client_data),
  });
  if (fault?.kind === "lost_answer") return void res.destroy();
  const sid = call.phone?.call_sid;
  const named = provider === "twilio" ? { callSid: sid } : { sip_call_id: sid };
  sendJson(res, 200, { success: true, message: "Call initiated", conversation_id: call.id, ...named });
}

/** Begins a phone call; it runs by itself from here. */
export function dial(
  simulation: Simulation,
  order: {
    agent_id: string;
    phone_number_id: string;
    to: string;
    provider: "twilio" | "sip_trunk";
    client_data: Record<string, unknown>;
    batch?: SimulatedCall["batch"];
  },
): SimulatedCall {
  const variables = asObject(order.client_data.dynamic_variables);
  const call = newCall({
    id: simulation.nextId("conv"),
    agent_id: order.agent_id,
    created_at: simulation.now(),
    language: languageIn(variables),
    variables,
    batch: order.batch ?? null,
    phone: {
      provider: order.provider,
      direction: "outbound",
      phone_number_id: order.phone_number_id,
      agent_number: "+966110000000",
      external_number: order.to,
      call_sid: simulation.nextId("CA"),
      result: null,
    },
  });
  simulation.calls.set(call.id, call);
  simulation.background(() => runPhoneCall(simulation, call));
  return call;
}
