"use client";
import { ChevronDown, Laptop, LogOut, Smartphone, SquareTerminal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAgo } from "#features/shell/ui/words.ts";
import { isolateLtr } from "#i18n/isolate.ts";
import { api, type Outputs } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { useAct } from "#trpc/use-act.ts";
import { Block } from "#ui/block.tsx";
import { Button } from "#ui/button.tsx";
import { Chip } from "#ui/chip.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { describeAgent } from "./describe-agent.ts";

const few = 6;
type Session = Outputs["profile"]["sessions"]["sessions"][number];

/** Every browser and tool that is signed in as this person, and the way to sign them out. */
export function SessionsBlock() {
  const t = useTranslations("profile");
  const asked = api.profile.sessions.useQuery({});
  const sessions = asked.data?.sessions ?? [];
  const others = sessions.filter((session) => !session.is_current);
  const [all, setAll] = useState(false);
  const shown = all ? sessions : sessions.slice(0, few);
  const endOne = useAct(api.profile.endSession, { parts: ["profile"], done: () => t("session_ended") });
  const endOthers = useAct(api.profile.endOtherSessions, {
    parts: ["profile"],
    done: ({ ended_sessions }) => t("sessions_ended", { count: ended_sessions }),
  });
  return (
    <Block
      title={t("sessions")}
      end={
        others.length > 0 ? (
          <Button size="sm" tone="danger" icon={LogOut} busy={endOthers.isBusy} onClick={() => endOthers.run({})}>
            {t("sessions_end_others")}
          </Button>
        ) : null
      }
    >
      <p className="border-line border-t px-4 py-3 text-13 text-ink-2">
        {others.length > 0 || asked.isPending ? t("sessions_help") : t("sessions_only")}
      </p>
      {asked.isError && sessions.length === 0 ? (
        <ErrorPanel
          request_id={failureOf(asked.error).request_id}
          onRetry={() => void asked.refetch()}
          busy={asked.isRefetching}
        />
      ) : asked.isPending ? (
        <Skeleton className="mx-4 mb-4 h-14" />
      ) : (
        <ul>
          {shown.map((session) => (
            <SessionRow
              key={session.handle}
              session={session}
              onEnd={() => endOne.run({ handle: session.handle })}
              busy={endOne.isBusy}
            />
          ))}
        </ul>
      )}
      {shown.length < sessions.length ? (
        <div className="border-line border-t px-4 py-3">
          <Button size="sm" icon={ChevronDown} onClick={() => setAll(true)}>
            {t("sessions_more", { count: sessions.length - shown.length })}
          </Button>
        </div>
      ) : null}
    </Block>
  );
}

function SessionRow({ session, onEnd, busy }: { session: Session; onEnd: () => void; busy: boolean }) {
  const t = useTranslations("profile");
  const ago = useAgo();
  const known = describeAgent(session.user_agent);
  const name =
    known === null
      ? t("session_unknown")
      : "tool" in known
        ? t("session_tool", { agent: isolateLtr(known.tool) })
        : t("session_on", { browser: isolateLtr(known.browser), system: isolateLtr(known.system) });
  const Icon =
    known && "tool" in known
      ? SquareTerminal
      : known && ["iPhone", "Android"].includes(known.system)
        ? Smartphone
        : Laptop;
  return (
    <li className="flex min-h-14 items-center gap-3 border-line border-t px-4 py-2 text-13">
      <Icon size={18} strokeWidth={1.5} className="shrink-0 text-muted" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-14">{name}</p>
        <p className="text-12 text-muted">{t("session_since", { when: ago(session.created_at) })}</p>
      </div>
      {session.is_current ? (
        <Chip tone="approved">{t("session_current")}</Chip>
      ) : (
        <Button size="sm" onClick={onEnd} disabled={busy} aria-label={t("session_end_of", { name })}>
          {t("session_end")}
        </Button>
      )}
    </li>
  );
}
