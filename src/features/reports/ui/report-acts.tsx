"use client";
import { Download, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { Button } from "#ui/button.tsx";
import { notify } from "#ui/toast.tsx";
import { inputsOf } from "./inputs.ts";
import { saveFile } from "./save-file.ts";
import { useReport } from "./use-report.ts";

/** The report as a file for spreadsheets, and on paper. */
export function ReportActs() {
  const t = useTranslations("reports");
  const { name, filters, query } = useReport();
  const { locale } = useFormat();
  const { csv } = api.useUtils().client.reports;
  const [busy, setBusy] = useState(false);
  const inputs = inputsOf(filters);
  const files = {
    calls: () => csv.calls.query({ ...inputs.calls, locale }),
    funnel: () => csv.funnel.query({ ...inputs.funnel, locale }),
    bookings: () => csv.bookings.query({ ...inputs.bookings, locale }),
    campaigns: () => csv.campaigns.query({ ...inputs.campaigns, locale }),
    tickets: () => csv.tickets.query({ ...inputs.tickets, locale }),
  };
  const exportFile = async () => {
    setBusy(true);
    try {
      const { file_name, csv } = await files[name]();
      saveFile(file_name, csv);
    } catch (error) {
      const { request_id } = failureOf(error);
      notify.failed(t("export_failed"), {
        description: request_id ? isolate(request_id) : t("export_offline"),
        action: { label: t("again"), onClick: () => void exportFile() },
      });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button icon={Printer} onClick={() => window.print()} disabled={!query.data} className="max-md:hidden">
        {t("print")}
      </Button>
      <Button icon={Download} busy={busy} onClick={() => void exportFile()}>
        {t("export")}
      </Button>
    </>
  );
}
