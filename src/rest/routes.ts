import type * as z from "zod";
import { SignedIn } from "#features/auth/schema.ts";

export type Method = "GET" | "POST" | "PATCH";

/** One call of the HTTP contract over one procedure. */
export interface Route {
  method: Method;
  /** With {placeholders} named as the procedure's own fields. */
  path: string;
  procedure: string;
  summary: string;
  /** The singular name a bare record is answered under; without it the output carries its own names. */
  as?: string;
  /** 201 always, or by the output's own `created`; without it 200. */
  creates?: "always" | "when_created";
  /** Fields that the contract's examples send and the server's own values replace. */
  ignores?: readonly string[];
  /** What of the output is answered, where the contract names less of it. */
  narrows?: z.ZodType;
}

type Options = Omit<Route, "method" | "path" | "procedure" | "summary">;
const on =
  (method: Method) =>
  (path: string, procedure: string, summary: string, options?: Options): Route => ({
    method,
    path,
    procedure,
    summary,
    ...options,
  });
const [get, post, patch] = [on("GET"), on("POST"), on("PATCH")];
const one = (as: string): Options => ({ as });
const made = (as: string): Options => ({ as, creates: "always" });
const decided = { as: "booking", ignores: ["approved_by", "approved_at"] };

/** The HTTP contract, a line a call. What a call takes and answers is the procedure's own input and output. */
export const routes: readonly Route[] = [
  post("/api/auth/login", "auth.signIn", "Sign in: the token is the session itself"),
  get("/api/auth/me", "auth.me", "Who is signed in", { as: "user", narrows: SignedIn.shape.user }),
  post("/api/auth/logout", "auth.signOut", "Sign out: the token ends at once"),

  get("/api/stats/calls", "stats.calls", "Conversations of a period"),
  get("/api/stats/conversions", "stats.conversions", "From conversation to approved viewing, over a period"),
  get("/api/live/operations", "live.operations", "What is going on now"),

  get("/api/conversations", "conversations.list", "Conversations, latest first"),
  post("/api/conversations", "conversations.create", "Save a conversation", made("conversation")),
  get("/api/conversations/search", "conversations.search", "Search what was said, in both spellings and digit sets"),
  get("/api/conversations/{id}", "conversations.one", "One conversation with its transcript", one("conversation")),

  post("/api/voice-sessions", "voiceSessions.start", "Open a voice session: a signed address for the browser", {
    as: "session",
    creates: "always",
  }),
  post("/api/voice-sessions/{id}/end", "voiceSessions.end", "Say that a voice session is over", one("session")),

  get("/api/customers", "customers.list", "Customers"),
  post("/api/customers", "customers.create", "Add a customer", made("customer")),
  post(
    "/api/customers/find-or-create",
    "customers.findOrCreate",
    "The customer with this phone number, made when there is none",
    { creates: "when_created" },
  ),
  get("/api/customers/{id}", "customers.one", "One customer", one("customer")),
  patch("/api/customers/{id}", "customers.update", "Change a customer", one("customer")),
  get("/api/customers/{id}/history", "customers.history", "A customer's conversations, bookings and tickets"),

  get("/api/bookings", "bookings.list", "Viewings, soonest first"),
  post("/api/bookings", "bookings.create", "Ask for a viewing", made("booking")),
  get("/api/bookings/{id}", "bookings.one", "One viewing and what else is on around it"),
  patch("/api/bookings/{id}/approve", "bookings.approve", "Approve a pending viewing", decided),
  patch("/api/bookings/{id}/reject", "bookings.reject", "Reject a pending viewing", one("booking")),

  get("/api/tickets", "tickets.list", "Tickets"),
  post("/api/tickets", "tickets.create", "Open a ticket", made("ticket")),
  get("/api/tickets/{id}", "tickets.one", "One ticket with what happened to it"),
  patch("/api/tickets/{id}/assign", "tickets.assign", "Give a ticket to a member of staff", one("ticket")),
  patch("/api/tickets/{id}/resolve", "tickets.resolve", "Resolve a ticket", one("ticket")),

  get("/api/campaigns", "campaigns.list", "Campaigns"),
  post("/api/campaigns", "campaigns.create", "Draft a campaign", made("campaign")),
  get("/api/campaigns/{id}", "campaigns.one", "One campaign", one("campaign")),
  patch("/api/campaigns/{id}/status", "campaigns.setStatus", "Start, pause or end a campaign", one("campaign")),

  get("/api/properties", "properties.list", "Properties"),
  post("/api/properties", "properties.create", "Add a property", made("property")),
  get("/api/properties/{id}", "properties.one", "One property", one("property")),
  patch("/api/properties/{id}", "properties.update", "Change a property", one("property")),

  get("/api/notifications", "notifications.list", "Your own notifications"),
  patch("/api/notifications/read", "notifications.markRead", "Mark your notifications as read"),

  get("/api/users", "users.list", "Members of staff"),
  post("/api/users", "users.create", "Add a member of staff", made("user")),
  patch("/api/users/{id}", "users.update", "Change a member of staff", one("user")),
  post(
    "/api/users/{id}/deactivate",
    "users.deactivate",
    "Switch an account off: its sessions end at once",
    one("user"),
  ),
  post(
    "/api/users/{id}/reset-password",
    "users.resetPassword",
    "Set another password: the sessions end at once",
    one("user"),
  ),
];
