"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { nameKey } from "#lib/arabic.ts";
import { api } from "#trpc/api.ts";
import { PersonMark } from "#ui/avatar.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { Ltr } from "#ui/ltr.tsx";
import type { Customer } from "./types.ts";

/** Other customers of the same name, however it is spelled. */
export function useLikelySame({ id, name }: Customer): readonly Customer[] {
  const { data } = api.customers.list.useQuery({ q: name, limit: 10 }, { staleTime: 60_000 });
  return (data?.customers ?? []).filter((one) => one.id !== id && nameKey(one.name) === nameKey(name)).slice(0, 4);
}

/** Who this could be a second record of: one press chooses. */
export function LikelySame({ customer, onChoose }: { customer: Customer; onChoose: (customer: Customer) => void }) {
  const t = useTranslations("customers");
  const words = useTranslations("words");
  const format = useFormat();
  const likely = useLikelySame(customer);
  if (likely.length === 0) return <p className="text-13 text-muted">{t("merge_hint")}</p>;
  return (
    <div className="grid gap-2">
      <h3 className="font-medium text-12 text-muted">{t("likely_same")}</h3>
      {likely.map((one) => (
        <button
          key={one.id}
          type="button"
          onClick={() => onChoose(one)}
          className="flex min-h-11 items-center gap-2.5 rounded-card border border-line px-3 py-2 text-start hover:bg-hover"
        >
          <PersonMark name={one.name} />
          <span className="min-w-0 flex-1">
            <b className="block text-14">
              <CutText>{one.name}</CutText>
            </b>
            <small className="block text-12 text-muted">
              <Ltr>{format.phone(one.phone)}</Ltr> · {words(`stage_${one.stage}`)}
            </small>
          </span>
        </button>
      ))}
    </div>
  );
}
