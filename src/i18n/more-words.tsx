"use client";
import { NextIntlClientProvider, useLocale, useMessages, useTimeZone } from "next-intl";
import type { ReactNode } from "react";
import type { Messages } from "./messages.ts";

export function MoreWords({ messages, children }: { messages: Partial<Messages>; children: ReactNode }) {
  const held = useMessages();
  return (
    <NextIntlClientProvider locale={useLocale()} timeZone={useTimeZone() ?? "UTC"} messages={{ ...held, ...messages }}>
      {children}
    </NextIntlClientProvider>
  );
}
