import type { Series } from "./stacked-bars.tsx";

export function Legend({ series }: { series: readonly Series[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
      {series.map(({ key, label, color }) => (
        <li key={key} className="flex items-center gap-1.5">
          <i className="size-2.5 rounded-[3px]" style={{ background: color }} aria-hidden />
          {label}
        </li>
      ))}
    </ul>
  );
}
