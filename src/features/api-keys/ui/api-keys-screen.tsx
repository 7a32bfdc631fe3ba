"use client";
import { getQueryKey } from "@trpc/react-query";
import { KeyRound, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "#trpc/api.ts";
import { usePages } from "#trpc/use-pages.ts";
import { Button } from "#ui/button.tsx";
import { Empty } from "#ui/empty.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { ListSkeleton } from "#ui/list/list-skeleton.tsx";
import { KeyRows } from "./key-rows.tsx";
import { listInput } from "./list-input.ts";

const NewKeyDialog = dynamic(() => import("./new-key-dialog.tsx").then((part) => part.NewKeyDialog));

/** Keys of the tools that call the portal from outside. */
export function ApiKeysScreen() {
  const t = useTranslations("settings");
  const { client } = api.useUtils();
  const [adding, setAdding] = useState(false);
  const list = usePages(getQueryKey(api.apiKeys.list, listInput, "infinite"), (cursor, signal) =>
    client.apiKeys.list.query({ ...listInput, cursor }, { signal }),
  );
  const keys = list.data?.pages.flatMap((page) => page.api_keys) ?? [];
  const add = (
    <Button tone="primary" icon={Plus} onClick={() => setAdding(true)}>
      {t("keys_new")}
    </Button>
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-3 px-4 py-3 md:px-6">
        <p className="min-w-60 flex-1 text-13 text-ink-2">{t("keys_intro")}</p>
        {keys.length > 0 ? add : null}
      </div>
      <ListFrame
        pages={list}
        count={keys.length}
        skeleton={<ListSkeleton />}
        empty={
          <Empty icon={KeyRound} title={t("keys_none")} action={add}>
            {t("keys_none_help")}
          </Empty>
        }
      >
        <KeyRows keys={keys} />
      </ListFrame>
      {adding ? <NewKeyDialog onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
