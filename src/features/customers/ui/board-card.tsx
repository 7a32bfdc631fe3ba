"use client";
import { ArrowLeftRight, Clock3 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { PersonMark } from "#ui/avatar.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { cx } from "#ui/cx.ts";
import { IconButton } from "#ui/icon-button.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { useNow } from "#ui/now.tsx";
import { AskedAbout } from "./asked-about.tsx";
import { customerHref } from "./hrefs.ts";
import { MoveMenu } from "./move-menu.tsx";
import type { Customer, Listed, Stage } from "./types.ts";

type Props = {
  customer: Listed;
  /** Null for whoever may only look. */
  onMove: ((customer: Customer, stage: Stage) => void) | null;
  isFresh: boolean;
};

export function BoardCard({ customer, onMove, isFresh }: Props) {
  const t = useTranslations("customers");
  const forms = useTranslations("forms");
  const format = useFormat();
  const { id, name, phone, owner, in_stage_since, asked_about } = customer;
  const days = Math.max(0, Math.floor((useNow() - Date.parse(in_stage_since)) / 86_400_000));
  return (
    <li
      data-card={id}
      className={cx(
        "group relative grid grid-cols-[minmax(0,1fr)] gap-2 rounded-card border border-line bg-surface p-3 transition-[border-color,opacity] duration-120 hover:border-line-strong data-lifted:opacity-40",
        onMove && "pointer-fine:cursor-grab",
        isFresh && "animate-flash",
      )}
    >
      <div className="flex items-start gap-2">
        <span className="min-w-0 flex-1">
          <Link
            href={customerHref(id)}
            prefetch={false}
            draggable={false}
            data-row={id}
            className="block cursor-pointer font-semibold text-14 after:absolute after:inset-0 after:rounded-card"
          >
            <CutText>{name}</CutText>
          </Link>
          <small className="block text-12 text-muted">
            <Ltr>{format.phone(phone)}</Ltr>
          </small>
        </span>
        {onMove ? (
          <span className="relative z-[1] -me-1.5 -mt-1.5">
            <MoveMenu
              customer={customer}
              onMove={onMove}
              trigger={<IconButton label={t("move_of", { name: isolate(name) })} icon={ArrowLeftRight} size="sm" />}
            />
          </span>
        ) : null}
      </div>
      {asked_about ? (
        <div className="text-13 text-ink-2">
          <AskedAbout listing={asked_about} />
        </div>
      ) : null}
      <div className="flex min-h-6 items-center gap-2 text-12 text-muted">
        <Clock3 size={13} strokeWidth={1.75} aria-hidden />
        <span>
          <span className="sr-only">{t("at_stage")} </span>
          {t("in_stage", { days })}
        </span>
        <span className="ms-auto flex min-w-0 items-center gap-1.5">
          {owner ? (
            <>
              <PersonMark name={owner.name} kind="staff" size="sm" />
              <span className="sr-only">
                {t("owner")}: {owner.name}
              </span>
            </>
          ) : (
            forms("nobody")
          )}
        </span>
      </div>
    </li>
  );
}
