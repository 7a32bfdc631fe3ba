import { iso } from "../calendar.ts";
import type { Context, KnownCustomer } from "../context.ts";
import { idAt } from "../ids.ts";
import type { When } from "../plan.ts";
import { addCustomer } from "../season/customers.ts";

/** The hand-written customers, found again by their key. */
export function addWrittenCustomers(context: Context): Map<string, KnownCustomer> {
  const { plan, calendar, company_id, staff } = context;
  const chance = context.random("written customers");
  const instant = ([days, time]: When) => calendar.at(days, time);
  const byKey = new Map<string, KnownCustomer>();
  for (const written of plan.customers) {
    const path = written.stages.map(([stage, when]) => [stage, instant(when)] as const);
    const [first, last] = [path[0], path.at(-1)];
    if (!first || !last) throw new RangeError(`Customer ${written.key} has no stage`);
    const row = {
      company_id,
      id: idAt(first[1], chance),
      name: written.name,
      phone: written.phone,
      email: written.email,
      stage: last[0],
      notes: written.notes,
      owner_id: staff[written.owner],
      created_by: null,
      merged_into_id: null,
      version: path.length,
      created_at: iso(first[1]),
      updated_at: iso(last[1]),
    };
    const first_name = written.name.split(" ")[0] ?? written.name;
    const language = /[a-z]/i.test(written.name) ? "en" : "ar";
    const customer = { row, gender: written.gender, first_name, language, path } as const;
    addCustomer(context, customer, chance);
    for (const [by, when, body] of written.team_notes ?? []) {
      const at = instant(when);
      context.rows.notes.push({
        company_id,
        id: idAt(at, chance),
        customer_id: row.id,
        conversation_id: null,
        body,
        created_by: staff[by],
        created_at: iso(at),
      });
    }
    context.customers.push(customer);
    byKey.set(written.key, customer);
  }
  return byKey;
}
