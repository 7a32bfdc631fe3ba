"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { useVersionedForm } from "#ui/form/use-versioned-form.ts";
import { checkCompany } from "./check.ts";
import { type Company, changesOf, differing, valuesOf } from "./values.ts";

/** The form over the company's settings. Only what was changed here is sent, so that a colleague's other changes stay. */
export function useCompanyForm(company: Company) {
  const t = useTranslations("settings");
  const router = useRouter();
  const update = useAct(api.company.update, {
    parts: ["company", "auth"],
    done: () => t("company_saved"),
    refused: () => "quiet",
  });
  const { form, base, isStale, take, keep } = useVersionedForm(company, {
    valuesOf,
    check: checkCompany,
    rename: { working_hours: "days", weekend: "days" },
    send: async (values, base, version) => {
      const saved = await update.ask({ ...changesOf(base, values), version });
      // Zone, digits and language stand in what the server printed.
      router.refresh();
      return saved;
    },
  });
  return { form, theirs: isStale ? differing(base, company) : null, take, keep };
}
