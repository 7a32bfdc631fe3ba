"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useMe } from "#trpc/me.tsx";
import { useAct } from "#trpc/use-act.ts";
import { useForm } from "#ui/form/use-form.ts";
import { propertyHref } from "../hrefs.ts";
import { FormPage } from "./form-page.tsx";
import { listingOf, newValues, problemsOf } from "./values.ts";

export function NewProperty() {
  const t = useTranslations("properties");
  const router = useRouter();
  const title = usePropertyTitle();
  const { company } = useMe();
  const create = useAct(api.properties.create, {
    parts: ["properties"],
    done: (property) => t("created_toast", { title: isolate(title(property)) }),
    refused: () => "quiet",
  });
  const form = useForm(newValues(company.city), {
    check: problemsOf,
    reasons: { reference_taken: "reference" },
    send: async (values) => {
      const { id } = await create.ask(listingOf(values));
      router.push(propertyHref(id));
    },
  });
  return <FormPage form={form} currency={company.currency} submit={t("create")} back="/properties" />;
}
