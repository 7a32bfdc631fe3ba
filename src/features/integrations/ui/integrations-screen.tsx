"use client";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { CallsForm } from "./calls-form.tsx";
import { ToolSecret } from "./tool-secret.tsx";
import { WebhookBlock } from "./webhook-block.tsx";
import { WhoAnswers } from "./who-answers.tsx";

/** Deliveries are counted without a trail, so the feed does not tell of them. */
const look_again_ms = 20_000;

/** How the company is joined to the vendors of its agents, and whether that works. */
export function IntegrationsScreen() {
  const asked = api.integrations.read.useQuery({}, { refetchInterval: look_again_ms });
  const integration = asked.data;
  if (!integration) {
    if (asked.isPending) return <IntegrationsSkeleton />;
    const { request_id } = failureOf(asked.error);
    return <ErrorPanel request_id={request_id} onRetry={() => void asked.refetch()} busy={asked.isRefetching} />;
  }
  return (
    <div className="min-h-0 flex-1 md:overflow-y-auto">
      <div className="mx-auto grid max-w-180 grid-cols-[minmax(0,1fr)] gap-4 px-4 py-6 md:px-6">
        <WhoAnswers integration={integration} />
        <WebhookBlock integration={integration} />
        <ToolSecret integration={integration} />
        <CallsForm integration={integration} />
      </div>
    </div>
  );
}

function IntegrationsSkeleton() {
  return (
    <div aria-hidden className="mx-auto grid w-full max-w-180 animate-late gap-4 px-4 py-6 md:px-6">
      <Skeleton className="h-52 rounded-card" />
      <Skeleton className="h-72 rounded-card" />
      <Skeleton className="h-44 rounded-card" />
      <Skeleton className="h-64 rounded-card" />
    </div>
  );
}
