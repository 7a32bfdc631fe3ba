"use client";
import { failureOf } from "#trpc/failure.ts";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { PageHeader } from "./page-header.tsx";

type Props = {
  one: { isError: boolean; error: unknown; refetch: () => unknown };
  back: { href: string; label: string };
};

/** A record's own page while the record is not there: on its way, or failed. */
export function MissingPage({ one, back }: Props) {
  return (
    <>
      <PageHeader title={back.label} back={back} />
      {one.isError ? (
        <ErrorPanel request_id={failureOf(one.error).request_id} onRetry={() => void one.refetch()} />
      ) : (
        <Skeleton className="m-6 h-28" />
      )}
    </>
  );
}
