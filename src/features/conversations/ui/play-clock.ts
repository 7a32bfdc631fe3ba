/** Where a recording stands, in seconds; null until somebody plays it or jumps in it. Whoever only wants to know which line is
 *  spoken is not drawn again for every tick. */
export function createPlayClock() {
  let now: number | null = null;
  const watchers = new Set<() => void>();
  return {
    read: () => now,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    set: (seconds: number | null) => {
      if (seconds === now) return;
      now = seconds;
      for (const watcher of watchers) watcher();
    },
  };
}

export type PlayClock = ReturnType<typeof createPlayClock>;
