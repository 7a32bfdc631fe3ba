import { asRefusal } from "#server/database-errors.ts";
import { callDoor } from "#server/doors.ts";
import { log } from "#server/log.ts";
import type { Pool } from "#server/pool.ts";

/** One change of one row, by ids only: whoever wants the row asks for it with his own permissions. */
export interface Change {
  /** Unique over all changes. */
  seq: string;
  /** Where to resume after this one: nothing before it can still come. */
  position: string;
  company_id: string;
  table: string;
  id: string;
  op: "insert" | "update" | "delete";
}

export type Listener = (changes: readonly Change[]) => void;

interface Place {
  xid: string;
  seq: string;
}

interface Row extends Place {
  company_id: string;
  table_name: string;
  row_id: string;
  op: Change["op"];
  is_settled: boolean;
}

/** Writes that come close together are read together. */
const gathering_ms = 10;
const most = 1000;

/** The publisher: one a process, tailing the audit trail and handing changes to this process's subscribers as soon as they are
 *  committed. It goes on from the transaction-id watermark and remembers what it told above it, so that a transaction that
 *  commits late is never skipped and a long one holds nobody up. It asks only while somebody listens; a write of this process
 *  nudges it, writes of others are seen within its interval. */
export class ChangeFeed {
  readonly #pool: Pool;
  readonly #interval_ms: number;
  readonly #listeners = new Map<string, Set<Listener>>();
  #at: Place | null = null;
  #toldEarly = new Set<string>();
  #timer: NodeJS.Timeout | null = null;
  #reading: Promise<void> | null = null;
  #isNudged = false;
  #stopped = false;

  constructor(pool: Pool, interval_ms = 250) {
    this.#pool = pool;
    this.#interval_ms = interval_ms;
    pool.onWrite(() => this.#nudge());
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

  /** The company's changes after a position; null when there are too many to list, or it was not one of ours: look anew.
   *  One that was told already may come again. */
  async since(company_id: string, position: string): Promise<Change[] | null> {
    const at = parsePosition(position);
    if (!at) return null;
    const rows = await this.#read(at);
    if (rows.length >= most) return null;
    const settled = lastSettled(rows) ?? at;
    return rows.filter((row) => row.company_id === company_id).map((row) => asChange(row, settled));
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

  /** Something was written just now. */
  #nudge() {
    if (this.#isNudged || this.#listeners.size === 0) return;
    this.#isNudged = true;
    // While it reads, the end of that comes back to this.
    if (!this.#reading) this.#lookIn(gathering_ms);
  }

  #lookIn(ms: number) {
    if (this.#stopped) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), ms);
    this.#timer.unref();
  }

  #look() {
    if (this.#stopped || this.#reading) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isNudged = false;
    this.#reading = this.#deliver().finally(() => {
      this.#reading = null;
      if (this.#isNudged) this.#lookIn(gathering_ms);
      else if (this.#listeners.size > 0) this.#lookIn(this.#interval_ms);
      else {
        // Nobody listens: the next subscriber begins where the feed stands then.
        this.#at = null;
        this.#toldEarly.clear();
      }
    });
  }

  async #deliver() {
    try {
      let from = this.#at;
      for (let page = 0; from !== null; page += 1) {
        const rows: Row[] = await this.#read(from);
        this.#tell(rows, page === 0);
        from = rows.length < most ? null : (rows.at(-1) ?? null);
      }
    } catch (cause) {
      // The place stands, so nothing is lost: the next look begins where this one failed.
      log.warn({ failure: String(asRefusal(cause)) }, "change feed interrupted");
    }
  }

  /** Only a look's first page moves the place on: a later page is a later snapshot, below whose watermark something may have
   *  committed that the first page could not see. */
  #tell(rows: readonly Row[], isFirstPage: boolean) {
    const settled = (isFirstPage && lastSettled(rows)) || this.#at;
    if (!settled) return;
    this.#at = settled;
    const news = rows.filter(({ seq }) => !this.#toldEarly.has(seq));
    for (const { seq, is_settled } of rows) {
      if (isFirstPage && is_settled) this.#toldEarly.delete(seq);
      else this.#toldEarly.add(seq);
    }
    for (const [company_id, group] of Map.groupBy(news, (row) => row.company_id)) {
      const changes = group.map((row) => asChange(row, settled));
      for (const listener of this.#listeners.get(company_id) ?? []) listener(changes);
    }
  }

  #read({ xid, seq }: Place): Promise<Row[]> {
    const call =
      "select xid::text, seq, company_id, table_name, row_id, op, is_settled from app.changes_since($1, $2, $3)";
    return callDoor<Row>(this.#pool, call, [xid, seq, most]);
  }
}

const lastSettled = (rows: readonly Row[]): Place | undefined => rows.findLast((row) => row.is_settled);

const asChange = ({ seq, company_id, table_name, row_id, op }: Row, settled: Place): Change => ({
  seq,
  position: `${settled.xid}.${settled.seq}`,
  company_id,
  table: table_name,
  id: row_id,
  op,
});

function parsePosition(position: string): Place | null {
  const parts = /^(\d{1,20})\.(\d{1,19})$/.exec(position);
  return parts?.[1] && parts[2] ? { xid: parts[1], seq: parts[2] } : null;
}
