import { may, router } from "#server/procedures.ts";
import { createCustomer, findOrCreateCustomer, updateCustomer } from "./commands.ts";
import { readHistory } from "./history.ts";
import { countCustomers, getCustomer, listCustomers } from "./queries.ts";
import {
  CountCustomers,
  CreateCustomer,
  Customer,
  CustomerCounts,
  CustomerHistory,
  CustomerPage,
  FindOrCreateCustomer,
  FoundCustomer,
  ListCustomers,
  OneCustomer,
  ReadHistory,
  UpdateCustomer,
} from "./schema.ts";

export const customersRouter = router({
  list: may("customers.read").read({ input: ListCustomers, output: CustomerPage }, listCustomers),
  counts: may("customers.read").read({ input: CountCustomers, output: CustomerCounts }, countCustomers),
  one: may("customers.read").read({ input: OneCustomer, output: Customer }, (tx, { id }) => getCustomer(tx, id)),
  history: may("customers.read").read({ input: ReadHistory, output: CustomerHistory }, readHistory),
  create: may("customers.write").create({ input: CreateCustomer, output: Customer }, createCustomer),
  update: may("customers.write").write({ input: UpdateCustomer, output: Customer }, updateCustomer),
  findOrCreate: may("customers.find_or_create").write(
    { input: FindOrCreateCustomer, output: FoundCustomer },
    findOrCreateCustomer,
  ),
});
