import { Unavailable } from "../errors.ts";
import { Connection } from "./connection.ts";

const lifetime_ms = 45 * 60_000;

interface Waiting {
  give: (connection: Connection) => void;
  refuse: (reason: Unavailable) => void;
}

export interface PoolOptions {
  url: string;
  size: number;
  /** False behind a PgBouncer older than 1.21. */
  prepare: boolean;
  /** How long a request may wait for a connection before it is answered 503. */
  deadline_ms: number;
  application: string;
}

/** Connections to the one database. Reached by `tenant.ts` and `doors.ts` alone: whatever else wants rows goes through them. */
export class Pool {
  readonly #options: PoolOptions;
  readonly #idle: Connection[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #onWrite: (() => void)[] = [];
  #size = 0;
  #ended = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async acquire(): Promise<Connection> {
    if (this.#ended) throw new Unavailable("The portal is shutting down.");
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#size < this.#options.size) return this.#open();
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        give: (connection) => {
          clearTimeout(timer);
          resolve(connection);
        },
        refuse: (reason) => {
          clearTimeout(timer);
          reject(reason);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(new Unavailable("No database connection was free in time."));
      }, this.#options.deadline_ms);
      this.#waiting.push(waiting);
    });
  }

  release(connection: Connection): void {
    if (connection.closed) return;
    if (this.#ended || Date.now() - connection.opened_at > lifetime_ms) {
      this.discard(connection);
      return;
    }
    const waiting = this.#waiting.shift();
    if (waiting) waiting.give(connection);
    else this.#idle.push(connection);
  }

  /** Calls `listener` after each transaction of this process that may have written. */
  onWrite(listener: () => void): void {
    this.#onWrite.push(listener);
  }

  /** Something was committed. */
  wrote(): void {
    for (const listener of this.#onWrite) listener();
  }

  /** Gives up a connection whose state is unknown: the server rolls back what was open on it. */
  discard(connection: Connection): void {
    if (connection.closed) return;
    this.#forget(connection);
    connection.end().catch(() => {});
  }

  async end(): Promise<void> {
    this.#ended = true;
    for (const waiting of this.#waiting.splice(0)) waiting.refuse(new Unavailable("The portal is shutting down."));
    await Promise.all(this.#idle.splice(0).map((connection) => connection.end().catch(() => {})));
  }

  #open(): Connection {
    this.#size += 1;
    const { url, prepare, application } = this.#options;
    return new Connection(url, { prepare, application, onClose: (closed) => this.#lost(closed) });
  }

  #lost(connection: Connection) {
    this.#forget(connection);
    // Ends the driver's own client too, or it would reconnect for a statement that still waited in its queue.
    connection.end().catch(() => {});
  }

  #forget(connection: Connection) {
    if (forgotten.has(connection)) return;
    forgotten.add(connection);
    this.#size -= 1;
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    const waiting = this.#waiting.shift();
    if (waiting) waiting.give(this.#open());
  }
}

const forgotten = new WeakSet<Connection>();
