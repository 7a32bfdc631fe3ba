"use client";
import { useEffect, useState } from "react";
import { latinDigits } from "#lib/digits.ts";
import { api } from "#trpc/api.ts";
import type { Customer } from "./types.ts";

const rest_ms = 300;

/** Who already has the number that is being typed, in whatever digits and spelling; asked when the hand rests.
 *  @param own the customer the form is about, who of course may keep the number */
export function useKnownPhone(typed: string, own?: string): Customer | null {
  const [phone, setPhone] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPhone(typed), rest_ms);
    return () => clearTimeout(timer);
  }, [typed]);
  const long = latinDigits(phone).replace(/\D/g, "").length >= 7;
  const { data } = api.customers.byPhone.useQuery({ phone: phone.trim() }, { enabled: long, staleTime: 10_000 });
  const known = long && phone === typed ? (data?.customer ?? null) : null;
  return known && known.id !== own ? known : null;
}
