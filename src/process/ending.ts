import { isRunByNpm } from "#src/env.ts";

export interface Ending {
  /** Adds what is to be closed; the last added is closed first. */
  onEnd(close: () => Promise<void> | void): void;
  /** Closes everything, once, and ends the process. */
  end(code: number): Promise<never>;
  readonly hasBegun: boolean;
}

/** npm hands a Ctrl-C on that the terminal has sent already: two within this time are one. */
const ONE_KEYPRESS_MS = 500;

/** Ends the process in order on SIGINT, SIGTERM and SIGHUP; at once on a second signal. */
export function prepareEnding(log: (line: string) => void): Ending {
  const closers: (() => Promise<void> | void)[] = [];
  let begun: number | undefined;
  const end = async (code: number): Promise<never> => {
    begun ??= Date.now();
    for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
      try {
        await close();
      } catch (error) {
        log(`Closing failed: ${error instanceof Error ? error.message : String(error)}`);
        code = 1;
      }
    }
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (begun === undefined) {
        log("Stopping: finishing open requests (again to stop at once) …");
        void end(0);
      } else if (Date.now() - begun > ONE_KEYPRESS_MS) {
        process.exit(1);
      }
    });
  }
  endWithNpm(() => {
    if (begun === undefined) void end(0);
  });
  return {
    onEnd: (close) => closers.push(close),
    end,
    get hasBegun() {
      return begun !== undefined;
    },
  };
}

/** npm runs a script in a shell, and a SIGTERM to npm ends that shell alone: its end is then our signal. */
function endWithNpm(end: () => void): void {
  if (!isRunByNpm()) return;
  const shell = process.ppid;
  const look = setInterval(() => process.ppid !== shell && end(), 250);
  look.unref();
}
