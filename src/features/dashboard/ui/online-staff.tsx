"use client";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import type { Outputs } from "#trpc/api.ts";
import { PersonMark } from "#ui/avatar.tsx";

const most = 5;

export function OnlineStaff({ people }: { people: Outputs["live"]["operations"]["staff_online"] }) {
  const t = useTranslations("dashboard");
  return (
    <p className="flex items-center gap-2.5 border-line border-t px-4 py-2.5 text-12 text-muted">
      <span className="flex">
        {people.slice(0, most).map((person) => (
          <span
            key={person.id}
            title={isolate(person.name)}
            className="-ms-1.5 rounded-full ring-2 ring-surface first:ms-0"
          >
            <PersonMark name={person.name} kind="staff" size="sm" />
          </span>
        ))}
      </span>
      {t("online", { count: people.length })}
    </p>
  );
}
