"use client";
import { useTranslations } from "next-intl";
import { StatusChip } from "#ui/chip.tsx";
import type { BookingStatus } from "./types.ts";

export function BookingStatusChip({ status }: { status: BookingStatus }) {
  const t = useTranslations("words");
  return <StatusChip status={status}>{t(`booking_${status}`)}</StatusChip>;
}
