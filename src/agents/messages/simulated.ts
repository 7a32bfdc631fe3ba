import { type MessageProvider, VendorError, type VendorFault } from "../ports.ts";

/** A text that the simulator took. */
export interface SentMessage {
  to: string;
  text: string;
  reference: string;
  message_id: string;
  /** How often it was asked to send it. It is sent once. */
  asked: number;
}

export interface SimulatedMessages extends MessageProvider {
  /** What was sent, first to last. */
  readonly sent: readonly SentMessage[];
}

/** What a number ends with decides what becomes of a text to it, so that every fault can be had at will. */
const faults: readonly (readonly [ending: string, fault: VendorFault])[] = [
  ["90", "refused"],
  ["91", "timeout"],
  ["92", "unavailable"],
  ["93", "rate_limited"],
  ["94", "no_credit"],
];

/** A message service inside this process: every text is delivered at once and kept in `sent`, but to numbers that end with one of
 *  the faults above. One `reference` is one message. */
export function simulatedMessages(): SimulatedMessages {
  const sent: SentMessage[] = [];
  const byReference = new Map<string, SentMessage>();
  return {
    vendor: "simulator",
    is_simulated: true,
    sent,
    async send({ to, text, reference }) {
      const fault = faults.find(([ending]) => to.endsWith(ending))?.[1];
      if (fault) throw new VendorError("messages", fault);
      const known = byReference.get(reference);
      if (known) {
        known.asked += 1;
        return { message_id: known.message_id };
      }
      const message = { to, text, reference, message_id: `sim_${reference}`, asked: 1 };
      sent.push(message);
      byReference.set(reference, message);
      return { message_id: message.message_id };
    },
  };
}
