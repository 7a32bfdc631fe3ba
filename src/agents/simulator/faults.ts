/** What the simulator can do wrong, as the vendors do it. */
export type Fault =
  | { kind: "status"; status: number; retry_after?: number }
  /** Never answers. */
  | { kind: "hang" }
  /** 200 with an error in the body. */
  | { kind: "error_body" }
  /** A 200 that says it failed (outbound calls). */
  | { kind: "unsuccessful" }
  /** Streams: an error event after some words; the connection cut after some words; an end without [DONE]. */
  | { kind: "mid_error" }
  | { kind: "cut" }
  | { kind: "no_done" }
  /** Voice sockets: dropped without a close frame, or out of quota: told by an event or by the vendor's older flat one. */
  | { kind: "drop" }
  | { kind: "quota"; form: "event" | "flat" }
  /** Answers, and the connection is lost before the answer arrives: a call that was placed and nobody knows. */
  | { kind: "lost_answer" }
  /** Webhooks of the next finished call: three times each and out of order, or never. */
  | { kind: "repeat_shuffled" }
  | { kind: "never_sent" };

export type FaultTarget = "openrouter" | "elevenlabs" | "socket" | "webhook";

export interface Faults {
  /** The next request of that kind fails so; `path` narrows it to paths that contain it, `times` repeats it. */
  next(target: FaultTarget, fault: Fault, options?: { path?: string; times?: number }): void;
  clear(): void;
  /** Takes the first fault that fits, or null. For the simulator itself. */
  take(target: FaultTarget, path?: string): Fault | null;
}

/** Faults waiting for their request, first come first served. */
export function openFaults(): Faults {
  let waiting: { target: FaultTarget; fault: Fault; path: string }[] = [];
  return {
    next: (target, fault, { path = "", times = 1 } = {}) => {
      for (let time = 0; time < times; time++) waiting.push({ target, fault, path });
    },
    clear: () => {
      waiting = [];
    },
    take: (target, path = "") => {
      const at = waiting.findIndex((one) => one.target === target && path.includes(one.path));
      return at < 0 ? null : (waiting.splice(at, 1)[0]?.fault ?? null);
    },
  };
}

/** A fault by its name in a model id ("sim/429", "sim/cut"): for trying one out by hand. Null: no such name. */
export function faultNamed(name: string): Fault | null {
  const status = /^[45]\d\d$/.exec(name);
  if (status) return { kind: "status", status: Number(name), ...(name === "429" ? { retry_after: 2 } : {}) };
  if (name === "timeout") return { kind: "hang" };
  const kinds = { "error-body": "error_body", "mid-error": "mid_error", cut: "cut", "no-done": "no_done" } as const;
  const kind = Object.entries(kinds).find(([known]) => known === name)?.[1];
  return kind ? { kind } : null;
}
