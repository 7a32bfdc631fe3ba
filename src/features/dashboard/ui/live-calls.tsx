"use client";
import { PhoneOff } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { api, type Outputs } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { useFeedStatus } from "#trpc/live-provider.tsx";
import { MachineMark, PersonMark } from "#ui/avatar.tsx";
import { Block, BlockLink } from "#ui/block.tsx";
import { Count } from "#ui/count.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { useSeconds } from "#ui/now.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Wave } from "#ui/wave.tsx";
import { behind_now } from "./behind.ts";
import { OnlineStaff } from "./online-staff.tsx";

type Operations = Outputs["live"]["operations"];
type Call = Operations["calls_in_progress"][number];
const most = 6;

/** Who is being talked to at this moment, and who of the team is here. */
export function LiveCalls() {
  const t = useTranslations("dashboard");
  const format = useFormat();
  const { state } = useFeedStatus();
  const { data, error, refetch, isRefetching } = api.live.operations.useQuery({}, { refetchInterval: 60_000 });
  const calls = data?.calls_in_progress ?? [];
  return (
    <Block
      title={t("live_now")}
      mark={calls.length > 0 ? <Count tone="filled">{format.number(calls.length)}</Count> : null}
      end={calls.length > 0 ? <BlockLink href={behind_now.calls_in_progress}>{t("show_all")}</BlockLink> : null}
    >
      {error && !data ? (
        <ErrorPanel request_id={failureOf(error).request_id} onRetry={() => void refetch()} busy={isRefetching} />
      ) : !data ? (
        <Skeleton className="mx-4 mb-4 h-28" />
      ) : calls.length === 0 ? (
        <p className="flex items-center gap-2.5 border-line border-t px-4 py-4 text-13 text-muted">
          <PhoneOff size={16} strokeWidth={1.5} aria-hidden />
          {t("live_none")}
        </p>
      ) : (
        <ul>
          {calls.slice(0, most).map((call, at) => (
            <LiveCall key={call.id} call={call} seed={at * 3} sounding={state === "live"} />
          ))}
          {calls.length > most ? (
            <li className="border-line border-t px-4 py-2.5 text-12 text-muted">
              {t("live_more", { count: calls.length - most })}
            </li>
          ) : null}
        </ul>
      )}
      {data && data.staff_online.length > 0 ? <OnlineStaff people={data.staff_online} /> : null}
    </Block>
  );
}

function LiveCall({ call, seed, sounding }: { call: Call; seed: number; sounding: boolean }) {
  const t = useTranslations("dashboard");
  const format = useFormat();
  const seconds = (useSeconds() - Date.parse(call.started_at)) / 1000;
  const { customer_name, customer_phone, agent_name, handed_over_to, type } = call;
  return (
    <li className="relative grid animate-fade grid-cols-[32px_minmax(0,1fr)_auto] items-center gap-2.5 border-line border-t px-4 py-2.25 text-13 leading-normal transition-colors duration-120 hover:bg-hover">
      {handed_over_to ? <PersonMark name={handed_over_to.name} kind="staff" /> : <MachineMark kind={type} />}
      <span className="min-w-0">
        <Link
          href={behind_now.conversation(call.id)}
          className="block font-semibold text-14 -outline-offset-2 after:absolute after:inset-0"
        >
          {customer_name ? (
            <CutText>{customer_name}</CutText>
          ) : customer_phone ? (
            <Ltr>{format.phone(customer_phone)}</Ltr>
          ) : (
            t("unknown_customer")
          )}
        </Link>
        <small className="cut block text-12 text-muted">
          {handed_over_to ? (
            <>
              {t("with_staff")} <bdi>{handed_over_to.name}</bdi>
            </>
          ) : (
            <>
              {agent_name ? <bdi>{agent_name}</bdi> : null}
              {agent_name ? " · " : ""}
              {t(type === "voice" ? "on_call" : "in_chat")}
            </>
          )}
        </small>
      </span>
      <span className="grid justify-items-end">
        <time className="font-semibold">
          <Ltr>{format.duration(seconds)}</Ltr>
        </time>
        {type === "voice" ? <Wave seed={seed} playing={sounding} /> : null}
      </span>
    </li>
  );
}
