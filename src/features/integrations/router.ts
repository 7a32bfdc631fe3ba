import { may, router } from "#server/procedures.ts";
import { readIntegration, rotateToolSecret, saveIntegration } from "./commands.ts";
import { Integration, ReadIntegration, RotatedToolSecret, RotateToolSecret, SaveIntegration } from "./schema.ts";

export const integrationsRouter = router({
  /** A query that may write: the first look makes the webhook's address. */
  read: may("company.manage")
    .procedure.meta({ access: "company.manage", output: Integration })
    .input(ReadIntegration)
    .output(Integration)
    .query(({ ctx }) => readIntegration(ctx)),
  save: may("company.manage")
    .procedure.meta({ access: "company.manage", output: Integration })
    .input(SaveIntegration)
    .output(Integration)
    .mutation(({ ctx, input }) => saveIntegration(ctx, input)),
  rotateToolSecret: may("company.manage").write({ input: RotateToolSecret, output: RotatedToolSecret }, (tx) =>
    rotateToolSecret(tx),
  ),
});
