import postgres from "postgres";
import { Unavailable } from "../errors.ts";

type Row = Record<string, unknown>;

/** One database connection that knows when it is dead.
 *
 *  postgres.js as a pool of its own is not used for transactions: when the server goes away inside one, its `begin` writes to
 *  a socket that is gone and the process dies of an uncaught TypeError (upstream 1066, 1154, 1208). One client of one
 *  connection each has no such path: the driver may reconnect, but this wrapper has refused every further statement by then,
 *  so that nothing can run outside the transaction it belongs to. */
export class Connection {
  readonly opened_at = Date.now();
  readonly #sql: postgres.Sql;
  readonly #prepare: boolean;
  #closed: Unavailable | null = null;
  #savepoints = 0;

  constructor(
    url: string,
    options: { prepare: boolean; application: string; onClose: (connection: Connection) => void },
  ) {
    this.#prepare = options.prepare;
    this.#sql = postgres(url, {
      max: 1,
      prepare: options.prepare,
      connect_timeout: 5,
      // Lifetimes are the pool's business: the driver would end a connection between two statements of a transaction.
      max_lifetime: null,
      idle_timeout: 300,
      onnotice: () => {},
      connection: { application_name: options.application, TimeZone: "UTC" },
      onclose: () => {
        this.#close(new Unavailable("The database closed the connection."));
        options.onClose(this);
      },
    });
    // Texts in, texts out: the column types decide what a value is (drizzle/columns.ts), not the driver.
    const same = (value: unknown) => value;
    for (const type of [1082, 1083, 1114, 1184, 1182, 1115, 1185]) {
      this.#sql.options.parsers[type] = same;
      this.#sql.options.serializers[type] = same;
    }
    for (const type of [114, 3802]) this.#sql.options.serializers[type] = same;
  }

  get closed(): boolean {
    return this.#closed !== null;
  }

  /** Sends a statement behind those sent before, without waiting for their answers. */
  send(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const answer = this.unsafe(text, parameters).execute();
    // Whoever sent it will await it, perhaps after the next statement failed first.
    answer.catch(() => {});
    return answer;
  }

  /** What drizzle's session calls. Named by the driver for its text argument; texts here come from drizzle or are literals. */
  unsafe(text: string, parameters: readonly unknown[] = [], _options?: object): postgres.PendingQuery<Row[]> {
    if (this.#closed) throw this.#closed;
    return this.#sql.unsafe(text, parameters as postgres.ParameterOrJSON<never>[], { prepare: this.#prepare });
  }

  /** Work whose failure can be survived: what it wrote is undone, the transaction goes on. */
  async savepoint<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const name = `s${this.#savepoints++}`;
    this.send(`savepoint ${name}`);
    try {
      return await work(this);
    } catch (cause) {
      if (!this.closed) await this.send(`rollback to savepoint ${name}`);
      throw cause;
    }
  }

  async end(): Promise<void> {
    this.#close(new Unavailable("The connection was ended."));
    await this.#sql.end({ timeout: 0 });
  }

  #close(reason: Unavailable) {
    this.#closed ??= reason;
  }
}
