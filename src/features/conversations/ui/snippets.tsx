"use client";
import { useTranslations } from "next-intl";
import { CutText } from "#ui/cut-text.tsx";
import { Marked } from "#ui/marked.tsx";
import { around } from "./around.ts";
import type { Found } from "./types.ts";

const most = 2;

/** The lines in which the words stand, cut around them; else the summary, where they may stand too. */
export function Snippets({ row }: { row: Found }) {
  const t = useTranslations("conversations");
  const { snippets = [], summary, summary_ranges = [] } = row;
  const shown = snippets.slice(0, most);
  if (shown.length === 0) {
    return (
      <CutText className="text-13 text-ink-2">
        {summary ? <Marked {...around(summary, summary_ranges)} /> : t("no_summary")}
      </CutText>
    );
  }
  return (
    <span className="grid gap-0.5">
      {shown.map(({ speaker, text, ranges, at_ms }, at) => (
        <span key={`${at_ms}-${String(at)}`} className="flex min-w-0 items-baseline gap-1.5 text-13 text-ink-2">
          <small className="shrink-0 text-12 text-muted">{t(`speaker_${speaker}`)}</small>{" "}
          <CutText>
            <Marked {...around(text, ranges)} />
          </CutText>
        </span>
      ))}
    </span>
  );
}
