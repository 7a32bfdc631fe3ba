import { LoaderCircle, TriangleAlert, Wrench } from "lucide-react";
import type { ReactNode } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { cx } from "./cx.ts";

const looks = {
  running: { icon: LoaderCircle, edge: "border-agent", ink: "animate-spin text-agent-text" },
  done: { icon: Wrench, edge: "border-line-strong", ink: "text-muted" },
  failed: { icon: TriangleAlert, edge: "border-rejected", ink: "text-rejected" },
};

type Props = {
  state: keyof typeof looks;
  /** The state in words, for who cannot see the icon. */
  spoken?: string;
  /** As the machine calls it: "search_properties". */
  name: string | null;
  /** Its result in words. */
  text: ReactNode;
  duration_ms: number | null;
  isOpen: boolean;
  onToggle: () => void;
  /** What it opens to. */
  children: ReactNode;
};

/** What a machine did between two lines: a dashed chip with its result in words, which opens to the facts. */
export function StepChip({ state, spoken, name, text, duration_ms, isOpen, onToggle, children }: Props) {
  const format = useFormat();
  const { icon: Icon, edge, ink } = looks[state];
  return (
    <div
      data-state={state}
      className={cx("max-w-full rounded-control border border-dashed text-13", edge, isOpen && "w-full bg-sunken")}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="flex min-h-8 w-full max-w-full items-center gap-2 rounded-control px-2.5 py-1 text-start hover:bg-hover pointer-coarse:min-h-11"
      >
        <Icon size={14} strokeWidth={1.75} className={cx("shrink-0", ink)} aria-hidden />
        {spoken ? <span className="sr-only">{spoken}</span> : null}
        {name ? (
          <code dir="ltr" className="shrink-0 text-12 text-agent-text max-md:max-w-36 max-md:cut">
            {name}
          </code>
        ) : null}
        <span dir="auto" className={cx("min-w-0 text-ink-2", isOpen ? "[overflow-wrap:anywhere]" : "cut")}>
          {text}
        </span>
        {duration_ms !== null ? <bdi className="shrink-0 text-12 text-muted">{format.seconds(duration_ms)}</bdi> : null}
      </button>
      {isOpen ? <div className="border-line border-t border-dashed px-3 py-2.5">{children}</div> : null}
    </div>
  );
}

/** A value as the machine sent or got it; nothing where there is none. */
export function RawValue({ name, value }: { name: string; value: unknown }) {
  if (value === undefined || value === null) return null;
  return (
    <div className="not-first:mt-2">
      <p className="text-12 text-muted">{name}</p>
      <pre dir="ltr" className="whitespace-pre-wrap text-12 [overflow-wrap:anywhere]">
        {JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}
