import { v7 as uuidv7 } from "uuid";
import type { TestDatabase } from "#tests/support/database.ts";

/** Rows arranged as superuser, with sensible values for what a test does not care about. Each answers its id. */
export function rowsOf({ superuser }: Pick<TestDatabase, "superuser">, company_id: string) {
  let serial = Math.floor(Math.random() * 1e6);
  return {
    async customer(values: { name?: string; phone?: string } = {}): Promise<string> {
      const id = uuidv7();
      serial += 1;
      const { name = `عميل ${serial}`, phone = `+9665${String(10_000_000 + serial)}` } = values;
      await superuser`insert into customers (company_id, id, name, phone) values (${company_id}, ${id}, ${name}, ${phone})`;
      return id;
    },
    async property(values: { title?: string } = {}): Promise<string> {
      const id = uuidv7();
      serial += 1;
      await superuser`insert into properties (company_id, id, reference, title, kind, price_minor, currency, city, district)
        values (${company_id}, ${id}, ${`P-${serial}`}, ${values.title ?? `فيلا ${serial}`}, 'villa', 245000000, 'SAR', 'الرياض', 'النرجس')`;
      return id;
    },
    async booking(values: {
      customer_id: string;
      property_id: string;
      staff_id?: string | null;
      starts_at?: string;
      ends_at?: string;
      status?: string;
    }): Promise<string> {
      const id = uuidv7();
      serial += 1;
      const { customer_id, property_id, staff_id = null, status = "pending" } = values;
      const { starts_at = "2026-12-01T14:00:00.000Z", ends_at = "2026-12-01T15:00:00.000Z" } = values;
      const decided_at = status === "pending" ? null : "2026-11-22T10:00:00.000Z";
      await superuser`insert into bookings (company_id, id, number, customer_id, property_id, staff_id, starts_at, ends_at, currency, status, decided_at)
        values (${company_id}, ${id}, ${serial}, ${customer_id}, ${property_id}, ${staff_id}, ${starts_at}, ${ends_at}, 'SAR', ${status}, ${decided_at})`;
      return id;
    },
  };
}
