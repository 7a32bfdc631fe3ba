"use client";
import { getQueryKey } from "@trpc/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActorMark } from "#features/shell/ui/actor-mark.tsx";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { usePages } from "#trpc/use-pages.ts";
import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useEventWords } from "./event-words.ts";
import type { TicketEvent, TicketHistory } from "./types.ts";

/** What happened to the ticket, newest first; what the first answer does not hold follows on a press. */
export function TicketSteps({ id, known }: { id: string; known: TicketHistory | undefined }) {
  const t = useTranslations("tickets");
  const [all, setAll] = useState(false);
  if (all) return <AllSteps id={id} />;
  if (!known) return <StepsSkeleton />;
  return (
    <>
      <Steps events={known.events} />
      {known.next_cursor ? <Older onPress={() => setAll(true)} /> : null}
      {known.events.length === 0 ? <p className="text-13 text-muted">{t("quiet")}</p> : null}
    </>
  );
}

function StepsSkeleton() {
  return (
    <div aria-hidden className="grid gap-3">
      {["w-3/5", "w-2/5", "w-1/2"].map((width) => (
        <div key={width} className="flex items-center gap-2.5">
          <Skeleton className="size-6 rounded-full" />
          <Skeleton className={`h-3.5 ${width}`} />
        </div>
      ))}
    </div>
  );
}

function AllSteps({ id }: { id: string }) {
  const { client } = api.useUtils();
  const input = { id, limit: 100 };
  const pages = usePages(getQueryKey(api.tickets.events, input, "infinite"), (cursor, signal) =>
    client.tickets.events.query({ ...input, cursor }, { signal }),
  );
  return (
    <>
      <Steps events={pages.data?.pages.flatMap(({ events }) => events) ?? []} />
      {pages.hasNextPage || pages.isPending ? (
        <Older busy={pages.isPending || pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()} />
      ) : null}
    </>
  );
}

function Older({ onPress, busy = false }: { onPress: () => void; busy?: boolean }) {
  const t = useTranslations("tickets");
  return (
    <div className="mt-3 grid justify-items-center">
      <Button size="sm" busy={busy} onClick={onPress}>
        {t("older")}
      </Button>
    </div>
  );
}

function Steps({ events }: { events: readonly TicketEvent[] }) {
  const format = useFormat();
  const days = Map.groupBy(events, ({ created_at }) => format.startOfDay(created_at));
  return [...days].map(([day, steps]) => (
    <section key={day} aria-label={format.day(day)} className="mt-3 first:mt-0">
      <h4 className="mb-1.5 font-medium text-12 text-muted">{format.day(day)}</h4>
      <ol className="relative grid grid-cols-[minmax(0,1fr)] gap-2.5 before:absolute before:inset-y-3 before:start-[11.5px] before:w-px before:bg-line">
        {steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </section>
  ));
}

function Step({ step }: { step: TicketEvent }) {
  const format = useFormat();
  const words = useEventWords();
  return (
    <li className="relative flex gap-2.5">
      <span className="shrink-0 self-start rounded-full bg-surface">
        <ActorMark actor={step.actor_kind} name={step.actor?.name} size="sm" />
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <p className="flex items-baseline gap-2 text-13 text-ink-2">
          <span className="min-w-0 flex-1">{words(step)}</span>
          <time dateTime={step.created_at} className="shrink-0 text-12 text-muted">
            {format.time(step.created_at)}
          </time>
        </p>
        {step.body ? (
          <p
            dir="auto"
            className="mt-1 whitespace-pre-line rounded-card bg-sunken px-3 py-2 text-14 text-ink [overflow-wrap:anywhere]"
          >
            {step.body}
          </p>
        ) : null}
      </div>
    </li>
  );
}
