import * as z from "zod";
import type { ChatTool } from "../ports.ts";
import type { ToolName } from "../tool-contract.ts";
import { customerHistory } from "./customer-history.ts";
import { findCustomer } from "./find-customer.ts";
import { handOver } from "./hand-over.ts";
import { openTicket } from "./open-ticket.ts";
import { requestBooking } from "./request-booking.ts";
import { searchProperties } from "./search-properties.ts";
import type { Tool } from "./tool.ts";

/** Every tool by its name. */
export const tools: Readonly<Record<ToolName, Tool>> = {
  find_or_create_customer: findCustomer,
  search_properties: searchProperties,
  request_booking: requestBooking,
  open_ticket: openTicket,
  customer_history: customerHistory,
  hand_over_to_staff: handOver,
};

/** The tools as a chat model is told of them; their JSON Schemas are made from the schemas that check the calls. */
export function chatTools(language: "ar" | "en"): ChatTool[] {
  return Object.values(tools).map(({ name, about, input }) => {
    const { $schema: _dialect, ...parameters } = z.toJSONSchema(input, { io: "input" });
    return { name, description: about[language], parameters };
  });
}
