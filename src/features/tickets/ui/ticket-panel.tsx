"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { isolateLtr } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { useMe } from "#trpc/me.tsx";
import { Section } from "#ui/facts.tsx";
import { LostRecord } from "#ui/list/lost-record.tsx";
import { useSteps } from "#ui/list/use-steps.ts";
import { useShortcut } from "#ui/use-shortcut.ts";
import { CommentBox } from "./comment-box.tsx";
import { PanelHead } from "./panel-head.tsx";
import { ResolveDialog } from "./resolve-dialog.tsx";
import { TicketActions } from "./ticket-actions.tsx";
import { TicketFacts } from "./ticket-facts.tsx";
import { TicketSteps } from "./ticket-steps.tsx";
import { isUnsolved, type Ticket } from "./types.ts";
import type { TicketActs } from "./use-ticket-acts.ts";
import { ViewersNote } from "./viewers-note.tsx";

const EditDialog = dynamic(() => import("./edit-dialog.tsx").then((part) => part.EditDialog), { ssr: false });

type Props = {
  id: string;
  /** The row of the list, shown until the whole answer is there. */
  known: Ticket | undefined;
  neighbours: readonly string[];
  /** How many the filters find, loaded or not. */
  total: number;
  onStep: (id: string) => void;
  onClose: () => void;
  acts: TicketActs;
};

/** One ticket: whose, until when, what it is about, who else looks at it, what happened, and what comes next. */
export function TicketPanel({ id, known, neighbours, total, onStep, onClose, acts }: Props) {
  const t = useTranslations("tickets");
  const me = useMe();
  const one = api.tickets.one.useQuery({ id });
  const fresh = useFreshIds("tickets");
  const [asks, setAsks] = useState<"resolve" | "edit" | null>(null);
  const ticket = one.data?.ticket ?? known;
  const steps = useSteps(neighbours, id, onStep);
  const open = ticket && isUnsolved(ticket) ? ticket : null;
  const mine = ticket?.assignee_id === me.id;
  const next = neighbours[neighbours.indexOf(id) + 1] ?? neighbours.findLast((one) => one !== id);

  useShortcut("escape", onClose);
  // While a question is on its way to the screen, what is typed is meant for it.
  const idle = asks === null;
  useShortcut("a", idle && open && !mine && !acts.isBusy(open) ? () => acts.take(open) : null, t("assign_me"));
  useShortcut("e", idle && open ? () => setAsks("resolve") : null, t("resolve_title"));
  useShortcut("d", idle && ticket ? () => setAsks("edit") : null, t("edit_title"));

  if (!ticket) {
    return one.isError ? (
      <LostRecord error={one.error} onRetry={() => void one.refetch()} onClose={onClose} title={t("gone")}>
        {t("gone_help")}
      </LostRecord>
    ) : (
      <div className="min-h-60 flex-1" />
    );
  }
  return (
    <div className="flex min-h-0 min-w-0 flex-1 animate-enter flex-col">
      <PanelHead
        ticket={ticket}
        steps={steps}
        total={total}
        onClose={onClose}
        onEdit={() => setAsks("edit")}
        fresh={fresh.has(id)}
      />
      <ViewersNote id={id} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        <TicketFacts ticket={ticket} conversation={one.data?.conversation ?? null} acts={acts} mine={mine} />
        <Section title={t("history")} last>
          <div className="mb-4">
            <CommentBox id={id} />
          </div>
          <TicketSteps id={id} known={one.data} />
        </Section>
      </div>
      <TicketActions ticket={ticket} acts={acts} onResolve={() => setAsks("resolve")} />
      {asks === "resolve" ? (
        <ResolveDialog
          title={t("resolve_title")}
          description={
            <>
              <bdi>{ticket.subject}</bdi> · {isolateLtr(ticket.reference)}
            </>
          }
          onClose={() => setAsks(null)}
          onResolve={(words) => acts.resolve(ticket, words)}
          {...(next && {
            onResolveNext: (words: string) => {
              acts.resolve(ticket, words);
              onStep(next);
            },
          })}
        />
      ) : null}
      {asks === "edit" ? <EditDialog ticket={ticket} onClose={() => setAsks(null)} /> : null}
    </div>
  );
}
