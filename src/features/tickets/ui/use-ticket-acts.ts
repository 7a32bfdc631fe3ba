"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { isolate, isolateLtr } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import type { Failure } from "#trpc/failure.ts";
import { useMe } from "#trpc/me.tsx";
import { type Act, useAct } from "#trpc/use-act.ts";
import type { Ticket } from "./types.ts";

export type Colleague = { id: string; name: string };
const parts: Act<unknown, unknown>["parts"] = ["tickets", "live"];

/** What can be done with one ticket. When a colleague was first, what he made of it is shown instead. */
export function useTicketActs() {
  const t = useTranslations("tickets");
  const me = useMe();
  // What undoing gives back: the answer no longer knows it.
  const owners = useRef(new Map<string, string | null>());
  const colleagues = useRef(new Map<string, string>());
  const refused = useRefusedWords();
  const name = ({ reference }: Ticket) => isolateLtr(reference);

  const assign = useAct(api.tickets.assign, {
    parts,
    show: ({ id, assignee_id }) => ({
      id,
      change: {
        assignee_id,
        assignee: assignee_id ? { id: assignee_id, name: colleagues.current.get(assignee_id) ?? "" } : null,
        status: assignee_id ? "in_progress" : "open",
      },
    }),
    done: (ticket) =>
      ticket.assignee_id === me.id
        ? t("assigned_me_toast", { reference: name(ticket) })
        : ticket.assignee
          ? t("assigned_toast", { reference: name(ticket), name: isolate(ticket.assignee.name) })
          : t("unassigned_toast", { reference: name(ticket) }),
    undo:
      ({ id }) =>
      () =>
        assign.run({ id, assignee_id: owners.current.get(id) ?? null }),
    refused,
  });
  const start = useAct(api.tickets.start, {
    parts,
    show: ({ id }) => ({ id, change: { status: "in_progress" } }),
    refused,
  });
  const reopen = useAct(api.tickets.reopen, {
    parts,
    show: ({ id }) => ({ id, change: { status: "in_progress", resolved_at: null, resolution: null } }),
    done: (ticket) => t("reopened_toast", { reference: name(ticket) }),
    refused,
  });
  const close = useAct(api.tickets.close, {
    parts,
    show: ({ id }) => ({ id, change: { status: "closed" } }),
    done: (ticket) => t("closed_toast", { reference: name(ticket) }),
    undo:
      ({ id }) =>
      () =>
        reopen.run({ id }),
    refused,
  });
  const resolve = useAct(api.tickets.resolve, {
    parts,
    show: ({ id, resolution = null }) => ({
      id,
      change: { status: "resolved", resolution, resolved_at: new Date().toISOString() },
    }),
    done: (ticket) => t("resolved_toast", { reference: name(ticket) }),
    undo:
      ({ id }) =>
      () =>
        reopen.run({ id }),
    refused,
  });

  const give = ({ id, version, assignee_id }: Ticket, to: Colleague | null) => {
    owners.current.set(id, assignee_id);
    if (to) colleagues.current.set(to.id, to.name);
    assign.run({ id, version, assignee_id: to?.id ?? null });
  };
  return {
    assign: give,
    take: (ticket: Ticket) => give(ticket, me),
    start: ({ id, version }: Ticket) => start.run({ id, version }),
    resolve: ({ id, version }: Ticket, resolution: string) =>
      resolve.run({ id, version, resolution: resolution.trim() || null }),
    reopen: ({ id, version }: Ticket) => reopen.run({ id, version }),
    close: ({ id, version }: Ticket) => close.run({ id, version }),
    isBusy: ({ id }: Ticket) => [assign, start, reopen, close, resolve].some((act) => act.isBusyFor(id)),
  };
}
export type TicketActs = ReturnType<typeof useTicketActs>;

const reasons = ["stale", "illegal_step", "already_resolved"] as const;

function useRefusedWords() {
  const t = useTranslations("tickets");
  return ({ code, reason, issues }: Failure) => {
    if (issues?.some((issue) => issue.code === "may_not_read_tickets")) return { title: t("may_not_read") };
    const known = reasons.find((one) => one === reason);
    return code === "CONFLICT" && known ? { title: t(known) } : null;
  };
}
