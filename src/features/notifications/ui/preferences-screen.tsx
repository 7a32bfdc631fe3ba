"use client";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { useMe } from "#trpc/me.tsx";
import { Block } from "#ui/block.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Switch } from "#ui/switch.tsx";
import { Table, Td, Th } from "#ui/table.tsx";
import { type Preference, useSavePreference } from "./use-save-preference.ts";

/** What this person wants to be told of, and where; each choice is kept at once. */
export function PreferencesScreen() {
  const t = useTranslations("settings");
  const { email } = useMe();
  const asked = api.notifications.preferences.useQuery({});
  return (
    <div className="min-h-0 flex-1 md:overflow-y-auto">
      <div className="mx-auto grid max-w-180 grid-cols-[minmax(0,1fr)] gap-4 px-4 py-6 md:px-6">
        <Block title={t("nav_notifications")}>
          <p className="border-line border-t px-4 py-3 text-13 text-ink-2">{t("notify_intro")}</p>
          {asked.data ? (
            <PreferenceTable preferences={asked.data.preferences} />
          ) : asked.isError ? (
            <ErrorPanel
              request_id={failureOf(asked.error).request_id}
              onRetry={() => void asked.refetch()}
              busy={asked.isRefetching}
            />
          ) : (
            <Skeleton className="mx-4 mb-4 h-60" />
          )}
          <p className="px-4 py-3 text-12 text-muted">
            {asked.data?.email_is_set === false
              ? t("notify_email_off")
              : email
                ? t.rich("notify_email_help", { email, bdi: (chunks) => <Ltr>{chunks}</Ltr> })
                : t("notify_email_missing")}
          </p>
        </Block>
      </div>
    </div>
  );
}

function PreferenceTable({ preferences }: { preferences: readonly Preference[] }) {
  const t = useTranslations("settings");
  const save = useSavePreference();
  const where = { in_app: t("notify_in_app"), email: t("notify_email") };
  return (
    <Table className="border-line border-t">
      <thead>
        <tr>
          <Th narrow>{t("notify_kind")}</Th>
          <Th narrow className="w-24 text-center">
            {where.in_app}
          </Th>
          <Th narrow className="w-24 text-center">
            {where.email}
          </Th>
        </tr>
      </thead>
      <tbody>
        {preferences.map((preference) => {
          const kind = t(`notify_${preference.kind}`);
          return (
            <tr key={preference.kind}>
              <Td narrow className="text-14">
                {kind}
              </Td>
              {(["in_app", "email"] as const).map((channel) => (
                <Td key={channel} narrow>
                  <span className="grid place-items-center">
                    <Switch
                      label={t("notify_choice", { kind, where: where[channel] })}
                      checked={preference[channel]}
                      onChange={(on) => save({ ...preference, [channel]: on })}
                    />
                  </span>
                </Td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
