"use client";
import { ChartNoAxesColumn, Table2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { Block } from "#ui/block.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { Progress } from "#ui/progress.tsx";
import { Table, Th } from "#ui/table.tsx";
import { campaignHref } from "./hrefs.ts";
import { outcomes, shares } from "./outcomes.ts";
import type { Campaign } from "./types.ts";

/** What became of everybody, as one stacked bar or as its table; each part opens the recipients it counts. */
export function OutcomeBlock({ campaign: { id, metrics } }: { campaign: Campaign }) {
  const t = useTranslations("campaigns");
  const ui = useTranslations("ui");
  const words = useTranslations("words");
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const told = outcomes.filter(({ status }) => metrics[status] > 0);
  const summary = told
    .map(({ status }) => `${words(`recipient_${status}`)} ${format.number(metrics[status])}`)
    .join(t("joint"));
  return (
    <Block
      title={t("outcomes")}
      end={
        <IconButton
          label={ui(asTable ? "show_chart" : "show_table")}
          icon={asTable ? ChartNoAxesColumn : Table2}
          onClick={() => setAsTable(!asTable)}
        />
      }
    >
      {asTable ? (
        <OutcomeTable id={id} metrics={metrics} />
      ) : (
        <div className="grid gap-3 px-4 pb-4">
          <div className="[&>span]:h-3.5 [&>span]:rounded-[6px]">
            <Progress label={summary} parts={shares(metrics)} />
          </div>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-13">
            {told.map(({ status, color }) => (
              <li key={status}>
                <Link
                  href={campaignHref(id, status)}
                  scroll={false}
                  className="flex min-h-6 items-center gap-1.75 rounded-chip text-ink-2 hover:text-ink hover:underline hover:underline-offset-4 pointer-coarse:min-h-11"
                >
                  <i
                    className="size-2.5 rounded-[3px] border border-ink-2/40"
                    style={{ background: color }}
                    aria-hidden
                  />
                  {words(`recipient_${status}`)}{" "}
                  <b className="font-semibold text-ink">
                    <Ltr>{format.number(metrics[status])}</Ltr>
                  </b>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Block>
  );
}

function OutcomeTable({ id, metrics }: Pick<Campaign, "id" | "metrics">) {
  const t = useTranslations("campaigns");
  const words = useTranslations("words");
  const format = useFormat();
  const whole = Math.max(1, metrics.recipients);
  const cell = "h-9 border-line border-b px-4 text-end";
  return (
    <div className="border-line border-t">
      <Table>
        <caption className="sr-only">{t("outcomes")}</caption>
        <thead>
          <tr>
            <Th narrow>{t("outcome")}</Th>
            <Th narrow end>
              {t("count")}
            </Th>
            <Th narrow end>
              {t("share")}
            </Th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ status }) => (
            <tr key={status}>
              <th scope="row" className="h-9 border-line border-b px-4 text-start font-normal">
                <Link
                  href={campaignHref(id, status)}
                  scroll={false}
                  className="hover:underline hover:underline-offset-4"
                >
                  {words(`recipient_${status}`)}
                </Link>
              </th>
              <td className={cell}>
                <Ltr>{format.number(metrics[status])}</Ltr>
              </td>
              <td className={cell}>
                <Ltr>{format.percent(metrics[status] / whole)}</Ltr>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="h-9 px-4 text-start font-semibold">
              {t("total")}
            </th>
            <td className="h-9 px-4 text-end font-semibold">
              <Ltr>{format.number(metrics.recipients)}</Ltr>
            </td>
            <td className="h-9 px-4 text-end font-semibold">
              <Ltr>{format.percent(metrics.recipients > 0 ? 1 : 0)}</Ltr>
            </td>
          </tr>
        </tbody>
      </Table>
    </div>
  );
}
