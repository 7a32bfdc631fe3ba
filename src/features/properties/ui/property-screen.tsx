"use client";
import { useTranslations } from "next-intl";
import { MissingPage } from "#features/shell/ui/missing-page.tsx";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { InquirerList } from "./inquirer-list.tsx";
import { PermitBlock } from "./permit-block.tsx";
import { PropertyActs } from "./property-acts.tsx";
import { PropertyFacts } from "./property-facts.tsx";
import { UpcomingBlock } from "./upcoming-block.tsx";

/** One listing: what it is, whether it may be offered, who comes to see it and who asked. */
export function PropertyScreen({ id }: { id: string }) {
  const t = useTranslations("properties");
  const title = usePropertyTitle();
  const one = api.properties.one.useQuery({ id });
  const activity = api.properties.activity.useQuery({ id });
  const back = { href: "/properties", label: t("title") };
  if (!one.data) return <MissingPage one={one} back={back} />;
  const property = one.data;
  const { upcoming, inquirers } = activity.data ?? {};
  return (
    <>
      <PageHeader title={title(property)} back={back}>
        <div className="flex items-center gap-2 max-md:hidden">
          <PropertyActs property={property} />
        </div>
      </PageHeader>
      <div className="min-h-0 flex-1 md:overflow-y-auto">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 p-4 md:p-6 lg:grid-cols-[minmax(0,1fr)_340px]">
          <PropertyFacts property={property} />
          <div className="grid content-start gap-4 lg:row-span-2">
            <PermitBlock property={property} />
            {activity.isError ? (
              <ErrorPanel request_id={failureOf(activity.error).request_id} onRetry={() => void activity.refetch()} />
            ) : upcoming ? (
              <UpcomingBlock upcoming={upcoming} />
            ) : null}
          </div>
          <InquirerList id={id} total={inquirers} />
        </div>
      </div>
      <div className="sticky bottom-15 z-10 flex flex-wrap gap-2 border-line border-t bg-surface px-4 py-2.5 md:hidden">
        <PropertyActs property={property} />
      </div>
    </>
  );
}
