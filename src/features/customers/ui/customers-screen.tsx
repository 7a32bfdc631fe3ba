"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { BoardSkeleton } from "./board-skeleton.tsx";
import { CustomerList } from "./customer-list.tsx";
import { CustomerToolbar } from "./customer-toolbar.tsx";
import { StageTabs } from "./stage-tabs.tsx";
import { useCustomerFilters } from "./use-customer-filters.ts";

const Board = dynamic(() => import("./board.tsx").then(({ Board }) => Board), { loading: BoardSkeleton });
const NewCustomerDialog = dynamic(() => import("./new-customer-dialog.tsx").then((part) => part.NewCustomerDialog));

/** The same customers as a table by stage, or as the pipeline's board. */
export function CustomersScreen() {
  const t = useTranslations("customers");
  const state = useCustomerFilters();
  const { filters } = state;
  const isBoard = filters.view === "board";
  const counts = api.customers.counts.useQuery(state.count, {
    enabled: !isBoard,
    placeholderData: (previous) => previous,
  });
  return (
    <>
      {isBoard ? null : <StageTabs state={state} counts={counts.data} />}
      <section aria-label={t("list")} className="relative flex min-h-0 min-w-0 flex-1 flex-col">
        <CustomerToolbar state={state} />
        {isBoard ? <Board state={state} /> : <CustomerList state={state} />}
      </section>
      {filters.new ? <NewCustomerDialog onClose={() => state.set({ new: null })} /> : null}
    </>
  );
}
