"use client";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { CompanyForm } from "./company-form.tsx";
import { CompanySkeleton } from "./company-skeleton.tsx";

export function CompanyScreen() {
  const company = api.company.one.useQuery({});
  if (company.isPending) return <CompanySkeleton />;
  if (!company.data) {
    const { request_id } = failureOf(company.error);
    return <ErrorPanel request_id={request_id} onRetry={() => void company.refetch()} busy={company.isRefetching} />;
  }
  return <CompanyForm company={company.data} />;
}
