/** The parts of a customer's timeline. Here and not in the schema, since the browser needs the list but not zod. */
export const history_subjects = ["calls", "chats", "viewings", "tickets", "campaigns", "stages", "notes"] as const;
