"use client";
import { useTranslations } from "next-intl";
import { useAgo } from "#features/shell/ui/words.ts";
import { useMe } from "#trpc/me.tsx";
import { PersonMark } from "#ui/avatar.tsx";
import { Button } from "#ui/button.tsx";
import { Section } from "#ui/facts.tsx";
import type { Conversation } from "./types.ts";
import type { Handling } from "./use-handling.ts";

/** With which colleague it is, and the way to take it from there. */
export function HandedOver({ conversation, handling }: { conversation: Conversation; handling: Handling }) {
  const t = useTranslations("conversations");
  const ago = useAgo();
  const me = useMe();
  const { id, version, handed_over_to, handed_over_at } = conversation;
  if (!handed_over_to) return null;
  const mine = handed_over_to.id === me.id;
  return (
    <Section title={t("with_whom")}>
      <div className="flex items-center gap-2.5" aria-live="polite">
        <PersonMark name={handed_over_to.name} kind="staff" />
        <span className="min-w-0 flex-1">
          <b className="block text-13">{mine ? t("with_you") : <bdi>{handed_over_to.name}</bdi>}</b>
          {handed_over_at ? (
            <span className="block text-12 text-muted">{t("handed_when", { when: ago(handed_over_at) })}</span>
          ) : null}
        </span>
        {mine ? null : (
          <Button
            size="sm"
            busy={handling.takeOver.isBusyFor(id)}
            onClick={() => handling.takeOver.run({ id, version })}
          >
            {t("take_over")}
          </Button>
        )}
      </div>
    </Section>
  );
}
