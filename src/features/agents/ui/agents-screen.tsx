"use client";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { MachineMark } from "#ui/avatar.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { useListState } from "#ui/list/use-list-state.ts";
import { Segment } from "#ui/segment.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { AgentForm } from "./agent-form.tsx";
import { VersionHistory } from "./version-history.tsx";
import { filterParsers } from "./versions-input.ts";

/** How the company's two machines speak, each with its versions. */
export function AgentsScreen() {
  const t = useTranslations("settings");
  const { filters, set } = useListState(filterParsers, ["kind"]);
  const agents = api.agents.current.useQuery({});
  const agent = agents.data?.[filters.kind];
  return (
    <div className="min-h-0 flex-1 md:overflow-y-auto">
      <div className="mx-auto grid max-w-280 grid-cols-[minmax(0,1fr)] gap-4 px-4 pt-4 md:px-6">
        <div className="flex flex-wrap items-center gap-3">
          <Segment
            label={t("agents_switch")}
            value={filters.kind}
            onChange={(kind) => set({ kind })}
            options={[
              { value: "voice", label: t("agent_voice") },
              { value: "chat", label: t("agent_chat") },
            ]}
          />
          {agent ? (
            <p className="flex min-w-0 items-center gap-2 text-13 text-ink-2">
              <MachineMark kind={agent.kind} size="sm" />
              {agent.version === 0 ? t("agent_unsaved_yet") : t("agent_version", { version: agent.version })}
            </p>
          ) : null}
        </div>
      </div>
      {agent ? (
        <div className="mx-auto grid max-w-280 grid-cols-[minmax(0,1fr)] items-start gap-4 px-4 py-4 md:px-6 lg:grid-cols-[minmax(0,1fr)_320px]">
          <AgentForm key={agent.kind} agent={agent} />
          <VersionHistory key={`history ${agent.kind}`} agent={agent} />
        </div>
      ) : agents.isError ? (
        <ErrorPanel
          request_id={failureOf(agents.error).request_id}
          onRetry={() => void agents.refetch()}
          busy={agents.isRefetching}
        />
      ) : (
        <div aria-hidden className="mx-auto grid max-w-280 animate-late gap-4 px-4 py-4 md:px-6">
          <Skeleton className="h-50 rounded-card" />
          <Skeleton className="h-90 rounded-card" />
        </div>
      )}
    </div>
  );
}
