"use client";
import { getQueryKey } from "@trpc/react-query";
import { useTranslations } from "next-intl";
import { api, type Outputs } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { useAct } from "#trpc/use-act.ts";
import { Block } from "#ui/block.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Switch } from "#ui/switch.tsx";

type Rules = Outputs["talkRules"]["list"];

/** What happens by itself when a conversation ends; each switch is kept at once. */
export function TalkRulesBlock() {
  const t = useTranslations("calling");
  const asked = api.talkRules.list.useQuery({});
  const turn = useAct(api.talkRules.switch, {
    parts: ["talkRules"],
    write: (queries, turned) =>
      queries.setQueriesData<Rules>(
        { queryKey: getQueryKey(api.talkRules.list) },
        (held) => held && { rules: held.rules.map((one) => (one.rule === turned.rule ? turned : one)) },
      ),
  });
  return (
    <Block title={t("talk")}>
      <p className="border-line border-t px-4 py-3 text-13 text-ink-2">{t("talk_intro")}</p>
      {asked.data ? (
        <ul className="border-line border-t">
          {asked.data.rules.map(({ rule, is_on }) => (
            <li key={rule} className="flex items-start gap-4 border-line border-b px-4 py-3 last:border-b-0">
              <div className="min-w-0 flex-1">
                <h3 className="font-medium text-14">{t(`talk_${rule}`)}</h3>
                <p className="text-13 text-muted">{t(`talk_${rule}_help`)}</p>
              </div>
              <Switch label={t(`talk_${rule}`)} checked={is_on} onChange={(on) => turn.run({ rule, is_on: on })} />
            </li>
          ))}
        </ul>
      ) : asked.isError ? (
        <ErrorPanel
          request_id={failureOf(asked.error).request_id}
          onRetry={() => void asked.refetch()}
          busy={asked.isRefetching}
        />
      ) : (
        <Skeleton className="mx-4 mb-4 h-75 animate-late" />
      )}
    </Block>
  );
}
