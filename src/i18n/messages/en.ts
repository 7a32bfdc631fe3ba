import acts from "./en/acts.json" with { type: "json" };
import bookings from "./en/bookings.json" with { type: "json" };
import calling from "./en/calling.json" with { type: "json" };
import campaigns from "./en/campaigns.json" with { type: "json" };
import conversations from "./en/conversations.json" with { type: "json" };
import crash from "./en/crash.json" with { type: "json" };
import customers from "./en/customers.json" with { type: "json" };
import dashboard from "./en/dashboard.json" with { type: "json" };
import forbidden from "./en/forbidden.json" with { type: "json" };
import forms from "./en/forms.json" with { type: "json" };
import lists from "./en/lists.json" with { type: "json" };
import live from "./en/live.json" with { type: "json" };
import login from "./en/login.json" with { type: "json" };
import mails from "./en/mails.json" with { type: "json" };
import meta from "./en/meta.json" with { type: "json" };
import nav from "./en/nav.json" with { type: "json" };
import not_found from "./en/not-found.json" with { type: "json" };
import notifications from "./en/notifications.json" with { type: "json" };
import playground from "./en/playground.json" with { type: "json" };
import profile from "./en/profile.json" with { type: "json" };
import properties from "./en/properties.json" with { type: "json" };
import reports from "./en/reports.json" with { type: "json" };
import roles from "./en/roles.json" with { type: "json" };
import settings from "./en/settings.json" with { type: "json" };
import shell from "./en/shell.json" with { type: "json" };
import tickets from "./en/tickets.json" with { type: "json" };
import time from "./en/time.json" with { type: "json" };
import ui from "./en/ui.json" with { type: "json" };
import words from "./en/words.json" with { type: "json" };

/** One file a namespace; the name of the file is the name of the namespace. */
export const en = {
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
