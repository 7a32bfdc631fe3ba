/** One round's figures. */
export interface Round {
  answered: number;
  per_second: number;
  /** Latencies in milliseconds. */
  p50: number;
  p99: number;
  /** Milliseconds of processor time a request took in the contender's own process; the database's are not in it. Says more
   *  than requests per second while something else keeps the machine busy. */
  cpu: number;
}

/** The value below which `share` (0 to 1) of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** "1234 (1100-1300)": the median and the extremes of several rounds. */
export function spread(values: readonly number[], digits = 0): string {
  const [low, mid, high] = [Math.min(...values), quantile(values, 0.5), Math.max(...values)];
  return `${mid.toFixed(digits)} (${low.toFixed(digits)}-${high.toFixed(digits)})`;
}
