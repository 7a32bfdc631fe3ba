import { may, router } from "#server/procedures.ts";
import { addNote, createCustomer, findOrCreateCustomer, updateCustomer } from "./commands.ts";
import { readFacts } from "./facts.ts";
import { readHistory } from "./history.ts";
import { CustomerFacts, CustomerHistory, NoteEntry, ReadHistory } from "./history-schema.ts";
import { mergeCustomers } from "./merge.ts";
import { countCustomers, findByPhone, getCustomer, listCustomers, readBoard } from "./queries.ts";
import {
  AddNote,
  Board,
  CountCustomers,
  CreateCustomer,
  Customer,
  CustomerCounts,
  CustomerPage,
  FindByPhone,
  FindOrCreateCustomer,
  FoundCustomer,
  KnownPhone,
  ListCustomers,
  MergeCustomers,
  MoveCustomer,
  OneCustomer,
  ReadBoard,
  UpdateCustomer,
} from "./schema.ts";

export const customersRouter = router({
  list: may("customers.read").read({ input: ListCustomers, output: CustomerPage }, listCustomers),
  counts: may("customers.read").read({ input: CountCustomers, output: CustomerCounts }, countCustomers),
  board: may("customers.read").read({ input: ReadBoard, output: Board }, readBoard),
  one: may("customers.read").read({ input: OneCustomer, output: Customer }, (tx, { id }) => getCustomer(tx, id)),
  byPhone: may("customers.read").read({ input: FindByPhone, output: KnownPhone }, findByPhone),
  facts: may("customers.read").read({ input: OneCustomer, output: CustomerFacts }, (tx, { id }) => readFacts(tx, id)),
  history: may("customers.read").read({ input: ReadHistory, output: CustomerHistory }, readHistory),
  create: may("customers.write").create({ input: CreateCustomer, output: Customer }, createCustomer),
  update: may("customers.write").write({ input: UpdateCustomer, output: Customer }, updateCustomer),
  move: may("customers.write").write({ input: MoveCustomer, output: Customer }, updateCustomer),
  merge: may("customers.write").write({ input: MergeCustomers, output: Customer }, mergeCustomers),
  addNote: may("customers.write").create({ input: AddNote, output: NoteEntry }, addNote),
  findOrCreate: may("customers.find_or_create").write(
    { input: FindOrCreateCustomer, output: FoundCustomer },
    findOrCreateCustomer,
  ),
});
