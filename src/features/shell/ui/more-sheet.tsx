"use client";
import { LogOut } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMe } from "#trpc/me.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { Button } from "#ui/button.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { DirIcon } from "#ui/dir-icon.tsx";
import { PreferenceFields } from "./preference-fields.tsx";
import { useSignOut } from "./use-sign-out.ts";

export function MoreSheet({ onLeave }: { onLeave: () => void }) {
  const t = useTranslations("nav");
  const role = useTranslations("roles");
  const me = useMe();
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
      <PreferenceFields />
      <Button tone="danger" size="lg" icon={LogOut} busy={busy} onClick={signOut}>
        {busy ? t("signing_out") : t("sign_out")}
      </Button>
    </div>
  );
}
