"use client";
import { useRef, useState } from "react";
import { type Problems, useForm } from "./use-form.ts";

type Options<Item, Values> = {
  valuesOf: (item: Item) => Values;
  check: (values: Values) => Problems<Values>;
  rename?: Record<string, keyof Values & string>;
  /** As of `useForm`. */
  reasons?: Record<string, keyof Values & string>;
  /** Sends what was typed over `base`, the record the form began from; `version` is the one to write over. Answers it as saved. */
  send: (values: Values, base: Item, version: number) => Promise<Item>;
};

/** A form that is a page, over a record that colleagues change too. Their save is taken over at once while nothing is typed
 *  here; while something is, it is told when saving, with both ways on: `take` theirs or `keep` what was typed. */
export function useVersionedForm<Item extends { version: number }, Values extends Record<string, unknown>>(
  item: Item,
  { valuesOf, check, rename, reasons, send }: Options<Item, Values>,
) {
  const [base, setBase] = useState(item);
  const version = useRef(item.version);
  const rebase = (next: Item) => {
    version.current = next.version;
    setBase(next);
  };
  const form = useForm(valuesOf(item), {
    check,
    ...(rename && { rename }),
    ...(reasons && { reasons }),
    send: async (values) => rebase(await send(values, base, version.current)),
  });
  const isBehind = item.version > base.version && !form.busy;
  const take = () => {
    rebase(item);
    form.reset(valuesOf(item));
  };
  if (isBehind && !form.isDirty) {
    setBase(item);
    form.reset(valuesOf(item));
  }
  return {
    form,
    base,
    isStale: isBehind && form.failure?.code === "CONFLICT",
    take,
    keep: () => {
      version.current = item.version;
      void form.submit();
    },
  };
}
