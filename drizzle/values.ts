/** The closed lists of the domain. Each is a CHECK in the database, a zod enum in the API and a label in i18n. */

export const roles = ["admin", "sales_manager", "support_manager", "agent"] as const;
export const locales = ["ar", "en"] as const;
export const themes = ["system", "light", "dark"] as const;
export const digit_sets = ["latn", "arab"] as const;
export const genders = ["female", "male"] as const;

export const customer_stages = ["lead", "qualified", "viewing", "negotiation", "deposit", "won", "lost"] as const;
/** Who did it: a person who signed in, one of the machines, or the system itself. */
export const actor_kinds = ["staff", "voice_agent", "chat_agent", "system"] as const;

export const property_kinds = ["villa", "apartment", "townhouse", "plot", "office"] as const;
export const property_purposes = ["sale", "rent"] as const;
export const property_statuses = ["available", "reserved", "sold", "withdrawn"] as const;

export const conversation_types = ["voice", "chat"] as const;
export const conversation_statuses = ["in_progress", "ended", "failed"] as const;
export const conversation_modes = ["real", "trial"] as const;
export const conversation_channels = ["phone", "web", "playground"] as const;
export const conversation_directions = ["inbound", "outbound"] as const;
export const conversation_outcomes = [
  "booked",
  "interested",
  "answered",
  "ticket_opened",
  "handed_over",
  "not_interested",
  "no_answer",
  "wrong_number",
  "failed",
] as const;
export const sentiments = ["positive", "neutral", "negative"] as const;
export const speakers = ["customer", "agent", "staff", "tool"] as const;

export const booking_statuses = ["pending", "approved", "rejected", "cancelled", "completed"] as const;

export const ticket_categories = ["maintenance", "complaint", "inquiry", "contract", "payment", "other"] as const;
export const ticket_priorities = ["low", "medium", "high", "urgent"] as const;
export const ticket_statuses = ["open", "in_progress", "resolved", "closed"] as const;
export const ticket_event_kinds = [
  "created",
  "assigned",
  "status_changed",
  "priority_changed",
  "category_changed",
  "due_changed",
  "edited",
  "commented",
  "resolved",
  "reopened",
] as const;

export const agent_kinds = ["voice", "chat"] as const;

/** Who carries the company's calls, in the voice vendor's words. */
export const phone_providers = ["twilio", "sip_trunk"] as const;

export const campaign_types = ["voice", "chat"] as const;
export const campaign_statuses = ["draft", "scheduled", "running", "paused", "completed", "cancelled"] as const;
export const recipient_statuses = [
  "pending",
  "dialling",
  "answered",
  "no_answer",
  "busy",
  "voicemail",
  "failed",
  "skipped",
] as const;

export const notification_kinds = [
  "booking_pending",
  "booking_decided",
  "ticket_assigned",
  "handed_over",
  "campaign_paused",
  "webhook_failing",
] as const;

export const audit_ops = ["insert", "update", "delete"] as const;
