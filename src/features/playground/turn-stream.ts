import type { TurnEvent } from "./schema.ts";

/** What a turn tells, to whoever listens. Telling never waits: the turn goes on also when the listener has left. */
export class TurnStream {
  readonly #told: TurnEvent[] = [];
  #isOver = false;
  #wake: () => void = () => {};

  tell(event: TurnEvent): void {
    this.#told.push(event);
    this.#wake();
  }

  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  async *events(): AsyncGenerator<TurnEvent, void, void> {
    for (;;) {
      const event = this.#told.shift();
      if (event) yield event;
      else if (this.#isOver) return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
