"use client";
import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { isolate } from "#i18n/isolate.ts";
import { Button } from "#ui/button.tsx";
import { StepButtons } from "#ui/list/step-buttons.tsx";
import type { Filters } from "./filters.ts";
import { conversationsHref } from "./hrefs.ts";
import { Outcome } from "./outcome.tsx";
import { TrialMark } from "./trial-mark.tsx";
import type { Conversation } from "./types.ts";
import { useKind, useWho } from "./use-conversation-columns.tsx";
import type { Neighbours } from "./use-neighbours.ts";

type Props = { conversation: Conversation; filters: Filters; neighbours: Neighbours; onHandOver: () => void };

/** The same acts under the thumb, on phones. */
export function ConversationActs({ neighbours, onHandOver }: Pick<Props, "neighbours" | "onHandOver">) {
  const t = useTranslations("conversations");
  return (
    <div className="flex shrink-0 items-center gap-2 border-line border-t bg-surface px-4 py-2 md:hidden">
      <Button icon={UserRoundPlus} onClick={onHandOver} className="flex-1">
        {t("hand_over_more")}
      </Button>
      <StepButtons steps={neighbours.steps} total={neighbours.total} />
    </div>
  );
}

export function ConversationHead({ conversation, filters, neighbours, onHandOver }: Props) {
  const t = useTranslations("conversations");
  const who = useWho();
  const kind = useKind();
  return (
    <PageHeader
      title={t("title_of", { kind: kind(conversation), name: isolate(who(conversation)) })}
      back={{ href: conversationsHref(filters), label: t("title") }}
      mark={
        <>
          {conversation.mode === "trial" ? <TrialMark /> : null}
          <span className="max-md:hidden">
            <Outcome conversation={conversation} />
          </span>
        </>
      }
    >
      <span className="flex items-center gap-2 max-md:hidden">
        <StepButtons steps={neighbours.steps} total={neighbours.total} />
        <Button icon={UserRoundPlus} onClick={onHandOver}>
          {t("hand_over_more")}
        </Button>
      </span>
    </PageHeader>
  );
}
