"use client";
import { useTranslations } from "next-intl";
import { FormProblem } from "#ui/form/form-problem.tsx";
import { LeaveGuard } from "#ui/form/leave-guard.tsx";
import { SaveBar } from "#ui/form/save-bar.tsx";
import { StaleNotice } from "#ui/form/stale-notice.tsx";
import { useChangedWords } from "./changed-words.ts";
import { IdentityFields } from "./identity-fields.tsx";
import { RegionFields } from "./region-fields.tsx";
import { TicketHoursFields } from "./ticket-hours-fields.tsx";
import { useCompanyForm } from "./use-company-form.ts";
import type { Company } from "./values.ts";
import { WeekFields } from "./week-fields.tsx";

/** The company's settings as one form: saved together, so that a colleague never sees half a change. */
export function CompanyForm({ company }: { company: Company }) {
  const t = useTranslations("settings");
  const changed = useChangedWords();
  const { form, theirs, take, keep } = useCompanyForm(company);
  return (
    <>
      <form {...form.props} className="relative min-h-0 flex-1 md:overflow-y-auto">
        <div className="mx-auto grid max-w-180 grid-cols-[minmax(0,1fr)] gap-4 px-4 py-6 md:px-6">
          <IdentityFields form={form} />
          <RegionFields form={form} />
          <WeekFields form={form} />
          <TicketHoursFields form={form} />
        </div>
        <SaveBar form={form} words={t("unsaved")} save={t("save")} discard={t("discard")}>
          {theirs ? (
            <StaleNotice
              title={t("stale_title")}
              take={t("stale_take")}
              keep={t("stale_keep")}
              onTake={take}
              onKeep={keep}
              busy={form.busy}
            >
              {t("stale_changed", { fields: changed(theirs) })}
            </StaleNotice>
          ) : (
            <FormProblem failure={form.failure} />
          )}
        </SaveBar>
      </form>
      <LeaveGuard dirty={form.isDirty} />
    </>
  );
}
