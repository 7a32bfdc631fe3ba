import { may, router } from "#server/procedures.ts";
import { updateCompany } from "./commands.ts";
import { getCompany } from "./queries.ts";
import { Company, ReadCompany, UpdateCompany } from "./schema.ts";

export const companyRouter = router({
  one: may("company.manage").read({ input: ReadCompany, output: Company }, (tx) => getCompany(tx)),
  update: may("company.manage").write({ input: UpdateCompany, output: Company }, updateCompany),
});
