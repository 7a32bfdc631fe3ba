/** Round values for an axis from zero, at most five, the last one at or above `highest`. */
export function axisTicks(highest: number): number[] {
  if (highest <= 0) return [0, 1];
  const rough = highest / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? power * 10,
  );
  const whole = step < 10 ? Math.ceil(step) : step;
  const ticks: number[] = [];
  for (let value = 0; value < highest + whole; value += whole) ticks.push(value);
  return ticks;
}
