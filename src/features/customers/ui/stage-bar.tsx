"use client";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMay } from "#trpc/me.tsx";
import { Button } from "#ui/button.tsx";
import { cx } from "#ui/cx.ts";
import { MoveMenu } from "./move-menu.tsx";
import { steps } from "./stages.ts";
import type { Customer } from "./types.ts";
import { useMove } from "./use-move.ts";

/** How far along the pipeline the customer is, and where to from here. */
export function StageBar({ customer }: { customer: Customer }) {
  const t = useTranslations("customers");
  const words = useTranslations("words");
  const { move, isMoving } = useMove();
  const writes = useMay("customers.write") && !customer.merged_into;
  const { id, stage } = customer;
  const at = steps.indexOf(stage);
  const isWon = stage === "won";
  return (
    <div>
      <div className="mb-1.5 flex min-h-7.5 items-center gap-2 text-13">
        <span className="text-muted">{t("col_stage")}</span>
        <b className={cx("font-semibold", isWon && "text-approved", at < 0 && "text-muted")}>
          {words(`stage_${stage}`)}
        </b>
        {writes ? (
          <span className="ms-auto">
            <MoveMenu
              customer={customer}
              onMove={move}
              trigger={
                <Button tone="ghost" size="sm" busy={isMoving(id)} className="-me-2 text-accent-text">
                  {t("move_to")}
                  <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
                </Button>
              }
            />
          </span>
        ) : null}
      </div>
      <div
        role="img"
        aria-label={at < 0 ? words("stage_lost") : t("stage_of", { at: at + 1, of: steps.length })}
        className="grid grid-cols-6 gap-[3px]"
      >
        {steps.map((step, index) => (
          <i
            key={step}
            className={cx(
              "h-1.5 transition-colors duration-180 first:rounded-s-[3px] last:rounded-e-[3px]",
              index > at ? "bg-paused-soft" : isWon ? "bg-approved" : "bg-chart-1",
            )}
          />
        ))}
      </div>
      <div className="mt-1.5 flex justify-between text-12 text-muted" aria-hidden>
        <span>{words("stage_lead")}</span>
        <span>{words("stage_negotiation")}</span>
        <span>{words("stage_won")}</span>
      </div>
    </div>
  );
}
