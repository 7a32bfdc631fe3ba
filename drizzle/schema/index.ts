// The one barrel: drizzle-kit reads the whole shape from here.
export * from "./agents.ts";
export * from "./audit.ts";
export * from "./bookings.ts";
export * from "./campaigns.ts";
export * from "./companies.ts";
export * from "./conversations.ts";
export * from "./customers.ts";
export * from "./deliveries.ts";
export * from "./notes.ts";
export * from "./notification-preferences.ts";
export * from "./notifications.ts";
export * from "./properties.ts";
export * from "./property-inquiries.ts";
export * from "./ticket-viewers.ts";
export * from "./tickets.ts";
export * from "./users.ts";
export * from "./voice-sessions.ts";
