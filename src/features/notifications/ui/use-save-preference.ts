"use client";
import { getQueryKey } from "@trpc/react-query";
import { api, type Outputs } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";

type Preferences = Outputs["notifications"]["preferences"];
export type Preference = Preferences["preferences"][number];

/** Keeps a choice: shown at once, taken back with the reason when it cannot be kept. */
export function useSavePreference(): (preference: Preference) => void {
  const save = useAct(api.notifications.savePreference, {
    parts: ["notifications"],
    write: (queries, chosen) =>
      queries.setQueriesData<Preferences>(
        { queryKey: getQueryKey(api.notifications.preferences) },
        (held) =>
          held && { ...held, preferences: held.preferences.map((one) => (one.kind === chosen.kind ? chosen : one)) },
      ),
  });
  return save.run;
}
