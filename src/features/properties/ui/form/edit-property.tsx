"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { StaleNotice } from "#ui/form/stale-notice.tsx";
import { useVersionedForm } from "#ui/form/use-versioned-form.ts";
import { propertyHref } from "../hrefs.ts";
import type { Property } from "../types.ts";
import { FormPage } from "./form-page.tsx";
import { listingOf, problemsOf, valuesOf } from "./values.ts";

/** Edits a listing. What a colleague saved meanwhile is told, and nothing typed is lost. */
export function EditProperty({ printed }: { printed: Property }) {
  const t = useTranslations("properties");
  const router = useRouter();
  const title = usePropertyTitle();
  const { data: property } = api.properties.one.useQuery({ id: printed.id }, { initialData: printed });
  const update = useAct(api.properties.update, {
    parts: ["properties", "bookings"],
    done: (saved) => t("saved_toast", { title: isolate(title(saved)) }),
    refused: () => "quiet",
  });
  const { form, isStale, take, keep } = useVersionedForm(property, {
    valuesOf,
    check: problemsOf,
    reasons: { reference_taken: "reference" },
    send: async (values, base, version) => {
      const saved = await update.ask({ id: base.id, version, ...listingOf(values) });
      router.push(propertyHref(base.id));
      return saved;
    },
  });
  return (
    <FormPage
      form={form}
      currency={property.currency}
      submit={t("save")}
      back={propertyHref(printed.id)}
      {...(isStale && {
        notice: (
          <StaleNotice
            title={t("stale_title")}
            take={t("stale_take")}
            keep={t("stale_keep")}
            onTake={take}
            onKeep={keep}
            busy={form.busy}
          >
            {t("stale_help")}
          </StaleNotice>
        ),
      })}
    />
  );
}
