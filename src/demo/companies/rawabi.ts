import type { CompanyPlan } from "../plan.ts";
import { english } from "../text/english.ts";
import { egyptianNames, indianNames } from "../text/expatriate-names.ts";
import { saudiNames } from "../text/names.ts";
import { saudi } from "../text/saudi.ts";
import { rawabiAgents } from "./rawabi/agents.ts";
import { rawabiBookings } from "./rawabi/bookings.ts";
import { rawabiCampaigns, rawabiEarlierCampaigns } from "./rawabi/campaigns.ts";
import { rawabiConversations } from "./rawabi/conversations.ts";
import { rawabiCustomers } from "./rawabi/customers.ts";
import { rawabiPhrases, rawabiVocabulary } from "./rawabi/phrases.ts";
import { rawabiProperties } from "./rawabi/properties.ts";
import { rawabiTickets } from "./rawabi/tickets.ts";

/** Riyadh: homes in the north of the city, Saudi customers, calls late in the afternoon and at night. */
export const rawabi: CompanyPlan = {
  slug: "rawabi",
  name: "روابي نجد العقارية",
  spoken: { ar: "روابي نجد العقارية", en: "Rawabi Najd Real Estate" },
  name_en: "Rawabi Najd Real Estate",
  country: "SA",
  city: "الرياض",
  timezone: "Asia/Riyadh",
  currency: "SAR",
  currency_spoken: "ريال",
  week_start: 7,
  weekend: [5, 6],
  hours: [6, 2, 0.6, 0.3, 0.2, 0.3, 0.6, 2, 9, 26, 44, 48, 34, 32, 30, 38, 62, 78, 70, 84, 92, 80, 46, 18],
  weekdays: [1.05, 1.08, 1, 1.02, 0.42, 0.74, 1.15],
  voice_agent: { name: "نورة", name_en: "Noura", gender: "female" },
  chat_agent: { name: "سالم", name_en: "Salem", gender: "male" },
  agents: rawabiAgents,
  staff: {
    admin: { name: "سلطان العتيبي", first_name: { ar: "سلطان", en: "Sultan" }, gender: "male" },
    sales: { name: "ريم القحطاني", first_name: { ar: "ريم", en: "Reem" }, gender: "female" },
    support: { name: "سعد القرني", first_name: { ar: "سعد", en: "Saad" }, gender: "male" },
    agent: { name: "فهد الدوسري", first_name: { ar: "فهد", en: "Fahad" }, gender: "male" },
  },
  arabic: saudi,
  english,
  people: [
    { weight: 88, language: "ar", names: saudiNames, phone: "+9665{0345689}000", digits: 4 },
    { weight: 6, language: "ar", names: egyptianNames, phone: "+201{0125}0000", digits: 4 },
    { weight: 3, language: "ar", names: saudiNames, phone: "+447400000", digits: 3 },
    { weight: 3, language: "en", names: indianNames, phone: "+9198{01234}000", digits: 4 },
  ],
  vocabulary: rawabiVocabulary,
  phrases: rawabiPhrases,
  properties: rawabiProperties,
  customers: rawabiCustomers,
  conversations: rawabiConversations,
  longest_chat: 2_000,
  bookings: rawabiBookings,
  tickets: rawabiTickets,
  campaigns: rawabiCampaigns,
  earlier_campaigns: rawabiEarlierCampaigns,
};
