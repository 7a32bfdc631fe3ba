import { may, router } from "#server/procedures.ts";
import { createProperty, updateProperty } from "./commands.ts";
import { getProperty, listProperties } from "./queries.ts";
import { CreateProperty, ListProperties, OneProperty, Property, PropertyPage, UpdateProperty } from "./schema.ts";

export const propertiesRouter = router({
  list: may("properties.read").read({ input: ListProperties, output: PropertyPage }, listProperties),
  one: may("properties.read").read({ input: OneProperty, output: Property }, (tx, { id }) => getProperty(tx, id)),
  create: may("properties.write").create({ input: CreateProperty, output: Property }, createProperty),
  update: may("properties.write").write({ input: UpdateProperty, output: Property }, updateProperty),
});
