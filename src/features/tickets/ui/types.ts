import type { Inputs, Outputs } from "#trpc/api.ts";

export type Ticket = Outputs["tickets"]["list"]["tickets"][number];
export type TicketHistory = Outputs["tickets"]["one"];
export type TicketEvent = TicketHistory["events"][number];
export type TicketCounts = Outputs["tickets"]["counts"];
export type ListInput = Inputs["tickets"]["list"];
export type CountInput = Inputs["tickets"]["counts"];

/** The row that a conflict carries has the shape of the procedure's own output; this tells it from anything else. */
export function isTicket(value: unknown): value is Ticket {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    "subject" in value &&
    "priority" in value &&
    "version" in value
  );
}

export const isUnsolved = ({ status }: Pick<Ticket, "status">) => status === "open" || status === "in_progress";
