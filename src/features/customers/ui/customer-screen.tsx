"use client";
import { useTranslations } from "next-intl";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { CustomerActs } from "./customer-acts.tsx";
import { CustomerAside } from "./customer-aside.tsx";
import { CustomerSide } from "./customer-side.tsx";
import { MergedNotice } from "./merged-notice.tsx";
import { Timeline } from "./timeline.tsx";

/** One customer: who it is, everything that happened between us, and what comes next. */
export function CustomerScreen({ id }: { id: string }) {
  const t = useTranslations("customers");
  const one = api.customers.one.useQuery({ id });
  const facts = api.customers.facts.useQuery({ id });
  const back = { href: "/customers", label: t("title") };
  const customer = one.data;
  if (!customer) {
    return (
      <>
        <PageHeader title={t("title")} back={back} />
        {one.isError ? (
          <ErrorPanel request_id={failureOf(one.error).request_id} onRetry={() => void one.refetch()} />
        ) : (
          <Skeleton className="m-6 h-28" />
        )}
      </>
    );
  }
  return (
    <>
      <PageHeader title={customer.name} back={back}>
        <CustomerActs customer={customer} facts={facts.data} />
      </PageHeader>
      <MergedNotice customer={customer} facts={facts.data} />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] content-start md:grid-cols-[280px_minmax(0,1fr)] md:grid-rows-[auto_1fr] md:overflow-y-auto lg:grid-cols-[300px_minmax(0,1fr)_312px] lg:grid-rows-[minmax(0,1fr)] lg:overflow-hidden">
        <CustomerSide customer={customer} facts={facts.data} />
        <CustomerAside customer={customer} />
        <Timeline id={id} counts={facts.data?.counts} />
      </div>
    </>
  );
}
