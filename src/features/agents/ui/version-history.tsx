"use client";
import { getQueryKey } from "@trpc/react-query";
import { History } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAgo } from "#features/shell/ui/words.ts";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { usePages } from "#trpc/use-pages.ts";
import { Block } from "#ui/block.tsx";
import { Chip } from "#ui/chip.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { Empty } from "#ui/empty.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import type { Agent, AgentVersion } from "./types.ts";
import { versionsInput } from "./versions-input.ts";

const VersionDialog = dynamic(() => import("./version-dialog.tsx").then((part) => part.VersionDialog));

/** Every save of one machine, newest first; each can be looked at and brought back. */
export function VersionHistory({ agent }: { agent: Agent }) {
  const t = useTranslations("settings");
  const { client } = api.useUtils();
  const [open, setOpen] = useState<AgentVersion | null>(null);
  const input = versionsInput(agent.kind);
  const list = usePages(getQueryKey(api.agents.versions, input, "infinite"), (cursor, signal) =>
    client.agents.versions.query({ ...input, cursor }, { signal }),
  );
  const versions = list.data?.pages.flatMap((page) => page.versions) ?? [];
  return (
    <Block title={t("agent_history")}>
      <div className="border-line border-t">
        <ListFrame
          pages={list}
          count={versions.length}
          skeleton={<Skeleton className="m-4 h-40" />}
          empty={<Empty icon={History} title={t("agent_history_none")} />}
        >
          <ul>
            {versions.map((version) => (
              <li key={version.id} className="border-line border-b last:border-b-0">
                <VersionRow
                  version={version}
                  inUse={version.version === agent.version}
                  onOpen={() => setOpen(version)}
                />
              </li>
            ))}
          </ul>
        </ListFrame>
      </div>
      {open ? <VersionDialog version={open} agent={agent} onClose={() => setOpen(null)} /> : null}
    </Block>
  );
}

function VersionRow({ version, inUse, onOpen }: { version: AgentVersion; inUse: boolean; onOpen: () => void }) {
  const t = useTranslations("settings");
  const ago = useAgo();
  const when = ago(version.created_at);
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={t("agent_look", { version: version.version })}
      className="grid w-full gap-1 px-4 py-3 text-start -outline-offset-2 transition-colors duration-120 hover:bg-hover"
    >
      <span className="flex items-center gap-2">
        <b className="font-semibold text-14">{t("agent_version", { version: version.version })}</b>
        {inUse ? <Chip tone="agent">{t("agent_in_use")}</Chip> : null}
      </span>
      <span className="text-12 text-muted">
        {version.created_by
          ? t("agent_by", { name: isolate(version.created_by.name), when })
          : t("agent_by_system", { when })}
      </span>
      <span className="min-w-0 text-13 text-ink-2">
        <CutText>{version.greeting}</CutText>
      </span>
    </button>
  );
}
