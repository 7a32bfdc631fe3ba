"use client";
import { useTranslations } from "next-intl";
import { StatusChip } from "#ui/chip.tsx";
import type { BookingStatus } from "./types.ts";

export function BookingStatusChip({ status }: { status: BookingStatus }) {
  const t = useTranslations("bookings");
  return <StatusChip status={status}>{t(`status_${status}`)}</StatusChip>;
}
