import type { CompanyPlan } from "../plan.ts";
import { emirati } from "../text/emirati.ts";
import { english } from "../text/english.ts";
import { britishNames, egyptianNames, indianNames, levantNames } from "../text/expatriate-names.ts";
import { emiratiNames } from "../text/names.ts";
import { marsaAgents } from "./marsa/agents.ts";
import { marsaBookings } from "./marsa/bookings.ts";
import { marsaCampaigns, marsaEarlierCampaigns } from "./marsa/campaigns.ts";
import { marsaConversations } from "./marsa/conversations.ts";
import { marsaCustomers } from "./marsa/customers.ts";
import { marsaPhrases, marsaVocabulary } from "./marsa/phrases.ts";
import { marsaProperties } from "./marsa/properties.ts";
import { marsaTickets } from "./marsa/tickets.ts";

/** Dubai: flats and villas, customers from everywhere, Arabic and English side by side. */
export const marsa: CompanyPlan = {
  slug: "marsa",
  name: "مرسى الخليج العقارية",
  spoken: { ar: "مرسى الخليج العقارية", en: "Marsa Gulf Properties" },
  name_en: "Marsa Gulf Properties",
  country: "AE",
  city: "دبي",
  timezone: "Asia/Dubai",
  currency: "AED",
  currency_spoken: "درهم",
  week_start: 1,
  weekend: [6, 7],
  hours: [4, 1.5, 0.6, 0.3, 0.2, 0.4, 1, 4, 18, 42, 56, 58, 48, 40, 44, 50, 60, 74, 82, 78, 66, 48, 28, 12],
  weekdays: [1.15, 1.1, 1.05, 1.05, 0.78, 0.72, 0.46],
  voice_agent: { name: "مريم", name_en: "Mariam", gender: "female" },
  chat_agent: { name: "راشد", name_en: "Rashid", gender: "male" },
  agents: marsaAgents,
  staff: {
    admin: { name: "خالد المهيري", first_name: { ar: "خالد", en: "Khaled" }, gender: "male" },
    sales: { name: "ميثاء الكتبي", first_name: { ar: "ميثاء", en: "Maitha" }, gender: "female" },
    support: { name: "عائشة النعيمي", first_name: { ar: "عائشة", en: "Aisha" }, gender: "female" },
    agent: { name: "عمر حداد", first_name: { ar: "عمر", en: "Omar" }, gender: "male" },
  },
  arabic: emirati,
  english,
  people: [
    { weight: 36, language: "ar", names: emiratiNames, phone: "+9715{024568}000", digits: 4 },
    { weight: 16, language: "ar", names: levantNames, phone: "+9715{024568}000", digits: 4 },
    { weight: 7, language: "ar", names: egyptianNames, phone: "+201{0125}0000", digits: 4 },
    { weight: 19, language: "en", names: indianNames, phone: "+9715{024568}000", digits: 4 },
    { weight: 7, language: "en", names: indianNames, phone: "+9198{01234}000", digits: 4 },
    { weight: 8, language: "en", names: britishNames, phone: "+9715{024568}000", digits: 4 },
    { weight: 7, language: "en", names: britishNames, phone: "+447400000", digits: 3 },
  ],
  vocabulary: marsaVocabulary,
  phrases: marsaPhrases,
  properties: marsaProperties,
  customers: marsaCustomers,
  conversations: marsaConversations,
  bookings: marsaBookings,
  tickets: marsaTickets,
  campaigns: marsaCampaigns,
  earlier_campaigns: marsaEarlierCampaigns,
};
