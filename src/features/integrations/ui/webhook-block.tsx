"use client";
import { CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useAgo } from "#features/shell/ui/words.ts";
import { Block } from "#ui/block.tsx";
import { Chip } from "#ui/chip.tsx";
import { CopiedAddress } from "./copied-address.tsx";
import { ltrTag } from "./ltr-tag.tsx";
import type { Integration } from "./types.ts";

const faults = ["signature", "body", "foreign_agent"] as const;

/** Where the voice vendor reports its calls to, and whether the reports arrive. */
export function WebhookBlock({ integration }: { integration: Integration }) {
  const t = useTranslations("settings");
  const { webhook_path, tools_path, public_origin } = integration;
  return (
    <Block title={t("link_webhook")} end={<HealthChip integration={integration} />}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 border-line border-t px-4 py-4">
        <Health integration={integration} />
        <p className="text-13 text-ink-2">{t("link_webhook_intro")}</p>
        <CopiedAddress label={t("link_webhook_url")} path={webhook_path} origin={public_origin} />
        <CopiedAddress label={t("link_tools_url")} path={tools_path} origin={public_origin} />
        {public_origin === null ? <p className="text-12 text-muted">{t.rich("link_no_origin", ltrTag)}</p> : null}
      </div>
    </Block>
  );
}

function HealthChip({ integration: { webhook } }: { integration: Integration }) {
  const t = useTranslations("settings");
  if (webhook.failures > 0) {
    return (
      <Chip tone="rejected" icon={TriangleAlert}>
        {t("link_failing")}
      </Chip>
    );
  }
  return webhook.last_event_at ? (
    <Chip tone="approved" icon={CircleCheck}>
      {t("link_well")}
    </Chip>
  ) : (
    <Chip tone="paused" icon={CircleDashed}>
      {t("link_never")}
    </Chip>
  );
}

function Health({ integration: { webhook } }: { integration: Integration }) {
  const t = useTranslations("settings");
  const ago = useAgo();
  const { last_event_at, failures, last_failure_at, last_failure } = webhook;
  const last = last_event_at ? t("link_last_event", { when: ago(last_event_at) }) : null;
  if (failures === 0) return <p className="text-13">{last ?? t("link_never_help")}</p>;
  const fault = faults.find((one) => one === last_failure) ?? "other";
  return (
    <div role="status" className="grid gap-1 rounded-control bg-rejected-soft px-3 py-2.5 text-13 text-rejected">
      <p className="font-semibold">
        {t("link_failures", { count: failures, when: last_failure_at ? ago(last_failure_at) : "" })}
      </p>
      <p>{t.rich(`link_fault_${fault}`, ltrTag)}</p>
      {last ? <p>{last}</p> : null}
    </div>
  );
}
