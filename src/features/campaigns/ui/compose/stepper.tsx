"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { cx } from "#ui/cx.ts";
import { compose_steps } from "./parsers.ts";
import type { Compose } from "./use-compose.ts";

/** Where one is on the way. Each step can be opened; the one that is left is saved first. */
export function Stepper({ compose: { step, go, draft } }: { compose: Compose }) {
  const t = useTranslations("campaigns");
  const format = useFormat();
  const here = compose_steps.indexOf(step);
  return (
    <nav aria-label={t("steps")} className="shrink-0 border-line border-b px-4 md:px-6">
      <ol className="bare-scroll flex gap-1 overflow-x-auto py-2 md:gap-3">
        {compose_steps.map((name, at) => (
          <li key={name} className="shrink-0">
            <button
              type="button"
              aria-current={name === step ? "step" : undefined}
              disabled={!draft && at > 1}
              onClick={() => name !== step && void go(name)}
              className={cx(
                "flex h-9 items-center gap-2 rounded-control px-2 text-13 transition-colors duration-120 pointer-coarse:h-11",
                name === step ? "font-semibold text-ink" : "text-ink-2 enabled:hover:bg-hover disabled:text-muted",
              )}
            >
              <span
                className={cx(
                  "grid size-6 place-items-center rounded-full text-12",
                  name === step
                    ? "bg-accent text-on-accent"
                    : at < here
                      ? "bg-accent-soft text-accent-text"
                      : "border border-line-strong",
                )}
              >
                {at < here ? <Check size={14} strokeWidth={2.25} aria-hidden /> : format.number(at + 1)}
              </span>
              <span className={name === step ? "" : "max-md:sr-only"}>{t(`step_${name}`)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
