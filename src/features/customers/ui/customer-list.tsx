"use client";
import { UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { Empty } from "#ui/empty.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { ListSkeleton } from "#ui/list/list-skeleton.tsx";
import { NoMatch } from "#ui/list/no-match.tsx";
import { RecordList } from "#ui/list/record-list.tsx";
import { customerHref } from "./hrefs.ts";
import { useCustomerColumns, useCustomerLead } from "./use-customer-columns.tsx";
import type { CustomerFilters } from "./use-customer-filters.ts";
import { useCustomerPages } from "./use-customer-pages.ts";
import { useMove } from "./use-move.ts";

/** The customers as a table, newest first. */
export function CustomerList({ state }: { state: CustomerFilters }) {
  const t = useTranslations("customers");
  const list = useCustomerPages(state.list);
  const rows = list.data?.pages.flatMap((page) => page.customers) ?? [];
  const { move } = useMove();
  const columns = useCustomerColumns(move);
  return (
    <ListFrame
      pages={list}
      count={rows.length}
      skeleton={<ListSkeleton />}
      empty={<NoCustomers state={state} />}
      end={t("end_of_list", { count: rows.length })}
    >
      <RecordList
        label={t("list")}
        rows={rows}
        head={t("col_customer")}
        lead={useCustomerLead()}
        leadWidth="room-2xl:w-[30%]"
        columns={columns}
        href={({ id }) => customerHref(id)}
        name={({ name }) => name}
        fresh={useFreshIds("customers")}
      />
    </ListFrame>
  );
}

export function NoCustomers({ state, action }: { state: CustomerFilters; action?: ReactNode }) {
  const t = useTranslations("customers");
  if (state.isNarrowed) return <NoMatch words={state.filters.q} onClear={state.clear} help={t("no_match_help")} />;
  return (
    <Empty icon={UsersRound} title={t("none_yet")} action={action}>
      {t("none_yet_help")}
    </Empty>
  );
}
