import type { Notification } from "./types.ts";

const pages: Record<string, ((id: string) => string) | undefined> = {
  bookings: (id) => `/bookings?when=all&booking=${id}`,
  tickets: (id) => `/tickets?tab=all&ticket=${id}`,
  conversations: (id) => `/conversations/${id}`,
  campaigns: (id) => `/campaigns/${id}`,
  integrations: () => "/settings/integrations",
};

/** Where a notification leads; null when it is gone or not this person's to open. The page there asks again. */
export const hrefOf = ({
  can_open,
  subject_table,
  subject_id,
}: Pick<Notification, "can_open" | "subject_table" | "subject_id">): string | null =>
  can_open ? (pages[subject_table]?.(subject_id) ?? null) : null;
