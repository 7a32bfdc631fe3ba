import { asRefusal } from "#server/database-errors.ts";
import { callDoor } from "#server/doors.ts";
import { log } from "#server/log.ts";
import type { Pool } from "#server/pool.ts";

/** One change of one row, by ids only: whoever wants the row asks for it with his own permissions.
 *  `position` orders all changes of all companies by commit; a subscriber that reconnects says the last one it saw. */
export interface Change {
  position: string;
  company_id: string;
  table: string;
  id: string;
  op: "insert" | "update" | "delete";
}

export type Listener = (changes: readonly Change[]) => void;

const interval_ms = 250;
const most = 1000;

/** The publisher: one a process, tailing the audit trail and handing changes to this process's subscribers.
 *  It reads by transaction-id watermark, so that a transaction that commits late is never skipped, and asks only while
 *  somebody listens. A write of this process nudges it; writes of others are seen within `interval_ms`. */
export class ChangeFeed {
  readonly #pool: Pool;
  readonly #listeners = new Map<string, Set<Listener>>();
  #at: { xid: string; seq: string } | null = null;
  #timer: NodeJS.Timeout | null = null;
  #reading: Promise<void> | null = null;
  #again = false;
  #stopped = false;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Calls `listener` with the company's changes from now on, in commit order. Answers the way to stop. */
  async subscribe(company_id: string, listener: Listener): Promise<() => void> {
    const listeners = this.#listeners.get(company_id) ?? new Set();
    this.#listeners.set(company_id, listeners.add(listener));
    await this.#begin();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(company_id);
    };
  }

  /** Where the feed stands now: what a page that is being printed has already seen. */
  async position(): Promise<string> {
    const [row] = await callDoor<{ xid: string }>(this.#pool, "select app.changes_now()::text as xid", []);
    return `${row?.xid ?? "0"}.0`;
  }

  /** The company's changes after a position; null when there are too many to list, or it was not one of ours: look anew. */
  async since(company_id: string, position: string): Promise<Change[] | null> {
    const at = parsePosition(position);
    if (!at) return null;
    const changes = await this.#read(at);
    return changes.length < most ? changes.filter((change) => change.company_id === company_id) : null;
  }

  /** Something was written just now: look at once. */
  nudge(): void {
    if (this.#listeners.size > 0) this.#look();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  async #begin() {
    if (this.#at) return;
    const at = parsePosition(await this.position());
    this.#at ??= at;
    this.#look();
  }

  #look() {
    if (this.#stopped) return;
    if (this.#reading) {
      this.#again = true;
      return;
    }
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#reading = this.#deliver().finally(() => {
      this.#reading = null;
      if (this.#stopped) return;
      if (this.#again) {
        this.#again = false;
        this.#look();
      } else if (this.#listeners.size > 0) {
        this.#timer = setTimeout(() => this.#look(), interval_ms);
        this.#timer.unref();
      } else {
        this.#at = null; // Nobody listens: the next subscriber begins where the feed stands then.
      }
    });
  }

  async #deliver() {
    if (!this.#at) return;
    try {
      const changes = await this.#read(this.#at);
      const last = changes.at(-1);
      if (!last) return;
      this.#at = parsePosition(last.position);
      if (changes.length >= most) this.#again = true;
      for (const [company_id, group] of Map.groupBy(changes, (change) => change.company_id)) {
        for (const listener of this.#listeners.get(company_id) ?? []) listener(group);
      }
    } catch (cause) {
      // The position stands, so nothing is lost: the next look begins where this one failed.
      log.warn(
        { failure: asRefusal(cause) instanceof Error ? String(asRefusal(cause)) : "unknown" },
        "change feed interrupted",
      );
    }
  }

  async #read(at: { xid: string; seq: string }): Promise<Change[]> {
    const rows = await callDoor<{
      xid: string;
      seq: string;
      company_id: string;
      table_name: string;
      row_id: string;
      op: Change["op"];
    }>(this.#pool, "select xid::text, seq, company_id, table_name, row_id, op from app.changes_since($1, $2, $3)", [
      at.xid,
      at.seq,
      most,
    ]);
    return rows.map(({ xid, seq, company_id, table_name, row_id, op }) => ({
      position: `${xid}.${seq}`,
      company_id,
      table: table_name,
      id: row_id,
      op,
    }));
  }
}

/** Whether a position comes later in the feed than another. */
export function isAfter(position: string, other: string): boolean {
  const [one, two] = [parsePosition(position), parsePosition(other)];
  if (!one || !two) return true;
  const by = BigInt(one.xid) - BigInt(two.xid);
  return by > 0n || (by === 0n && BigInt(one.seq) > BigInt(two.seq));
}

function parsePosition(position: string): { xid: string; seq: string } | null {
  const parts = /^(\d{1,20})\.(\d{1,19})$/.exec(position);
  return parts?.[1] && parts[2] ? { xid: parts[1], seq: parts[2] } : null;
}
