"use client";
import { ArrowLeftRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { Button } from "#ui/button.tsx";
import { Chip } from "#ui/chip.tsx";
import { cx } from "#ui/cx.ts";
import { Ltr } from "#ui/ltr.tsx";
import { MovingAlong } from "./moving-along.tsx";
import { steps } from "./stages.ts";
import type { Customer } from "./types.ts";

type Props = { keep: Customer; gone: Customer; onSwap: () => void };
type Line = { name: string; show: (customer: Customer) => ReactNode; stays: "keep" | "gone" | "none" };

/** Both records beside each other: of every fact, which one stays. */
export function MergePreview({ keep, gone, onSwap }: Props) {
  const t = useTranslations("customers");
  const words = useTranslations("words");
  const format = useFormat();
  const filled = (field: "email" | "owner_id" | "notes") => (keep[field] ? "keep" : gone[field] ? "gone" : "none");
  const lines: Line[] = [
    { name: t("name"), show: ({ name }) => <bdi>{name}</bdi>, stays: "keep" },
    { name: t("phone"), show: ({ phone }) => <Ltr>{format.phone(phone)}</Ltr>, stays: "keep" },
    { name: t("email"), show: ({ email }) => email && <Ltr>{email}</Ltr>, stays: filled("email") },
    {
      name: t("col_stage"),
      show: ({ stage }) => words(`stage_${stage}`),
      stays: steps.indexOf(gone.stage) > steps.indexOf(keep.stage) ? "gone" : "keep",
    },
    { name: t("owner"), show: ({ owner }) => owner && <bdi>{owner.name}</bdi>, stays: filled("owner_id") },
    { name: t("notes"), show: ({ notes }) => notes && <span dir="auto">{notes}</span>, stays: filled("notes") },
    {
      name: t("col_came"),
      show: ({ created_at }) => format.day(created_at, { year: true, weekday: false }),
      stays: "keep",
    },
  ];
  const cell = (line: Line, side: "keep" | "gone") => (
    <td
      className={cx(
        "w-[42%] px-3 py-2 align-top [overflow-wrap:anywhere]",
        line.stays === side ? "font-medium" : "text-muted",
        side === "keep" && "bg-accent-soft/50",
      )}
    >
      {line.show(side === "keep" ? keep : gone) || "—"}
      {line.stays === side && side === "gone" ? (
        <span className="mt-0.5 block font-medium text-12 text-accent-text">{t("is_taken")}</span>
      ) : null}
    </td>
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="overflow-hidden rounded-card border border-line">
        <table className="w-full table-fixed text-13">
          <caption className="sr-only">{t("merge_table")}</caption>
          <thead>
            <tr className="border-line border-b">
              <td className="w-[16%]" />
              <th scope="col" className="bg-accent-soft/50 px-3 py-2 text-start">
                <Chip tone="approved">{t("stays")}</Chip>
              </th>
              <th scope="col" className="px-3 py-2 text-start">
                <Chip>{t("goes")}</Chip>
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {lines.map((line) => (
              <tr key={line.name}>
                <th scope="row" className="px-3 py-2 text-start align-top font-normal text-12 text-muted">
                  {line.name}
                </th>
                {cell(line, "keep")}
                {cell(line, "gone")}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap items-start gap-3">
        <MovingAlong gone={gone} />
        <Button size="sm" icon={ArrowLeftRight} onClick={onSwap}>
          {t("merge_swap")}
        </Button>
      </div>
    </div>
  );
}
