import type { Step } from "./types.ts";

export type Gathered = {
  kind: string | null;
  district: string | null;
  /** In the company's currency. */
  budget: string | null;
  rooms: string | null;
  name: string | null;
  /** An instant, or the machine's own words for it. */
  booking: string | null;
  ticket: string | null;
};

/** Where the tools keep each, the likeliest name first. */
const places = {
  kind: ["kind", "property_kind"],
  district: ["district", "area"],
  budget: ["max_price", "budget"],
  rooms: ["min_bedrooms", "bedrooms", "rooms"],
  name: ["name", "customer_name"],
  booking: ["scheduled_at", "starts_at", "at"],
  ticket: ["number", "reference"],
} as const satisfies Record<keyof Gathered, readonly string[]>;

/** What the machine wrote down in a talk, read from what it sent to its tools and got from them; the latest word counts.
 *  A viewing and a ticket only once their tool has done its work. */
export function gatheredFrom(steps: readonly Step[]): Gathered {
  const found: Gathered = {
    kind: null,
    district: null,
    budget: null,
    rooms: null,
    name: null,
    booking: null,
    ticket: null,
  };
  for (const step of steps) {
    const take = (fact: keyof Gathered, ...from: unknown[]) => {
      found[fact] = from.map((value) => firstOf(value, places[fact])).find((value) => value !== null) ?? found[fact];
    };
    if (step.name === "search_properties") {
      for (const fact of ["kind", "district", "budget", "rooms"] as const) take(fact, step.arguments);
    }
    if (step.name === "find_or_create_customer") take("name", step.result, step.arguments);
    if (step.state !== "done") continue;
    if (step.name === "request_booking") take("booking", step.result, step.arguments);
    if (step.name === "open_ticket") take("ticket", step.result);
  }
  return found;
}

/** The first of the names that holds a text or a number, in the value or one level below it. */
function firstOf(value: unknown, names: readonly string[]): string | null {
  if (typeof value !== "object" || value === null) return null;
  for (const name of names) {
    const held: unknown = Reflect.get(value, name);
    if ((typeof held === "string" && held.trim() !== "") || typeof held === "number") return String(held);
  }
  for (const inner of Object.values(value)) {
    const held = Array.isArray(inner) ? null : firstOf(inner, names);
    if (held !== null) return held;
  }
  return null;
}
