import { may, router } from "#server/procedures.ts";
import { getActivity, listInquirers } from "./activity.ts";
import { createProperty, updateProperty } from "./commands.ts";
import { addInquiry } from "./inquiries.ts";
import { countProperties, getProperty, listProperties } from "./queries.ts";
import {
  AddInquiry,
  CountProperties,
  CreateProperty,
  InquirerPage,
  ListInquirers,
  ListProperties,
  OneProperty,
  Property,
  PropertyActivity,
  PropertyCounts,
  PropertyPage,
  UpdateProperty,
} from "./schema.ts";

export const propertiesRouter = router({
  list: may("properties.read").read({ input: ListProperties, output: PropertyPage }, listProperties),
  counts: may("properties.read").read({ input: CountProperties, output: PropertyCounts }, countProperties),
  one: may("properties.read").read({ input: OneProperty, output: Property }, (tx, { id }) => getProperty(tx, id)),
  activity: may("properties.read").read({ input: OneProperty, output: PropertyActivity }, (tx, { id }) =>
    getActivity(tx, id),
  ),
  inquirers: may("properties.read").read({ input: ListInquirers, output: InquirerPage }, listInquirers),
  create: may("properties.write").create({ input: CreateProperty, output: Property }, createProperty),
  update: may("properties.write").write({ input: UpdateProperty, output: Property }, updateProperty),
  addInquiry: may("customers.write").create({ input: AddInquiry, output: InquirerPage }, addInquiry),
});
