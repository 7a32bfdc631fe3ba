"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { Block } from "#ui/block.tsx";
import { StatusChip } from "#ui/chip.tsx";
import { CutText } from "#ui/cut-text.tsx";
import type { PropertyActivity } from "./types.ts";

/** Viewings of the listing that are still to come. */
export function UpcomingBlock({ upcoming }: { upcoming: NonNullable<PropertyActivity["upcoming"]> }) {
  const t = useTranslations("properties");
  const words = useTranslations("words");
  const format = useFormat();
  return (
    <Block title={t("upcoming")}>
      {upcoming.length === 0 ? (
        <p className="border-line border-t px-4 py-3 text-13 text-muted">{t("upcoming_none")}</p>
      ) : (
        <ul>
          {upcoming.map(({ id, customer, staff, starts_at, status }) => (
            <li key={id} className="border-line border-t">
              <Link
                href={`/bookings?booking=${id}`}
                prefetch={false}
                className="flex items-center gap-3 px-4 py-2.5 -outline-offset-2 transition-colors duration-120 hover:bg-hover"
              >
                <span className="min-w-0 flex-1 text-13">
                  <b className="block font-semibold">
                    <CutText>{customer.name}</CutText>
                  </b>
                  <span className="block text-12 text-muted">
                    {format.dayTime(starts_at)}
                    {staff ? (
                      <>
                        {" "}
                        · <bdi>{staff.name}</bdi>
                      </>
                    ) : null}
                  </span>
                </span>
                <StatusChip status={status}>{words(`booking_${status}`)}</StatusChip>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}
