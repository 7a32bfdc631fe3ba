import type { Connection } from "#server/connection.ts";
import { Pool } from "#server/pool.ts";

/** A process that dies at its n-th step: a step is a statement sent, or whatever calls `step`. From then on nothing it sends arrives,
 *  and what it had open is rolled back, as when it was killed. */
export class Death {
  readonly #at: number;
  steps = 0;
  constructor(at: number) {
    this.#at = at;
  }
  get hasCome(): boolean {
    return this.steps >= this.#at;
  }
  /** Throws when it is dead. */
  step(): void {
    this.steps += 1;
    if (this.hasCome) throw new Error("dead");
  }
}

/** Connections of a process that will die. */
export class DyingPool extends Pool {
  readonly #death: Death;
  readonly #real = new WeakMap<Connection, Connection>();

  constructor(url: string, death: Death) {
    super({ url, size: 4, prepare: true, deadline_ms: 5_000, application: "dying" });
    this.#death = death;
  }

  override async acquire(): Promise<Connection> {
    if (this.#death.hasCome) throw new Error("dead");
    const connection = await super.acquire();
    const watched = new Proxy(connection, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== "function") return value;
        return (...parameters: unknown[]) => {
          if (name === "send" || name === "unsafe") this.#watch(target);
          return Reflect.apply(value, target, parameters);
        };
      },
    });
    this.#real.set(watched, connection);
    return watched;
  }

  override release(connection: Connection): void {
    super.release(this.#real.get(connection) ?? connection);
  }

  override discard(connection: Connection): void {
    super.discard(this.#real.get(connection) ?? connection);
  }

  #watch(connection: Connection): void {
    try {
      this.#death.step();
    } catch (dead) {
      super.discard(connection);
      throw dead;
    }
  }
}
