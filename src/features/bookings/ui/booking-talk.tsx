"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { MachineMark } from "#ui/avatar.tsx";
import { DirIcon } from "#ui/dir-icon.tsx";
import { Section } from "#ui/facts.tsx";
import { Ltr } from "#ui/ltr.tsx";
import type { BookingDay } from "./types.ts";

/** What was said when it was booked: the talk's summary, and the way to the talk. */
export function BookingTalk({ talk }: { talk: BookingDay["conversation"] }) {
  const t = useTranslations("bookings");
  const words = useTranslations("words");
  const format = useFormat();
  if (!talk) return null;
  const facts = [
    talk.type === "voice" ? words(`direction_${talk.direction}`) : words("type_chat"),
    talk.agent_name,
    format.dayTime(talk.started_at),
  ].filter(Boolean);
  return (
    <Section title={t(talk.type === "voice" ? "from_call" : "from_chat")}>
      <div className="flex gap-2.5 rounded-card bg-sunken px-3 py-2.5">
        <MachineMark kind={talk.type} size="sm" />
        <div className="min-w-0 flex-1">
          {talk.summary ? (
            <blockquote dir="auto" className="text-14 [overflow-wrap:anywhere]">
              {talk.summary}
            </blockquote>
          ) : null}
          <p className="mt-1 text-12 text-muted">
            {talk.duration_seconds && talk.type === "voice" ? (
              <>
                <Ltr>{format.duration(talk.duration_seconds)}</Ltr> ·{" "}
              </>
            ) : null}
            {facts.join(" · ")}
          </p>
          <Link
            href={`/conversations/${talk.id}`}
            prefetch={false}
            className="mt-1 inline-flex items-center gap-1 rounded-[4px] font-medium text-13 text-accent-text hover:underline hover:underline-offset-4"
          >
            {t(talk.type === "voice" ? "open_call" : "open_chat")}
            <DirIcon to="forward" />
          </Link>
        </div>
      </div>
    </Section>
  );
}
