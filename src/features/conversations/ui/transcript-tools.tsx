"use client";
import { ChevronDown, ChevronUp, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Input } from "#ui/input.tsx";
import type { TranscriptSearch } from "./use-transcript-search.ts";

/** Who speaks (given), and the search in what they said: Enter goes to the next place, Shift+Enter back. */
export function TranscriptTools({ search, children }: { search: TranscriptSearch; children: ReactNode }) {
  const t = useTranslations("conversations");
  const lists = useTranslations("lists");
  const format = useFormat();
  const { typed, words, hits, at, type, step } = search;
  return (
    <div className="flex shrink-0 items-center gap-4 px-4 pt-3 pb-1 md:px-6">
      <div className="flex min-w-0 items-center gap-4 text-12 text-muted max-md:hidden">{children}</div>
      <search className="ms-auto flex min-w-0 items-center gap-0.5 max-md:flex-1">
        <Input
          icon={Search}
          size="sm"
          type="search"
          aria-label={t("find_label")}
          placeholder={t("find")}
          value={typed}
          maxLength={200}
          boxClass="w-52 max-md:flex-1"
          className="[&::-webkit-search-cancel-button]:hidden"
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Escape") typed ? type("") : event.currentTarget.blur();
            if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
          }}
        />
        <span role="status" className="ms-2 whitespace-nowrap text-12 text-muted empty:hidden">
          {words === ""
            ? null
            : hits.length === 0
              ? t("find_nothing")
              : lists("position", { at: format.number(at + 1), of: format.number(hits.length) })}
        </span>
        {hits.length > 1 ? (
          <>
            <IconButton label={lists("before")} icon={ChevronUp} onClick={() => step(-1)} />
            <IconButton label={lists("after")} icon={ChevronDown} onClick={() => step(1)} />
          </>
        ) : null}
      </search>
    </div>
  );
}
