"use client";
import { useTranslations } from "next-intl";
import { Table, Th } from "#ui/table.tsx";
import { BookingRow } from "./booking-row.tsx";
import type { RowsProps } from "./row-props.ts";

export function BookingTable({ rows, ...shared }: RowsProps) {
  const t = useTranslations("bookings");
  return (
    <Table className="hidden table-fixed md:table" aria-label={t("list")}>
      <colgroup>
        <col className="@2xl:w-[27%]" />
        <col className="hidden @2xl:table-column" />
        <col className="w-38" />
        <col className="hidden w-36 @4xl:table-column" />
        <col className="w-34 @4xl:w-36 @5xl:w-62" />
      </colgroup>
      <thead>
        <tr>
          <Th>{t("col_customer")}</Th>
          <Th className="hidden @2xl:table-cell">{t("col_property")}</Th>
          <Th>{t("col_when")}</Th>
          <Th className="hidden @4xl:table-cell">{t("col_source")}</Th>
          <Th>{t("col_status")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((booking) => (
          <BookingRow key={booking.id} booking={booking} {...shared} />
        ))}
      </tbody>
    </Table>
  );
}
