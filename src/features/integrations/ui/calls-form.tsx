"use client";
import { useTranslations } from "next-intl";
import { phone_providers } from "#drizzle/values.ts";
import { latinDigits } from "#lib/digits.ts";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { Block } from "#ui/block.tsx";
import { atMost } from "#ui/form/checks.ts";
import { FormField } from "#ui/form/form-field.tsx";
import { FormProblem } from "#ui/form/form-problem.tsx";
import { LeaveGuard } from "#ui/form/leave-guard.tsx";
import { SaveBar } from "#ui/form/save-bar.tsx";
import { StaleNotice } from "#ui/form/stale-notice.tsx";
import { useVersionedForm } from "#ui/form/use-versioned-form.ts";
import { Input } from "#ui/input.tsx";
import { Segment } from "#ui/segment.tsx";
import type { Integration } from "./types.ts";

type Values = Pick<Integration, "phone_provider"> & { phone_number_id: string; dial_concurrency: string };

const valuesOf = ({ phone_number_id, phone_provider, dial_concurrency }: Integration): Values => ({
  phone_number_id: phone_number_id ?? "",
  phone_provider,
  dial_concurrency: String(dial_concurrency),
});
const concurrencyOf = (typed: string) => Number(latinDigits(typed).trim());
const check = ({ phone_number_id, dial_concurrency }: Values) => {
  const at_once = concurrencyOf(dial_concurrency);
  const fits = Number.isInteger(at_once) && at_once >= 1 && at_once <= 50;
  return { phone_number_id: atMost(phone_number_id.trim(), 200), dial_concurrency: fits ? null : "out_of_range" };
};

/** From which number campaigns call, and how many at once. */
export function CallsForm({ integration }: { integration: Integration }) {
  const t = useTranslations("settings");
  const save = useAct(api.integrations.save, {
    parts: ["integrations"],
    done: () => t("link_saved"),
    refused: () => "quiet",
  });
  const { form, isStale, take, keep } = useVersionedForm<Integration, Values>(integration, {
    valuesOf,
    check,
    send: ({ phone_number_id, phone_provider, dial_concurrency }, _base, version) =>
      save.ask({
        version,
        phone_number_id: phone_number_id.trim() || null,
        phone_provider,
        dial_concurrency: concurrencyOf(dial_concurrency),
      }),
  });
  return (
    <form {...form.props}>
      {/* A hidden overflow would hold the bar at the end of the block, below what is seen of the page. */}
      <Block title={t("link_calls")} className="overflow-clip!">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 border-line border-t px-4 py-4 md:grid-cols-2">
          <div className="md:col-span-2">
            <FormField form={form} name="phone_number_id" label={t("link_phone")} help={t("link_phone_help")}>
              {(slots, value, set) => (
                <Input
                  {...slots}
                  dir="ltr"
                  className="text-start rtl:text-end"
                  autoComplete="off"
                  autoCapitalize="none"
                  spellCheck={false}
                  value={value}
                  onChange={(event) => set(event.target.value)}
                />
              )}
            </FormField>
          </div>
          <FormField form={form} name="phone_provider" label={t("link_provider")}>
            {(_, value, set) => (
              <span>
                <Segment
                  label={t("link_provider")}
                  value={value}
                  onChange={set}
                  options={phone_providers.map((one) => ({ value: one, label: t(`link_provider_${one}`) }))}
                />
              </span>
            )}
          </FormField>
          <FormField
            form={form}
            name="dial_concurrency"
            label={t("link_concurrency")}
            help={t("link_concurrency_help")}
            words={{ out_of_range: t("link_concurrency_wrong") }}
          >
            {(slots, value, set) => (
              <Input {...slots} inputMode="numeric" value={value} onChange={(event) => set(event.target.value)} />
            )}
          </FormField>
        </div>
        <SaveBar form={form} words={t("unsaved")} save={t("save")} discard={t("discard")}>
          {isStale ? (
            <StaleNotice
              title={t("link_stale")}
              take={t("stale_take")}
              keep={t("stale_keep")}
              onTake={take}
              onKeep={keep}
              busy={form.busy}
            >
              {t("link_stale_help")}
            </StaleNotice>
          ) : (
            <FormProblem failure={form.failure} />
          )}
        </SaveBar>
      </Block>
      <LeaveGuard dirty={form.isDirty} />
    </form>
  );
}
