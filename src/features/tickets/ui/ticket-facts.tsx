"use client";
import { ChevronDown, Phone } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActorMark } from "#features/shell/ui/actor-mark.tsx";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { useMay } from "#trpc/me.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { Button, buttonClass } from "#ui/button.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { Fact, Facts, Section } from "#ui/facts.tsx";
import { Kbd } from "#ui/kbd.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { Tip } from "#ui/tooltip.tsx";
import { AssignMenu } from "./assign-menu.tsx";
import { isUnsolved, type Ticket, type TicketHistory } from "./types.ts";
import type { TicketActs } from "./use-ticket-acts.ts";
import { Owner } from "./use-ticket-columns.tsx";

type Props = { ticket: Ticket; conversation: TicketHistory["conversation"]; acts: TicketActs; mine: boolean };

/** For whom, whose, until when, where it came from, and what it is about. */
export function TicketFacts({ ticket, conversation, acts, mine }: Props) {
  const t = useTranslations("tickets");
  const words = useTranslations("words");
  const format = useFormat();
  const { assignee, description, due_at, resolution, source, created_by, created_at } = ticket;
  const unsolved = isUnsolved(ticket);
  return (
    <>
      <CustomerLine customer={ticket.customer} />
      <Section>
        <Facts>
          <Fact name={t("owner")}>
            {unsolved ? (
              <span className="-my-1 flex flex-wrap items-center gap-1.5">
                <AssignMenu
                  owner_id={assignee?.id ?? null}
                  onAssign={(to) => acts.assign(ticket, to)}
                  align="start"
                  trigger={
                    <button
                      type="button"
                      aria-label={`${t("assign")}: ${assignee ? isolate(assignee.name) : t("no_owner")}`}
                      className="touch -ms-1.5 flex min-h-7.5 min-w-0 items-center gap-1.5 rounded-control px-1.5 transition-colors duration-120 hover:bg-hover"
                    >
                      <Owner owner={assignee} />
                      <ChevronDown size={14} strokeWidth={1.75} className="shrink-0 text-muted" aria-hidden />
                    </button>
                  }
                />
                {mine ? null : (
                  <Button size="sm" onClick={() => acts.take(ticket)} trailing={<Kbd>A</Kbd>}>
                    {t("assign_me")}
                  </Button>
                )}
              </span>
            ) : (
              <Owner owner={assignee} />
            )}
          </Fact>
          <Fact name={t("due")}>{due_at ? format.dayTime(due_at) : t("due_without")}</Fact>
          <Fact name={t("source")}>
            <span className="flex min-w-0 items-center gap-2">
              <ActorMark actor={source} name={created_by?.name} size="sm" />
              {created_by ? <CutText>{created_by.name}</CutText> : words(`actor_${source}`)}
            </span>
          </Fact>
          <Fact name={t("opened_on")}>{format.dayTime(created_at)}</Fact>
          {conversation ? (
            <Fact name={t("conversation")}>
              <Link
                href={`/conversations/${conversation.id}`}
                className="text-accent-text underline-offset-4 hover:underline"
              >
                {t(`conversation_${conversation.type}`, { when: format.dayTime(conversation.started_at) })}
              </Link>
            </Fact>
          ) : null}
        </Facts>
      </Section>
      {description ? <Words title={t("description")}>{description}</Words> : null}
      {resolution ? <Words title={t("resolution")}>{resolution}</Words> : null}
    </>
  );
}

function Words({ title, children }: { title: string; children: string }) {
  return (
    <Section title={title}>
      <p dir="auto" className="whitespace-pre-line text-14 [overflow-wrap:anywhere]">
        {children}
      </p>
    </Section>
  );
}

function CustomerLine({ customer }: { customer: Ticket["customer"] }) {
  const t = useTranslations("tickets");
  const words = useTranslations("words");
  const format = useFormat();
  const mayOpen = useMay("customers.read");
  if (!customer) return null;
  const name = <CutText>{customer.name}</CutText>;
  return (
    <Section>
      <div className="flex items-center gap-2.5">
        <PersonMark name={customer.name} />
        <span className="min-w-0 flex-1">
          <b className="block text-14">
            {mayOpen ? (
              <Link href={`/customers/${customer.id}`} className="block underline-offset-4 hover:underline">
                {name}
              </Link>
            ) : (
              name
            )}
          </b>
          <span className="block text-12 text-muted">
            <Ltr>{format.phone(customer.phone)}</Ltr> · {words(`stage_${customer.stage}`)}
          </span>
        </span>
        <Tip text={t("call", { name: isolate(customer.name) })}>
          <a
            href={`tel:${customer.phone}`}
            aria-label={t("call", { name: isolate(customer.name) })}
            className={buttonClass({ size: "icon" }, "touch")}
          >
            <Phone size={14} strokeWidth={1.75} aria-hidden />
          </a>
        </Tip>
      </div>
    </Section>
  );
}
