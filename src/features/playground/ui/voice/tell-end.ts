import { failureOf, isPassing } from "#trpc/failure.ts";

const longest_wait_ms = 15_000;

/** Tells our server that a call is over, again and later each time while it cannot be reached: a line often breaks together
 *  with the network. Answers whether it has arrived, and how to give it up.
 *  @param onUnsaved told whether it is still to arrive */
export function tellEnd(send: () => Promise<unknown>, onUnsaved: (isUnsaved: boolean) => void) {
  let isSaved = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (wait_ms: number): Promise<void> =>
    send().then(
      () => {
        isSaved = true;
        onUnsaved(false);
      },
      (error) => {
        onUnsaved(true);
        if (!isPassing(error) && failureOf(error).code !== "UNAUTHORIZED") return;
        timer = setTimeout(() => void tell(Math.min(longest_wait_ms, wait_ms * 2)), wait_ms);
      },
    );
  return { told: tell(1000), isSaved: () => isSaved, stop: () => clearTimeout(timer) };
}
