"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import type { Customer, Stage } from "./types.ts";

/** Moves a customer along the pipeline: shown at once, taken back when the server refuses, and undone on a press. */
export function useMove() {
  const t = useTranslations("customers");
  const words = useTranslations("words");
  const came_from = useRef(new Map<string, Stage>());
  const act = useAct(api.customers.move, {
    parts: ["customers", "stats"],
    show: ({ id, stage }) => ({ id, change: { stage, in_stage_since: new Date().toISOString() } }),
    done: ({ name, stage }) => t("moved", { name: isolate(name), stage: words(`stage_${stage}`) }),
    undo: ({ id, version }) => {
      const stage = came_from.current.get(id);
      return () => stage && act.run({ id, version, stage });
    },
    refused: ({ code, reason }) =>
      code === "CONFLICT" ? { title: t(reason === "merged" ? "merged_meanwhile" : "moved_meanwhile") } : null,
  });
  return {
    move: ({ id, version, stage: from }: Customer, stage: Stage) => {
      if (stage === from) return;
      came_from.current.set(id, from);
      act.run({ id, version, stage });
    },
    isMoving: act.isBusyFor,
  };
}

export type Move = ReturnType<typeof useMove>["move"];
