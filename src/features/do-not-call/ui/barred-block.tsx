"use client";
import { getQueryKey } from "@trpc/react-query";
import { PhoneOff, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "#trpc/api.ts";
import { usePages } from "#trpc/use-pages.ts";
import { Block } from "#ui/block.tsx";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { NoMatch } from "#ui/list/no-match.tsx";
import { SearchBox } from "#ui/list/search-box.tsx";
import { useListState } from "#ui/list/use-list-state.ts";
import { Skeleton } from "#ui/skeleton.tsx";
import { BarredRows } from "./barred-rows.tsx";
import { filterParsers, listInput } from "./list-input.ts";

const BarDialog = dynamic(() => import("./bar-dialog.tsx").then((part) => part.BarDialog));

/** The numbers that no campaign calls or writes to, newest first. */
export function BarredBlock() {
  const t = useTranslations("calling");
  const { client } = api.useUtils();
  const { filters, type, clear } = useListState(filterParsers, []);
  const [adding, setAdding] = useState(false);
  const input = listInput(filters);
  const list = usePages(getQueryKey(api.doNotCall.list, input, "infinite"), (cursor, signal) =>
    client.doNotCall.list.query({ ...input, cursor }, { signal }),
  );
  const numbers = list.data?.pages.flatMap((page) => page.numbers) ?? [];
  return (
    <Block
      title={t("barred")}
      end={
        <Button size="sm" icon={Plus} onClick={() => setAdding(true)}>
          {t("barred_add")}
        </Button>
      }
    >
      <p className="border-line border-t px-4 py-3 text-13 text-ink-2">{t("barred_intro")}</p>
      <search className="flex px-4 pb-3">
        <SearchBox
          label={t("barred_search")}
          hint={t("barred_search_hint")}
          value={filters.q}
          onType={(q) => type({ q: q || null })}
        />
      </search>
      <ListFrame
        pages={list}
        count={numbers.length}
        skeleton={<Skeleton className="mx-4 mb-4 h-60 animate-late" />}
        empty={
          input.q === undefined ? (
            <Empty icon={PhoneOff} title={t("barred_none")}>
              {t("barred_none_help")}
            </Empty>
          ) : (
            <NoMatch words={filters.q} onClear={clear} help={t("barred_no_match_help")} />
          )
        }
      >
        <BarredRows numbers={numbers} />
      </ListFrame>
      {adding ? <BarDialog onClose={() => setAdding(false)} /> : null}
    </Block>
  );
}
