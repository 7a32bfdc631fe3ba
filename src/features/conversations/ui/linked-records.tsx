"use client";
import { CalendarCheck, type LucideIcon, Ticket } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { useMay } from "#trpc/me.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { Button } from "#ui/button.tsx";
import { StatusChip } from "#ui/chip.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { DirIcon } from "#ui/dir-icon.tsx";
import { Section } from "#ui/facts.tsx";
import { Ltr } from "#ui/ltr.tsx";
import type { Conversation } from "./types.ts";

const ticket_looks = { open: "open", in_progress: "in_progress", resolved: "resolved", closed: "closed" } as const;

/** With whom it was and what came of it; each leads to its record where the role may open it. */
export function LinkedRecords({ conversation, onLink }: { conversation: Conversation; onLink: () => void }) {
  const t = useTranslations("conversations");
  const words = useTranslations("words");
  const format = useFormat();
  const [maySee, mayLink] = [useMay("customers.read"), useMay("customers.write")];
  const { customer_id, customer_name, customer_phone, bookings = [], tickets = [] } = conversation;
  return (
    <Section title={t("linked")}>
      <ul className="divide-y divide-line">
        {customer_id && customer_name ? (
          <Row
            href={maySee ? `/customers/${customer_id}` : null}
            mark={<PersonMark name={customer_name} />}
            title={customer_name}
            under={customer_phone ? <Ltr>{format.phone(customer_phone)}</Ltr> : null}
            end={maySee ? <DirIcon to="forward" /> : null}
          />
        ) : (
          <li className="flex items-center gap-2.5 py-2.5 text-13 text-muted">
            <span className="min-w-0 flex-1">{t("no_customer")}</span>
            {mayLink ? (
              <Button size="sm" onClick={onLink}>
                {t("link")}
              </Button>
            ) : null}
          </li>
        )}
        {bookings.map(({ id, reference, status, starts_at, property_title }) => (
          <Row
            key={id}
            href={`/bookings?when=all&booking=${id}`}
            mark={<Tile icon={CalendarCheck} />}
            title={property_title}
            under={
              <>
                {format.dayTime(starts_at)} · <Ltr>{reference}</Ltr>
              </>
            }
            end={<StatusChip status={status}>{words(`booking_${status}`)}</StatusChip>}
          />
        ))}
        {tickets.map(({ id, reference, status, subject, priority }) => (
          <Row
            key={id}
            href={`/tickets?tab=all&ticket=${id}`}
            mark={<Tile icon={Ticket} />}
            title={subject}
            under={
              <>
                {words(`priority_${priority}`)} · <Ltr>{reference}</Ltr>
              </>
            }
            end={<StatusChip status={ticket_looks[status]}>{words(`ticket_${status}`)}</StatusChip>}
          />
        ))}
      </ul>
    </Section>
  );
}

type RowProps = { href: string | null; mark: ReactNode; title: string; under: ReactNode; end: ReactNode };

function Row({ href, mark, title, under, end }: RowProps) {
  const content = (
    <>
      {mark}
      <span className="min-w-0 flex-1">
        <b className="block text-13">
          <CutText>{title}</CutText>
        </b>
        {under ? <span className="block text-12 text-muted">{under}</span> : null}
      </span>
      {end}
    </>
  );
  const box = "-mx-2 flex items-center gap-2.5 rounded-control px-2 py-2.5";
  return (
    <li>
      {href ? (
        <Link href={href} prefetch={false} className={`${box} hover:bg-hover`}>
          {content}
        </Link>
      ) : (
        <div className={box}>{content}</div>
      )}
    </li>
  );
}

function Tile({ icon: Icon }: { icon: LucideIcon }) {
  return (
    <span className="grid size-8 shrink-0 place-items-center rounded-control border border-line bg-sunken text-ink-2">
      <Icon size={16} strokeWidth={1.75} aria-hidden />
    </span>
  );
}
