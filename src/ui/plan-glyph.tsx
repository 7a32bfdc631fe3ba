import { cx } from "./cx.ts";

const plans = {
  villa: { walls: "M8 9h24v22H8zM20 9v9M8 20h12M20 24v7M20 24h12", swing: "M26 31a4 4 0 0 1 4-4" },
  apartment: { walls: "M8 8h24v24H8zM8 19h10M22 19h10M18 8v7M22 26v6", swing: "M18 19a4 4 0 0 1 4 4" },
  townhouse: { walls: "M7 12h9v18H7zM16 12h9v18h-9zM25 12h8v18h-8zM7 20h9M16 22h9M25 20h8", swing: "" },
  plot: { walls: "M9 12l22-4v22l-22 3z", swing: "" },
  office: { walls: "M8 8h24v24H8zM8 15h16M24 8v7M14 15v10M8 25h24M20 25v7M26 25v7", swing: "M24 19a4 4 0 0 1 4-4" },
};

export type PlanKind = keyof typeof plans;

/** A listing drawn as a small line floor plan. Plots are dashed: nothing stands there yet. */
export function PlanGlyph({ kind, className }: { kind: PlanKind; className?: string }) {
  const plan = plans[kind];
  return (
    <svg
      viewBox="0 0 40 40"
      aria-hidden="true"
      className={cx(
        "size-10 shrink-0 rounded-control border border-line bg-sunken fill-none stroke-ink-2 [stroke-width:1.5]",
        className,
      )}
    >
      <path d={plan.walls} strokeDasharray={kind === "plot" ? "3 2.5" : undefined} />
      {kind === "plot" ? <path d="M20 17v8M16 21h8" /> : null}
      {plan.swing ? <path d={plan.swing} opacity={0.55} /> : null}
    </svg>
  );
}
