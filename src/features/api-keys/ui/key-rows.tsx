"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAgo } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { Button } from "#ui/button.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { useNow } from "#ui/now.tsx";
import { KeyState, stateOf } from "./key-state.tsx";
import { RevokeDialog } from "./revoke-dialog.tsx";
import type { ApiKey } from "./types.ts";

/** The keys, newest first; of one that no longer works only the trace is left. */
export function KeyRows({ keys }: { keys: readonly ApiKey[] }) {
  const t = useTranslations("settings");
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  return (
    <>
      <ul aria-label={t("keys_list")} className="border-line border-t">
        {keys.map((key) => (
          <KeyRow key={key.id} api_key={key} onRevoke={() => setRevoking(key)} />
        ))}
      </ul>
      {revoking ? <RevokeDialog api_key={revoking} onClose={() => setRevoking(null)} /> : null}
    </>
  );
}

function KeyRow({ api_key, onRevoke }: { api_key: ApiKey; onRevoke: () => void }) {
  const t = useTranslations("settings");
  const roles = useTranslations("roles");
  const format = useFormat();
  const ago = useAgo();
  const works = stateOf(api_key, useNow()) === "works";
  const { name, prefix, role, created_by, created_at, last_used_at } = api_key;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 border-line border-b px-4 py-3 text-13 md:px-6 room-2xl:min-h-16 room-2xl:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_minmax(0,1fr)_11rem_6rem]">
      <div className={works ? "min-w-0" : "min-w-0 text-muted"}>
        <p className="font-semibold text-14">
          <CutText>{name}</CutText>
        </p>
        <p className="text-12 text-muted">
          <Ltr className="font-mono">{prefix}…</Ltr>
        </p>
      </div>
      <div className="room-2xl:order-4 justify-self-end room-2xl:justify-self-start">
        <KeyState api_key={api_key} />
      </div>
      <p className="min-w-0 room-2xl:order-2">
        <span className="text-12 text-muted">{t("col_key_role")}</span>{" "}
        <span className="room-2xl:block">{roles(role)}</span>
      </p>
      <p className="min-w-0 justify-self-end text-end room-2xl:order-3 room-2xl:justify-self-start room-2xl:text-start">
        <span className="text-12 text-muted">{t("col_key_used")}</span>{" "}
        <span className="room-2xl:block">{last_used_at ? ago(last_used_at) : t("key_unused")}</span>
      </p>
      <p className="min-w-0 text-12 text-muted room-2xl:order-6 room-2xl:col-span-4">
        {t("key_made_by", { name: isolate(created_by.name), when: format.day(created_at, { year: true }) })}
      </p>
      <div className="justify-self-end room-2xl:order-5">
        {works ? (
          <Button size="sm" tone="danger" onClick={onRevoke} aria-label={`${t("key_revoke")} ${isolate(name)}`}>
            {t("key_revoke")}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
