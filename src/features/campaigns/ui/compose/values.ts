import type { campaign_types, customer_stages } from "#drizzle/values.ts";
import { dayAndClock, instantAt } from "#i18n/zoned.ts";
import { first, required } from "#ui/form/checks.ts";
import type { Problem, Problems } from "#ui/form/use-form.ts";
import type { Audience, Campaign } from "../types.ts";
import type { ComposeStep } from "./parsers.ts";

type Stage = (typeof customer_stages)[number];

/** What is typed, in all steps. Empty is no condition; days and clock are of the company's zone. */
export type Values = {
  name: string;
  type: (typeof campaign_types)[number];
  stages: Stage[];
  owner_id: string;
  created_from: string;
  created_to: string;
  last_contact_before: string;
  property: { id: string; text: string } | null;
  district: string;
  script: string;
  when: "now" | "later";
  day: string;
  clock: string;
};

/** A draft as it is typed on; without one, a form that says nothing yet. */
export function valuesOf(draft: Campaign | null, property_title: string, zone: string): Values {
  const { stages = [], owner_id = "", property_id, district = "", ...days } = draft?.audience ?? {};
  const at = draft?.scheduled_at ? dayAndClock(draft.scheduled_at, zone) : null;
  return {
    name: draft?.name ?? "",
    type: draft?.type ?? "voice",
    stages: [...stages],
    owner_id,
    created_from: days.created_from ?? "",
    created_to: days.created_to ?? "",
    last_contact_before: days.last_contact_before ?? "",
    property: property_id ? { id: property_id, text: property_title } : null,
    district,
    script: draft?.script ?? "",
    when: at ? "later" : "now",
    day: at?.day ?? "",
    clock: at?.clock ?? "",
  };
}

/** The conditions that are given and can be asked. */
export function audienceOf(values: Values): Audience {
  const { stages, owner_id, property } = values;
  const days = (["created_from", "created_to", "last_contact_before"] as const).filter((name) => isDay(values[name]));
  const district = values.district.trim();
  return {
    ...(stages.length > 0 && { stages }),
    ...(owner_id && { owner_id }),
    ...Object.fromEntries(days.map((name) => [name, values[name]])),
    ...(property && { property_id: property.id }),
    ...(district && { district }),
  };
}

/** When it is to start; null for at once, and while no time can be read. */
export function startOf({ when, day, clock }: Values, zone: string): string | null {
  return when === "later" && isDay(day) && isClock(clock) ? instantAt(day, clock, zone) : null;
}

/** What the server keeps of it. */
export const draftOf = (values: Values, zone: string) => ({
  name: values.name.trim(),
  script: values.script.trim() || null,
  audience: audienceOf(values),
  scheduled_at: startOf(values, zone),
});

/** What is wrong in a step, as far as it can be seen here. */
export function problemsOf(step: ComposeStep, values: Values, zone: string, now: number): Problems<Values> {
  if (step === "audience") {
    const { created_from: from, created_to: to } = values;
    return {
      name: required(values.name),
      created_from: aDay(from),
      created_to: first(aDay(to), isDay(from) && isDay(to) && to < from ? "order" : null),
      last_contact_before: aDay(values.last_contact_before),
    };
  }
  if (step !== "schedule" || values.when === "now") return {};
  const at = startOf(values, zone);
  return {
    day: first(required(values.day), aDay(values.day)),
    clock: first(
      required(values.clock),
      isClock(values.clock) ? null : "time",
      at !== null && Date.parse(at) <= now ? "past" : null,
    ),
  };
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
const isClock = (text: string) => /^\d{2}:\d{2}$/.test(text);
const aDay = (text: string): Problem => (text === "" || isDay(text) ? null : "date");
