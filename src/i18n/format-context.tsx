"use client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { createFormat, type Format, type FormatSettings } from "./format.ts";

const Context = createContext<Format | null>(null);

export function FormatProvider({ locale, time_zone, digits, children }: FormatSettings & { children: ReactNode }) {
  const format = useMemo(() => createFormat({ locale, time_zone, digits }), [locale, time_zone, digits]);
  return <Context value={format}>{children}</Context>;
}

/** The one formatter, with this person's language, digits and time zone. */
export function useFormat(): Format {
  const format = useContext(Context);
  if (!format) throw new Error("useFormat needs <FormatProvider>");
  return format;
}
