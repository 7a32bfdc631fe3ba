import { dayMs, hourMs, iso, minuteMs } from "../calendar.ts";
import type { Context, KnownCustomer } from "../context.ts";
import { idAt } from "../ids.ts";
import type { Random } from "../random.ts";
import type { Gender, Stage } from "../rows.ts";
import { say } from "../wording.ts";

type Path = KnownCustomer["path"];

const onward: readonly (readonly [from: Stage, to: Stage, probability: number])[] = [
  ["lead", "qualified", 0.62],
  ["qualified", "viewing", 0.6],
  ["viewing", "negotiation", 0.5],
  ["negotiation", "deposit", 0.55],
  ["deposit", "won", 0.8],
];

/** Customers of the season, one for each instant of a first contact (in order). */
export function addCustomers(context: Context, firstContacts: readonly number[]): void {
  const chance = context.random("customers");
  const phones = new Set(context.plan.customers.map((customer) => customer.phone));
  for (const at of firstContacts) context.customers.push(newCustomer(context, at, phones, chance));
}

/** Writes a customer with every stage they went through; the last stage is the row's. */
export function addCustomer(context: Context, customer: KnownCustomer, chance: Random): void {
  const { rows, company_id, staff } = context;
  rows.customers.push(customer.row);
  customer.path.forEach(([to_stage, at], index) => {
    const from_stage = customer.path[index - 1]?.[0] ?? null;
    const byMachine = index === 0 || (to_stage === "qualified" && chance.chance(0.5));
    const actor_kind = byMachine ? chance.pick(["voice_agent", "chat_agent"] as const) : "staff";
    rows.stage_changes.push({
      company_id,
      id: idAt(at, chance),
      customer_id: customer.row.id,
      from_stage,
      to_stage,
      actor_kind,
      actor_id: actor_kind === "staff" ? (customer.row.owner_id ?? staff.sales) : null,
      created_at: iso(at),
    });
  });
}

function newCustomer(context: Context, at: number, phones: Set<string>, chance: Random): KnownCustomer {
  const { plan, company_id, staff, calendar } = context;
  const people = chance.weighted(plan.people.map((group) => [group, group.weight] as const));
  const gender: Gender = chance.chance(0.6) ? "male" : "female";
  const [first, firstLatin] = chance.pick(people.names[gender]);
  const [family, familyLatin] = chance.pick(people.names.family);
  const path = journey(at, calendar.now - 10 * minuteMs, chance);
  const [stage, movedAt] = path.at(-1) ?? (["lead", at] as const);
  const mail = chance.chance(0.45) ? `${firstLatin}.${familyLatin}${chance.int(1, 99)}@example.com` : null;
  const note = chance.chance(0.35) ? say(chance.pick(plan.phrases.customer_notes), {}, gender) : null;
  const row = {
    company_id,
    id: idAt(at, chance),
    name: `${first} ${family}`,
    phone: newPhone(people, phones, chance),
    email: mail,
    stage,
    notes: note,
    owner_id: stage === "lead" && chance.chance(0.6) ? null : chance.pick([staff.sales, staff.agent]),
    created_by: null,
    merged_into_id: null,
    version: path.length,
    created_at: iso(at),
    updated_at: iso(movedAt),
  };
  const customer = { row, gender, first_name: first, language: people.language, path };
  addCustomer(context, customer, chance);
  return customer;
}

/** From lead onwards as far as chance carries, until the present: a funnel that narrows at every stage. */
function journey(from: number, until: number, chance: Random): Path {
  const path: [Stage, number][] = [["lead", from]];
  let at = from;
  for (const [, to, probability] of onward) {
    const goesOn = chance.chance(probability);
    if (!goesOn && !chance.chance(0.3)) break;
    at += Math.floor((goesOn ? 1 + 8 * chance.next() : 5 + 10 * chance.next()) * dayMs + chance.int(0, 5) * hourMs);
    if (at > until) break;
    path.push([goesOn ? to : "lost", at]);
    if (!goesOn) break;
  }
  return path;
}

/** Numbers of the right shape with a row of zeros inside ("50 000 4187"), which are hardly anybody's. */
function newPhone(group: { phone: string; digits: number }, phones: Set<string>, chance: Random): string {
  for (;;) {
    const prefix = group.phone.replace(/\{(\d+)\}/, (_, digits: string) => chance.pick([...digits]));
    const phone = prefix + String(chance.int(0, 10 ** group.digits - 1)).padStart(group.digits, "0");
    if (!phones.has(phone)) {
      phones.add(phone);
      return phone;
    }
  }
}
