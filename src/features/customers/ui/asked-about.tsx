"use client";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { CutText } from "#ui/cut-text.tsx";
import type { Listed } from "./types.ts";

/** The listing a customer asked about last, and what it costs. */
export function AskedAbout({ listing }: { listing: Listed["asked_about"] }) {
  const format = useFormat();
  const title = usePropertyTitle();
  if (!listing) return null;
  return (
    <span className="block min-w-0">
      <CutText>{title(listing)}</CutText>
      <small className="block text-12 text-muted">{format.money(listing.price, listing.currency)}</small>
    </span>
  );
}
