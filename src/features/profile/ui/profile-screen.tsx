"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCompanyName } from "#features/shell/ui/company-name.ts";
import { PreferenceFields } from "#features/shell/ui/preference-fields.tsx";
import { type Permission, roleMay } from "#trpc/may.ts";
import { useMe } from "#trpc/me.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { Block } from "#ui/block.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { Fact, Facts } from "#ui/facts.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { HabitFields } from "./habit-fields.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SessionsBlock } from "./sessions-block.tsx";

const rights = [
  ["dashboard.read", "right_dashboard"],
  ["bookings.decide", "right_bookings"],
  ["customers.read", "right_customers"],
  ["campaigns.write", "right_campaigns"],
  ["tickets.write", "right_tickets"],
  ["conversations.read", "right_conversations"],
  ["users.manage", "right_users"],
] as const satisfies readonly (readonly [Permission, string])[];

/** Who is signed in, his own choices, his password and sessions, and what his role opens. */
export function ProfileScreen() {
  const t = useTranslations("profile");
  const role = useTranslations("roles");
  const me = useMe();
  const company = useCompanyName();
  return (
    <div className="min-h-0 flex-1 md:overflow-y-auto">
      <div className="mx-auto grid max-w-160 grid-cols-[minmax(0,1fr)] gap-4 px-4 py-6 md:py-8">
        <div className="flex items-center gap-4 pb-2">
          <PersonMark name={me.name} kind="staff" size="xl" />
          <div className="min-w-0">
            <h2 className="block font-semibold text-20">
              <CutText>{me.name}</CutText>
            </h2>
            <p className="text-13 text-muted">
              {role(me.role)} · <bdi>{company}</bdi>
            </p>
          </div>
        </div>
        <Block title={t("preferences")}>
          <div className="grid gap-4 border-line border-t px-4 py-4">
            <PreferenceFields />
            <HabitFields />
            <p className="text-12 text-muted">{t("preferences_help")}</p>
          </div>
        </Block>
        <PasswordForm />
        <SessionsBlock />
        <Block title={t("rights")}>
          <ul className="grid gap-2 border-line border-t px-4 py-4 text-13">
            {rights
              .filter(([permission]) => roleMay(me.role, permission))
              .map(([permission, key]) => (
                <li key={permission} className="flex items-center gap-2.5">
                  <Check size={15} strokeWidth={2} className="shrink-0 text-approved" aria-hidden />
                  {t(key)}
                </li>
              ))}
          </ul>
        </Block>
        <Block title={t("company")}>
          <div className="border-line border-t px-4 py-4">
            <Facts>
              <Fact name={t("company")}>
                <bdi>{company}</bdi>
              </Fact>
              <Fact name={t("username")}>
                <Ltr>{me.username}</Ltr>
              </Fact>
              {me.email ? (
                <Fact name={t("email")}>
                  <Ltr>{me.email}</Ltr>
                </Fact>
              ) : null}
              <Fact name={t("time_zone")}>
                <Ltr>{me.company.timezone}</Ltr>
              </Fact>
            </Facts>
          </div>
        </Block>
      </div>
    </div>
  );
}
