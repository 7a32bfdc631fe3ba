"use client";
import { Ban, CopyMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { PersonMark } from "#ui/avatar.tsx";
import { Block } from "#ui/block.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import type { Audience } from "../types.ts";
import { useRested } from "./use-rested.ts";

/** Whom the conditions hold at this moment: who can be reached, who is left out and why, and a few of them by name. */
export function ReachPanel({ audience }: { audience: Audience }) {
  const t = useTranslations("campaigns");
  const words = useTranslations("words");
  const format = useFormat();
  const asked = useRested(audience);
  const { data, isError, error, refetch, isPlaceholderData } = api.campaigns.audience.useQuery(asked, {
    placeholderData: (previous) => previous,
  });
  if (isError) {
    return (
      <Block title={t("reach")}>
        <ErrorPanel request_id={failureOf(error).request_id} onRetry={() => void refetch()} />
      </Block>
    );
  }
  return (
    <Block title={t("reach")}>
      {data ? (
        <div className={isPlaceholderData || asked !== audience ? "transition-opacity duration-180" : ""}>
          <div role="status" className="grid gap-0.5 border-line border-t px-4 py-3.5">
            <b className="text-26">{t("reachable", { count: data.reachable })}</b>
            <span className="text-13 text-muted">{data.reachable > 0 ? t("reach_now") : t("reach_nobody")}</span>
          </div>
          {data.do_not_call + data.duplicates > 0 ? (
            <ul className="grid gap-1.5 border-line border-t px-4 py-3 text-13 text-ink-2">
              {data.do_not_call > 0 ? (
                <LeftOut icon={Ban}>{t("reach_barred", { count: data.do_not_call })}</LeftOut>
              ) : null}
              {data.duplicates > 0 ? (
                <LeftOut icon={CopyMinus}>{t("reach_merged", { count: data.duplicates })}</LeftOut>
              ) : null}
            </ul>
          ) : null}
          {data.sample.length > 0 ? (
            <div className="border-line border-t px-4 py-3">
              <h3 className="mb-2 font-medium text-12 text-muted">{t("reach_sample")}</h3>
              <ul className="grid gap-2.5">
                {data.sample.map(({ id, name, phone, stage }) => (
                  <li key={id} className="flex min-w-0 items-center gap-2.5 text-13">
                    <PersonMark name={name} />
                    <span className="min-w-0 flex-1">
                      <span className="block font-medium">
                        <CutText>{name}</CutText>
                      </span>
                      <small className="block text-12 text-muted">
                        <Ltr>{format.phone(phone)}</Ltr>
                      </small>
                    </span>
                    <span className="shrink-0 text-12 text-ink-2">{words(`stage_${stage}`)}</span>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
        </div>
      ) : (
        <Skeleton className="mx-4 mb-4 h-60" />
      )}
    </Block>
  );
}

function LeftOut({ icon: Icon, children }: { icon: typeof Ban; children: string }) {
  return (
    <li className="flex items-start gap-2">
      <Icon size={15} strokeWidth={1.75} className="mt-0.5 shrink-0 text-muted" aria-hidden />
      {children}
    </li>
  );
}
