"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { MachineMark } from "#ui/avatar.tsx";
import { CutText } from "#ui/cut-text.tsx";
import type { Column, Lead } from "#ui/list/record.ts";
import { Ltr } from "#ui/ltr.tsx";
import { Marked } from "#ui/marked.tsx";
import { Outcome } from "./outcome.tsx";
import { Snippets } from "./snippets.tsx";
import type { Found } from "./types.ts";

type Named = Pick<Found, "customer_name" | "type">;

/** With whom it was, or that nobody was recognised. */
export function useWho(): (conversation: Named) => string {
  const t = useTranslations("conversations");
  return ({ customer_name, type }) => customer_name ?? t(`unknown_${type}`);
}

/** "مكالمة واردة", "محادثة نصية". */
export function useKind(): (conversation: Pick<Found, "type" | "direction">) => string {
  const t = useTranslations("conversations");
  return ({ type, direction }) => t(type === "chat" ? "kind_chat" : `kind_${direction}`);
}

export function useConversationLead(): (row: Found) => Lead {
  const t = useTranslations("conversations");
  const words = useTranslations("words");
  const who = useWho();
  const kind = useKind();
  return (row) => ({
    mark: <MachineMark kind={row.type} />,
    title: <Marked text={who(row)} ranges={row.customer_name ? row.name_ranges : undefined} />,
    under: (
      <CutText>
        {row.mode === "trial" ? `${words("mode_trial")} · ` : null}
        {kind(row)}
        {row.agent_name ? (
          <>
            {" "}
            · <bdi>{row.agent_name}</bdi>
          </>
        ) : null}
        {row.handed_over_to
          ? t.rich("then_with", { name: row.handed_over_to.name, bdi: (chunks) => <bdi>{chunks}</bdi> })
          : null}
      </CutText>
    ),
  });
}

export function useConversationColumns(): readonly Column<Found>[] {
  const t = useTranslations("conversations");
  const format = useFormat();
  const said = (row: Found) =>
    row.snippets ? (
      <Snippets row={row} />
    ) : row.summary ? (
      <CutText className="text-13 text-ink-2">{row.summary}</CutText>
    ) : (
      <span className="text-13 text-muted">{t(row.status === "in_progress" ? "summary_later" : "no_summary")}</span>
    );
  return [
    { id: "said", head: t("col_said"), cell: said, from: "2xl", card: "line" },
    {
      id: "duration",
      head: t("col_duration"),
      width: "w-24",
      from: "4xl",
      cell: ({ duration_seconds }) =>
        duration_seconds === null ? (
          <span className="text-muted">—</span>
        ) : (
          <Ltr className="text-13">{format.duration(duration_seconds)}</Ltr>
        ),
    },
    {
      id: "when",
      head: t("col_when"),
      width: "w-36",
      card: "line",
      cell: ({ started_at }) => (
        <>
          <span className="font-medium text-13 md:block">{format.time(started_at)}</span>{" "}
          <small className="cut text-12 text-muted md:block">{format.day(started_at)}</small>
        </>
      ),
    },
    { id: "outcome", head: t("outcome"), width: "w-38", card: "end", cell: (row) => <Outcome conversation={row} /> },
  ];
}
