"use client";
import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../button.tsx";
import { Empty } from "../empty.tsx";

/** The filters find nothing: what was looked for, and the way out. */
export function NoMatch({ words, onClear, help }: { words?: string; onClear: () => void; help?: ReactNode }) {
  const t = useTranslations("lists");
  return (
    <Empty
      icon={SearchX}
      title={
        words?.trim()
          ? t.rich("no_match", { words: words.trim(), bdi: (chunks) => <bdi>{chunks}</bdi> })
          : t("no_match_filters")
      }
      action={<Button onClick={onClear}>{t("clear_filters")}</Button>}
    >
      {help ?? t("no_match_help")}
    </Empty>
  );
}
