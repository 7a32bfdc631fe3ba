import * as z from "zod";
import { ticket_categories, ticket_priorities } from "#drizzle/values.ts";
import { createTicket } from "#features/tickets/commands.ts";
import { line } from "#lib/fields.ts";
import { defineTool } from "./tool.ts";

/** Opens a ticket for the conversation's customer, or for nobody known yet. */
export const openTicket = defineTool({
  name: "open_ticket",
  about: {
    ar: "يفتح تذكرة لما لا يُحل في المحادثة: صيانة، شكوى، استفسار، عقد، دفعات.",
    en: "Opens a ticket for what cannot be solved here: maintenance, a complaint, a question, a contract, a payment.",
  },
  input: z.strictObject({
    subject: line(200).describe("One line, in the customer's language"),
    description: line(5000).describe("What the customer said, with place and time"),
    category: z.enum(ticket_categories),
    priority: z.enum(ticket_priorities).optional(),
  }),
  async run(tx, { subject, description, category, priority = "medium" }, talk) {
    const ticket = await createTicket(tx, {
      subject,
      description,
      category,
      priority,
      customer_id: talk.customer_id,
      conversation_id: talk.id,
    });
    const { reference } = ticket;
    return {
      ok: true,
      result: { ticket: { reference } },
      words: { ar: `فُتحت التذكرة ${reference}.`, en: `Opened ticket ${reference}.` },
    };
  },
});
