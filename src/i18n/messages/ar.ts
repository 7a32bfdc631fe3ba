import acts from "./ar/acts.json" with { type: "json" };
import bookings from "./ar/bookings.json" with { type: "json" };
import calling from "./ar/calling.json" with { type: "json" };
import campaigns from "./ar/campaigns.json" with { type: "json" };
import conversations from "./ar/conversations.json" with { type: "json" };
import crash from "./ar/crash.json" with { type: "json" };
import customers from "./ar/customers.json" with { type: "json" };
import dashboard from "./ar/dashboard.json" with { type: "json" };
import forbidden from "./ar/forbidden.json" with { type: "json" };
import forms from "./ar/forms.json" with { type: "json" };
import lists from "./ar/lists.json" with { type: "json" };
import live from "./ar/live.json" with { type: "json" };
import login from "./ar/login.json" with { type: "json" };
import mails from "./ar/mails.json" with { type: "json" };
import meta from "./ar/meta.json" with { type: "json" };
import nav from "./ar/nav.json" with { type: "json" };
import not_found from "./ar/not-found.json" with { type: "json" };
import notifications from "./ar/notifications.json" with { type: "json" };
import playground from "./ar/playground.json" with { type: "json" };
import profile from "./ar/profile.json" with { type: "json" };
import properties from "./ar/properties.json" with { type: "json" };
import reports from "./ar/reports.json" with { type: "json" };
import roles from "./ar/roles.json" with { type: "json" };
import settings from "./ar/settings.json" with { type: "json" };
import shell from "./ar/shell.json" with { type: "json" };
import tickets from "./ar/tickets.json" with { type: "json" };
import time from "./ar/time.json" with { type: "json" };
import ui from "./ar/ui.json" with { type: "json" };
import words from "./ar/words.json" with { type: "json" };

/** One file a namespace; the name of the file is the name of the namespace. */
export const ar = {
  acts,
  bookings,
  calling,
  campaigns,
  conversations,
  crash,
  customers,
  dashboard,
  forbidden,
  forms,
  lists,
  live,
  login,
  mails,
  meta,
  nav,
  not_found,
  notifications,
  playground,
  profile,
  properties,
  reports,
  roles,
  settings,
  shell,
  tickets,
  time,
  ui,
  words,
};
