import type { Simulation } from "../simulation.ts";
import type { SimulatedCall } from "./call.ts";
import { sendWebhooks } from "./webhooks.ts";

/** Ends a call: a while of processing, then its final state and its webhooks. Once; later calls change nothing. */
export async function finishCall(
  simulation: Simulation,
  call: SimulatedCall,
  end: { status: "done" | "failed"; reason: string },
): Promise<void> {
  if (call.end_reason !== null) return;
  call.end_reason = end.reason;
  call.status = "processing";
  await simulation.pause(simulation.pace_ms);
  call.status = end.status;
  await sendWebhooks(simulation, call);
}
