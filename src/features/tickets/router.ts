import { may, router } from "#server/procedures.ts";
import { assignTicket, createTicket, resolveTicket } from "./commands.ts";
import { countTickets, getTicketHistory, listTickets } from "./queries.ts";
import {
  AssignTicket,
  CountTickets,
  CreateTicket,
  ListTickets,
  OneTicket,
  ResolveTicket,
  Ticket,
  TicketCounts,
  TicketHistory,
  TicketPage,
} from "./schema.ts";

export const ticketsRouter = router({
  list: may("tickets.read").read({ input: ListTickets, output: TicketPage }, listTickets),
  counts: may("tickets.read").read({ input: CountTickets, output: TicketCounts }, countTickets),
  one: may("tickets.read").read({ input: OneTicket, output: TicketHistory }, (tx, { id }) => getTicketHistory(tx, id)),
  create: may("tickets.write").create({ input: CreateTicket, output: Ticket }, createTicket),
  assign: may("tickets.write").write({ input: AssignTicket, output: Ticket }, assignTicket),
  resolve: may("tickets.write").write({ input: ResolveTicket, output: Ticket }, resolveTicket),
});
