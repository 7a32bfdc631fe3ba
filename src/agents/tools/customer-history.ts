import * as z from "zod";
import { readHistory } from "#features/customers/history.ts";
import { defineTool, refused } from "./tool.ts";
import { said } from "./words.ts";

const most = 5;

/** The last viewings, tickets and talks of the conversation's own customer. Where anybody may claim a number (outside the
 *  playground, where a colleague speaks), a number that was only said is no proof: the caller's own number is. */
export const customerHistory = defineTool({
  name: "customer_history",
  about: {
    ar: "آخر معاينات العميل وتذاكره ومحادثاته. لعميل هذه المحادثة وحده.",
    en: "The last viewings, tickets and conversations of this conversation's own customer. Of nobody else.",
  },
  input: z.strictObject({}),
  async run(tx, _input, talk) {
    const { customer_id } = talk;
    if (customer_id === null) return refused("customer_unknown", said.no_customer);
    if (talk.channel !== "playground" && talk.extracted.claimed_phone !== undefined) {
      return refused("not_verified", {
        ar: "لم يثبت بعد أن الرقم لصاحبه.",
        en: "It is not certain that the number is the speaker's own.",
      });
    }
    const of = (subject: "viewings" | "tickets" | "calls" | "chats") =>
      readHistory(tx, { id: customer_id, subject, limit: most * 2 });
    const viewings = (await of("viewings")).bookings ?? [];
    const tickets = (await of("tickets")).tickets ?? [];
    const talks = [...(await of("calls")).conversations, ...(await of("chats")).conversations]
      .filter(({ id, mode }) => id !== talk.id && mode === "real")
      .sort((one, other) => other.at.localeCompare(one.at));
    return {
      ok: true,
      result: {
        bookings: viewings
          .slice(0, most)
          .map(({ reference, status, starts_at, title }) => ({ reference, status, starts_at, property: title })),
        tickets: tickets
          .slice(0, most)
          .map(({ reference, status, title, at }) => ({ reference, status, subject: title, opened_at: at })),
        talks: talks.slice(0, most).map(({ type, at, title }) => ({ type, started_at: at, summary: title })),
      },
      words: { ar: "قُرئ سجل العميل.", en: "Read the customer's history." },
    };
  },
});
