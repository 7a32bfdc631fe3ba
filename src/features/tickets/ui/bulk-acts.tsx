"use client";
import { CircleCheck, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api, type Outputs } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { Button } from "#ui/button.tsx";
import { BulkBar } from "#ui/list/bulk-bar.tsx";
import type { Selection } from "#ui/list/selection.ts";
import { notify } from "#ui/toast.tsx";
import { AssignMenu } from "./assign-menu.tsx";
import { ResolveDialog } from "./resolve-dialog.tsx";

type Many = Outputs["tickets"]["resolveMany"];

/** What can be done with the chosen tickets; it says how many were done, and how many could not be and why. */
export function BulkActs({ selection }: { selection: Selection }) {
  const t = useTranslations("tickets");
  const [asks, setAsks] = useState(false);
  const told = (kind: "bulk_assigned" | "bulk_resolved") => (many: Many) => {
    selection.clear();
    const words = t(kind, { count: many.done.length });
    if (many.failed.length === 0) return words;
    notify.news(words, { description: t("bulk_failed", { count: many.failed.length }) });
    return null;
  };
  const assign = useAct(api.tickets.assignMany, { parts: ["tickets", "live"], done: told("bulk_assigned") });
  const resolve = useAct(api.tickets.resolveMany, { parts: ["tickets", "live"], done: told("bulk_resolved") });
  const ids = [...selection.ids];
  return (
    <>
      <BulkBar selection={selection}>
        <AssignMenu
          side="top"
          onAssign={(to) => assign.run({ ids, assignee_id: to?.id ?? null })}
          trigger={
            <Button size="sm" icon={UserRound} busy={assign.isBusy}>
              {t("bulk_assign")}
            </Button>
          }
        />
        <Button size="sm" icon={CircleCheck} busy={resolve.isBusy} onClick={() => setAsks(true)}>
          {t("bulk_resolve")}
        </Button>
      </BulkBar>
      {asks ? (
        <ResolveDialog
          title={t("bulk_resolve_title", { count: ids.length })}
          onClose={() => setAsks(false)}
          onResolve={(words) => resolve.run({ ids, resolution: words.trim() || null })}
        />
      ) : null}
    </>
  );
}
