import Link from "next/link";
import { Ltr } from "./ltr.tsx";

/** `href` opens the rows that a step counts. */
export type FunnelStep = {
  key: string;
  label: string;
  value: number;
  figure: string;
  kept: string | null;
  href?: string;
};

/** Each step beside the one before it: bar, count, and what share came through. */
export function Funnel({ steps }: { steps: readonly FunnelStep[] }) {
  const most = Math.max(1, ...steps.map((step) => step.value));
  return (
    <ol className="grid px-2 pb-3 text-13">
      {steps.map((step, at) => (
        <li
          key={step.key}
          className="relative grid grid-cols-[5.5rem_minmax(0,1fr)_3rem_2.75rem] items-center gap-2.5 rounded-chip px-2 py-1.25 leading-snug has-[a:hover]:bg-hover"
        >
          {step.href ? (
            <Link href={step.href} prefetch={false} className="cut after:absolute after:inset-0 after:rounded-chip">
              {step.label}
            </Link>
          ) : (
            <span className="cut">{step.label}</span>
          )}
          <span className="h-5 rounded-[5px] bg-sunken">
            <span
              hidden={step.value === 0}
              className="block h-full min-w-1 rounded-[5px] bg-chart-1 transition-[inline-size] duration-260 ease-ui"
              style={{ inlineSize: `${(step.value / most) * 100}%`, opacity: 1 - at * 0.12 }}
            />
          </span>
          <b className="text-end font-semibold">
            <Ltr>{step.figure}</Ltr>
          </b>
          <small className="text-end text-12 text-muted">{step.kept ? <Ltr>{step.kept}</Ltr> : null}</small>
        </li>
      ))}
    </ol>
  );
}
