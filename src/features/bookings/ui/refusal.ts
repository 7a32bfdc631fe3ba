"use client";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import type { Failure } from "#trpc/failure.ts";
import { clashOf, useClashWords } from "./clash-words.ts";
import { useDecision } from "./decision.ts";
import type { Booking } from "./types.ts";

/** Why an act on a viewing was refused: whose decision stands, or what is in the way. Null leaves it to the general words. */
export function useRefusal() {
  const t = useTranslations("bookings");
  const decision = useDecision();
  const clashWords = useClashWords();
  return ({ code, reason, current }: Failure) => {
    if (code === "FORBIDDEN") return { title: t("not_allowed") };
    if (code !== "CONFLICT") return null;
    const now = isBooking(current) ? current : null;
    const theirs = now && reason === "already_decided" ? decision(now) : null;
    if (theirs) return { title: theirs, description: t("not_written_twice") };
    const clash = clashOf(current);
    if (clash) return { title: clashWords(clash) };
    if (reason === "stale" || reason === "overlap_property" || reason === "not_begun") return { title: t(reason) };
    if (reason === "overlap_staff") return { title: t(reason, { name: isolate(now?.staff?.name ?? "") }) };
    return { title: t("conflict") };
  };
}

/** The row that a conflict carries has the shape of the procedure's own output; this tells it from anything else. */
function isBooking(value: unknown): value is Booking {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    "status" in value &&
    "customer" in value &&
    "property" in value
  );
}
