import { createLoader } from "nuqs/server";
import { filterParsers as bookingParsers } from "#features/bookings/ui/filters.ts";
import { listInput as bookingInput } from "#features/bookings/ui/list-input.ts";
import { filterParsers as conversationParsers } from "#features/conversations/ui/filters.ts";
import { listInput as conversationInput } from "#features/conversations/ui/list-input.ts";
import { filterParsers as customerParsers } from "#features/customers/ui/filters.ts";
import { listInput as customerInput } from "#features/customers/ui/list-input.ts";
import { filterParsers as ticketParsers } from "#features/tickets/ui/filters.ts";
import { listInput as ticketInput } from "#features/tickets/ui/list-input.ts";
import { createFormat } from "#i18n/format.ts";
import type { Caller } from "#server/root.ts";

/** How many rows the list at an address has, all pages of it: the address is read by the page's own filters and asked for by
 *  the page's own input. */
export async function rowsBehind(caller: Caller, time_zone: string, href: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, "http://portal");
  const format = createFormat({ locale: "ar", digits: "latn", time_zone });
  const clock = { format, now: Date.now(), week_start: 7 };
  switch (pathname) {
    case "/conversations": {
      const input = conversationInput(createLoader(conversationParsers)(searchParams), clock);
      return countAll((cursor) => caller.conversations.list({ ...input, cursor, limit: 100 }), "conversations");
    }
    case "/bookings": {
      const input = bookingInput(createLoader(bookingParsers)(searchParams), clock);
      return countAll((cursor) => caller.bookings.list({ ...input, cursor, limit: 100 }), "bookings");
    }
    case "/tickets": {
      const input = ticketInput(createLoader(ticketParsers)(searchParams), time_zone);
      return countAll((cursor) => caller.tickets.list({ ...input, cursor, limit: 100 }), "tickets");
    }
    case "/customers": {
      const input = customerInput(createLoader(customerParsers)(searchParams), clock);
      return countAll((cursor) => caller.customers.list({ ...input, cursor, limit: 100 }), "customers");
    }
    default:
      throw new Error(`No list at ${pathname}`);
  }
}

async function countAll<Name extends string, Page extends { next_cursor: string | null } & Record<Name, unknown[]>>(
  ask: (cursor: string | null) => Promise<Page>,
  name: Name,
): Promise<number> {
  let count = 0;
  let cursor: string | null = null;
  do {
    const page: Page = await ask(cursor);
    count += page[name].length;
    cursor = page.next_cursor;
  } while (cursor !== null);
  return count;
}
