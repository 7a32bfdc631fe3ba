import { agentsRouter } from "#features/agents/router.ts";
import { apiKeysRouter } from "#features/api-keys/router.ts";
import { authRouter } from "#features/auth/router.ts";
import { bookingsRouter } from "#features/bookings/router.ts";
import { campaignsRouter } from "#features/campaigns/router.ts";
import { companyRouter } from "#features/company/router.ts";
import { conversationsRouter } from "#features/conversations/router.ts";
import { customersRouter } from "#features/customers/router.ts";
import { diallingRulesRouter } from "#features/dialling-rules/router.ts";
import { doNotCallRouter } from "#features/do-not-call/router.ts";
import { integrationsRouter } from "#features/integrations/router.ts";
import { liveRouter } from "#features/live/router.ts";
import { notificationsRouter } from "#features/notifications/router.ts";
import { playgroundRouter } from "#features/playground/router.ts";
import { profileRouter } from "#features/profile/router.ts";
import { propertiesRouter } from "#features/properties/router.ts";
import { reportsRouter } from "#features/reports/router.ts";
import { statsRouter } from "#features/stats/router.ts";
import { talkRulesRouter } from "#features/summaries/router.ts";
import { ticketsRouter } from "#features/tickets/router.ts";
import { staffRouter, usersRouter } from "#features/users/router.ts";
import { voiceSessionsRouter } from "#features/voice-sessions/router.ts";
import { createCallerFactory, router } from "./procedures.ts";

/** Every procedure there is; the one place where the features meet. */
export const appRouter = router({
  agents: agentsRouter,
  apiKeys: apiKeysRouter,
  auth: authRouter,
  bookings: bookingsRouter,
  campaigns: campaignsRouter,
  company: companyRouter,
  conversations: conversationsRouter,
  customers: customersRouter,
  diallingRules: diallingRulesRouter,
  integrations: integrationsRouter,
  doNotCall: doNotCallRouter,
  live: liveRouter,
  notifications: notificationsRouter,
  playground: playgroundRouter,
  profile: profileRouter,
  properties: propertiesRouter,
  reports: reportsRouter,
  staff: staffRouter,
  stats: statsRouter,
  talkRules: talkRulesRouter,
  tickets: ticketsRouter,
  users: usersRouter,
  voiceSessions: voiceSessionsRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures in this process with a request's context: what pages are printed with. */
export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;
