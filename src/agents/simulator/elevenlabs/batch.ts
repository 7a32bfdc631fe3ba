import { asObject, type Exchange, sendJson } from "../exchange.ts";
import type { Simulation } from "../simulation.ts";
import { isAgent } from "./agents.ts";
import { hasFields, sendNotFound } from "./answers.ts";
import type { SimulatedCall } from "./call.ts";
import { calleeOf } from "./callee.ts";
import { dial } from "./outbound.ts";

interface Recipient {
  id: string;
  phone_number: string;
  client_data: Record<string, unknown>;
  call: SimulatedCall | null;
  is_failed: boolean;
}

/** A batch of calls. Its state is that of its calls, read anew each time. */
export interface Batch {
  id: string;
  name: string;
  agent_id: string;
  phone_number_id: string;
  created_at: number;
  scheduled_at: number;
  is_cancelled: boolean;
  retry_count: number;
  recipients: Recipient[];
}

/** Batch calling: submit, list, read, cancel, retry, delete. */
export function answerBatches(simulation: Simulation, exchange: Exchange, rest: string) {
  const { method, res, body } = exchange;
  if (method === "POST" && rest === "/submit") return submit(simulation, exchange);
  if (method === "GET" && rest === "/workspace") {
    const batch_calls = [...simulation.batches.values()].toReversed().map(shownBatch);
    return sendJson(res, 200, { batch_calls, next_doc: null, has_more: false });
  }
  const [, id = "", verb = ""] = /^\/([^/]+)(?:\/(cancel|retry))?$/.exec(rest) ?? [];
  const batch = simulation.batches.get(id);
  if (!batch) return sendNotFound(exchange, "batch_call");
  if (method === "GET" && verb === "")
    return sendJson(res, 200, { ...shownBatch(batch), recipients: batch.recipients.map(shownRecipient) });
  if (method === "DELETE" && verb === "") {
    simulation.batches.delete(id);
    return sendJson(res, 200, {});
  }
  if (method === "POST" && verb === "cancel") batch.is_cancelled = true;
  else if (method === "POST" && verb === "retry") {
    batch.retry_count += 1;
    const missed = batch.recipients.filter((one) => one.is_failed || one.call?.status === "failed");
    simulation.background(() => run(simulation, batch, missed));
  } else return sendNotFound(exchange, "route");
  sendJson(res, 200, {
    ...shownBatch(batch),
    ...(body.verbose === true && { recipients: batch.recipients.map(shownRecipient) }),
  });
}

function submit(simulation: Simulation, exchange: Exchange) {
  const { body, res } = exchange;
  if (!hasFields(exchange, ["call_name", "agent_id"])) return;
  if (!isAgent(simulation, String(body.agent_id))) return sendNotFound(exchange, "agent");
  const given = (Array.isArray(body.recipients) ? body.recipients : []).map(asObject);
  if (given.length === 0 || given.some(({ phone_number }) => typeof phone_number !== "string")) {
    return sendJson(res, 422, { detail: [{ loc: ["body", "recipients"], msg: "Field required", type: "missing" }] });
  }
  const now = simulation.now();
  const batch: Batch = {
    id: simulation.nextId("btcal"),
    name: String(body.call_name),
    agent_id: String(body.agent_id),
    phone_number_id: String(body.agent_phone_number_id ?? "phnum_sim_twilio"),
    created_at: now,
    scheduled_at: typeof body.scheduled_time_unix === "number" ? body.scheduled_time_unix * 1000 : now,
    is_cancelled: false,
    retry_count: 0,
    recipients: given.map((one) => ({
      id: typeof one.id === "string" ? one.id : simulation.nextId("rcpt"),
      phone_number: String(one.phone_number),
      client_data: asObject(one.conversation_initiation_client_data),
      call: null,
      is_failed: false,
    })),
  };
  simulation.batches.set(batch.id, batch);
  simulation.background(() => run(simulation, batch, batch.recipients));
  sendJson(res, 200, shownBatch(batch));
}

async function run(simulation: Simulation, batch: Batch, recipients: readonly Recipient[]): Promise<void> {
  await simulation.pause(batch.scheduled_at - simulation.now());
  for (const recipient of recipients) {
    if (batch.is_cancelled) return;
    recipient.is_failed = calleeOf(recipient.phone_number, simulation.seed) === "vendor_failure";
    if (!recipient.is_failed) {
      recipient.call = dial(simulation, {
        agent_id: batch.agent_id,
        phone_number_id: batch.phone_number_id,
        to: recipient.phone_number,
        provider: "twilio",
        client_data: recipient.client_data,
        batch: { batch_call_id: batch.id, batch_call_recipient_id: recipient.id },
      });
    }
    await simulation.pause(simulation.pace_ms);
  }
}

function shownBatch(batch: Batch): Record<string, unknown> {
  const states = batch.recipients.map((one) => stateOf(one, batch));
  const finished = states.filter((state) => ["completed", "failed", "cancelled", "voicemail"].includes(state)).length;
  const dispatched = batch.recipients.filter(({ call }) => call !== null).length;
  const is_over = finished === states.length;
  return {
    id: batch.id,
    name: batch.name,
    agent_id: batch.agent_id,
    agent_name: "Simulated agent",
    phone_number_id: batch.phone_number_id,
    phone_provider: "twilio",
    created_at_unix: Math.floor(batch.created_at / 1000),
    scheduled_time_unix: Math.floor(batch.scheduled_at / 1000),
    last_updated_at_unix: Math.floor(batch.created_at / 1000),
    total_calls_dispatched: dispatched,
    total_calls_scheduled: states.length,
    total_calls_finished: finished,
    retry_count: batch.retry_count,
    status: batch.is_cancelled ? "cancelled" : is_over ? "completed" : dispatched > 0 ? "in_progress" : "pending",
  };
}

function shownRecipient(recipient: Recipient): Record<string, unknown> {
  const at = Math.floor((recipient.call?.created_at ?? 0) / 1000);
  return {
    id: recipient.id,
    phone_number: recipient.phone_number,
    status: stateOf(recipient, null),
    created_at_unix: at,
    updated_at_unix: at,
    conversation_id: recipient.call?.id ?? null,
    conversation_initiation_client_data: recipient.client_data,
  };
}

function stateOf({ call, is_failed }: Recipient, batch: Batch | null): string {
  if (is_failed) return "failed";
  if (!call) return batch?.is_cancelled ? "cancelled" : "pending";
  if (call.phone?.result === "voicemail") return "voicemail";
  const states = {
    initiated: "initiated",
    "in-progress": "in_progress",
    processing: "in_progress",
    done: "completed",
    failed: "failed",
  };
  return states[call.status];
}
