import { may, router } from "#server/procedures.ts";
import { assignTicket } from "./assign.ts";
import { commentTicket, createTicket } from "./commands.ts";
import { getTicketHistory, listEvents } from "./history.ts";
import { ticketHours } from "./hours.ts";
import {
  AssignTicket,
  AssignTickets,
  CommentTicket,
  CreateTicket,
  ManyTickets,
  ResolveTicket,
  ResolveTickets,
  StepTicket,
  UpdateTicket,
} from "./input-schema.ts";
import { assignTickets, resolveTickets } from "./many.ts";
import { enterTicket, leaveTicket, listViewers } from "./presence.ts";
import { countTickets, listTickets } from "./queries.ts";
import {
  AskHours,
  CountTickets,
  ListEvents,
  ListTickets,
  OneTicket,
  Ticket,
  TicketCounts,
  TicketEvents,
  TicketHistory,
  TicketHours,
  TicketPage,
  TicketViewers,
} from "./schema.ts";
import { closeTicket, reopenTicket, resolveTicket, startTicket } from "./steps.ts";
import { updateTicket } from "./update.ts";

const read = may("tickets.read");
const write = may("tickets.write");

export const ticketsRouter = router({
  list: read.read({ input: ListTickets, output: TicketPage }, listTickets),
  counts: read.read({ input: CountTickets, output: TicketCounts }, countTickets),
  one: read.read({ input: OneTicket, output: TicketHistory }, (tx, { id }) => getTicketHistory(tx, id)),
  events: read.read({ input: ListEvents, output: TicketEvents }, listEvents),
  hours: read.read({ input: AskHours, output: TicketHours }, (tx) => ticketHours(tx)),
  create: write.create({ input: CreateTicket, output: Ticket }, createTicket),
  update: write.write({ input: UpdateTicket, output: Ticket }, updateTicket),
  comment: write.create({ input: CommentTicket, output: Ticket }, commentTicket),
  assign: write.write({ input: AssignTicket, output: Ticket }, assignTicket),
  assignMany: write.write({ input: AssignTickets, output: ManyTickets }, assignTickets),
  start: write.write({ input: StepTicket, output: Ticket }, startTicket),
  resolve: write.write({ input: ResolveTicket, output: Ticket }, resolveTicket),
  resolveMany: write.write({ input: ResolveTickets, output: ManyTickets }, resolveTickets),
  reopen: write.write({ input: StepTicket, output: Ticket }, reopenTicket),
  close: write.write({ input: StepTicket, output: Ticket }, closeTicket),
  viewers: read.read({ input: OneTicket, output: TicketViewers }, listViewers),
  enter: read.write({ input: OneTicket, output: TicketViewers }, enterTicket),
  leave: read.write({ input: OneTicket, output: TicketViewers }, leaveTicket),
});
