import { authRouter } from "#features/auth/router.ts";
import { bookingsRouter } from "#features/bookings/router.ts";
import { campaignsRouter } from "#features/campaigns/router.ts";
import { conversationsRouter } from "#features/conversations/router.ts";
import { customersRouter } from "#features/customers/router.ts";
import { liveRouter } from "#features/live/router.ts";
import { notificationsRouter } from "#features/notifications/router.ts";
import { propertiesRouter } from "#features/properties/router.ts";
import { statsRouter } from "#features/stats/router.ts";
import { ticketsRouter } from "#features/tickets/router.ts";
import { staffRouter, usersRouter } from "#features/users/router.ts";
import { createCallerFactory, router } from "./procedures.ts";

/** Every procedure there is; the one place where the features meet. */
export const appRouter = router({
  auth: authRouter,
  bookings: bookingsRouter,
  campaigns: campaignsRouter,
  conversations: conversationsRouter,
  customers: customersRouter,
  live: liveRouter,
  notifications: notificationsRouter,
  properties: propertiesRouter,
  staff: staffRouter,
  stats: statsRouter,
  tickets: ticketsRouter,
  users: usersRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures in this process with a request's context: what pages are printed with. */
export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;
