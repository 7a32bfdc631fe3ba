"use client";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isolate } from "#i18n/isolate.ts";
import { notify } from "#ui/toast.tsx";
import { type Failure, failureOf } from "./failure.ts";
import { type Held, holdRecords, type Part, restoreRecords, showRecord } from "./records.ts";

type Said = { title: ReactNode; description?: ReactNode };

export type Act<Input, Output> = {
  /** Parts of the router whose answers the act changes; the records are looked for in the first. */
  parts: readonly [Part, ...Part[]];
  /** What the screen shows at once, before the server has answered. */
  show?: (input: Input) => { id: string; change: object } | readonly { id: string; change: object }[];
  /** The same for what carries no id, such as a count: writes into the answers held, and is taken back alike. */
  write?: (queries: QueryClient, input: Input) => void;
  /** Told when it is done; nothing is said without it. */
  done?: (output: Output, input: Input) => ReactNode;
  /** What takes it back, offered beside the notice. */
  undo?: (output: Output, input: Input) => () => void;
  /** Words that this act has for a refusal, better than the general ones; "quiet" when it is shown elsewhere. */
  refused?: (failure: Failure, input: Input) => Said | "quiet" | null;
};

type Callbacks<Input, Output> = {
  onMutate: (input: Input) => Promise<{ held: Held }>;
  onError: (error: unknown, input: Input, context: { held: Held } | undefined) => void;
  onSuccess: (output: Output, input: Input) => void;
  onSettled: () => void;
};
/** A mutation of the router, as far as an act needs it; `Extra` is what else its hook is told. */
export type Procedure<Input, Output, Extra = unknown> = {
  useMutation: (callbacks: Callbacks<Input, Output> & Extra) => {
    mutate: (input: Input) => void;
    mutateAsync: (input: Input) => Promise<Output>;
    isPending: boolean;
    variables: Input | undefined;
  };
};

/** The one way a page changes something: shown at once, taken back with the reason when the server refuses, and when a
 *  colleague was first, his version is shown instead of ours. The same press again is always safe.
 *  Answers `run`, `ask` (the same, as a promise that rejects) and what is under way. */
export function useAct<Input, Output>(procedure: Procedure<Input, Output>, act: Act<Input, Output>) {
  const t = useTranslations("acts");
  const queries = useQueryClient();

  const mutation = procedure.useMutation({
    onMutate: async (input) => {
      const held = await holdRecords(queries, act.parts);
      const shown = act.show?.(input);
      for (const { id, change } of shown ? [shown].flat() : []) showRecord(queries, act.parts, id, change);
      act.write?.(queries, input);
      return { held };
    },
    onError: (error, input, context) => {
      if (context) restoreRecords(queries, context.held);
      const failure = failureOf(error);
      // Signing in again is asked for in place; what was typed stays.
      if (failure.code === "UNAUTHORIZED") return;
      const now = recordOf(failure.current);
      if (now) showRecord(queries, act.parts, now.id, now);
      const own = act.refused?.(failure, input);
      if (own === "quiet") return;
      if (own) return void notify.news(own.title, { description: own.description });
      if (failure.code === "CONFLICT") return void notify.news(t("conflict"), { description: t("conflict_help") });
      if (failure.code === "NOT_FOUND") return void notify.failed(t("gone"));
      if (failure.code === "FORBIDDEN") return void notify.failed(t("forbidden"));
      notify.failed(t("failed"), {
        description: failure.request_id ? t("failed_help", { id: isolate(failure.request_id) }) : t("offline_help"),
        action: { label: t("again"), onClick: () => mutation.mutate(input) },
      });
    },
    onSuccess: (output, input) => {
      const now = recordOf(output);
      if (now) showRecord(queries, act.parts, now.id, now);
      const words = act.done?.(output, input);
      const back = act.undo?.(output, input);
      if (words) notify.done(words, back ? { action: { label: t("undo"), onClick: back } } : {});
    },
    onSettled: () => {
      for (const part of act.parts) void queries.invalidateQueries({ queryKey: [[part]] });
    },
  });

  return {
    run: mutation.mutate,
    ask: mutation.mutateAsync,
    isBusy: mutation.isPending,
    /** Whether it is under way for this record. */
    isBusyFor: (id: string) => mutation.isPending && recordOf(mutation.variables)?.id === id,
  };
}

/** A record is whatever carries an id of its own. */
function recordOf(value: unknown): { id: string } | null {
  if (typeof value !== "object" || value === null || !("id" in value) || typeof value.id !== "string") return null;
  return { ...value, id: value.id };
}
