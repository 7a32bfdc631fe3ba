"use client";
import { UserRoundSearch } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { customerHref } from "./hrefs.ts";
import type { Customer } from "./types.ts";

/** Below a phone that somebody has already: who it is, and the way there. */
export function KnownCustomer({ customer }: { customer: Customer }) {
  const t = useTranslations("customers");
  return (
    <p
      role="status"
      className="-mt-1.5 flex animate-rise items-start gap-2 rounded-control bg-pending-soft px-3 py-2 text-13 text-pending"
    >
      <UserRoundSearch size={15} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
      <span>
        {t.rich("known", {
          name: customer.name,
          link: (chunks) => (
            <Link href={customerHref(customer.id)} className="font-semibold underline underline-offset-4">
              <bdi>{chunks}</bdi>
            </Link>
          ),
        })}
      </span>
    </p>
  );
}
