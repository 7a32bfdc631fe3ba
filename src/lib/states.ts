/** The state machines of the product, one pure table each: what the screens offer and the commands allow.
 *  The database holds the same tables (app.next_states) and refuses whatever is not in them; a test keeps the two equal. */
export const machines = {
  booking: {
    pending: ["approved", "rejected", "cancelled"],
    approved: ["cancelled", "completed"],
    rejected: [],
    cancelled: [],
    completed: [],
  },
  ticket: {
    open: ["in_progress", "resolved", "closed"],
    in_progress: ["open", "resolved", "closed"],
    resolved: ["in_progress", "closed"],
    closed: ["in_progress"],
  },
  campaign: {
    draft: ["scheduled", "running", "cancelled"],
    scheduled: ["draft", "running", "cancelled"],
    running: ["paused", "completed", "cancelled"],
    paused: ["running", "completed", "cancelled"],
    completed: [],
    cancelled: [],
  },
  recipient: {
    pending: ["dialling", "skipped"],
    dialling: ["answered", "no_answer", "busy", "voicemail", "failed", "pending"],
    answered: [],
    no_answer: ["pending"],
    busy: ["pending"],
    voicemail: ["pending"],
    // A dial in doubt is settled as failed; the vendor's report may still come and tell how it went.
    failed: ["pending", "answered", "no_answer", "busy", "voicemail"],
    skipped: [],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type Machine = keyof typeof machines;

/** The states that may follow `state`; none for an unknown one. */
export function nextStates(machine: Machine, state: string): readonly string[] {
  const table: Record<string, readonly string[]> = machines[machine];
  return table[state] ?? [];
}

export const mayStep = (machine: Machine, from: string, to: string) => nextStates(machine, from).includes(to);
