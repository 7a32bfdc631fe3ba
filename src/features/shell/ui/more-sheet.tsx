"use client";
import { LogOut, Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMe } from "#trpc/me.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { Button } from "#ui/button.tsx";
import { Count } from "#ui/count.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { DirIcon } from "#ui/dir-icon.tsx";
import { useNavItems } from "./nav-items.tsx";
import { openPalette } from "./palette/palette-host.tsx";
import { PreferenceFields } from "./preference-fields.tsx";
import { useSignOut } from "./use-sign-out.ts";

export function MoreSheet({ onLeave }: { onLeave: () => void }) {
  const t = useTranslations("nav");
  const role = useTranslations("roles");
  const shell = useTranslations("shell");
  const me = useMe();
  const rest = useNavItems().slice(4);
  const { busy, signOut } = useSignOut();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4 overflow-y-auto p-4 pb-[max(16px,env(safe-area-inset-bottom))]">
      <span aria-hidden className="mx-auto h-1 w-9 rounded-full bg-line-strong" />
      <Link href="/profile" onClick={onLeave} className="flex items-center gap-3 rounded-control p-1">
        <PersonMark name={me.name} kind="staff" />
        <span className="min-w-0 flex-1">
          <b className="block text-14">
            <CutText>{me.name}</CutText>
          </b>
          <small className="block text-12 text-muted">{role(me.role)}</small>
        </span>
        <DirIcon to="forward" size={16} className="text-muted" />
      </Link>
      <nav aria-label={t("more")} className="grid grid-cols-2 gap-1">
        {rest.map(({ href, icon: Icon, label, badge }) => (
          <Link
            key={href}
            href={href}
            onClick={onLeave}
            className="flex min-h-11 items-center gap-2.5 rounded-control px-2 font-medium text-14 text-ink-2 hover:bg-hover"
          >
            <Icon size={18} strokeWidth={1.75} className="shrink-0" aria-hidden />
            {label}
            {badge ? (
              <Count tone={badge.tone} className="ms-auto">
                <span aria-hidden>{badge.text}</span>
                <span className="sr-only">{badge.spoken}</span>
              </Count>
            ) : null}
          </Link>
        ))}
      </nav>
      <Button
        size="lg"
        icon={Search}
        onClick={() => {
          onLeave();
          openPalette();
        }}
      >
        {shell("palette_short")}
      </Button>
      <PreferenceFields />
      <Button tone="danger" size="lg" icon={LogOut} busy={busy} onClick={signOut}>
        {busy ? t("signing_out") : t("sign_out")}
      </Button>
    </div>
  );
}
