"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Fact, Facts } from "#ui/facts.tsx";
import { Ltr } from "#ui/ltr.tsx";
import type { Agent, AgentVersion } from "./types.ts";

type Props = { version: AgentVersion; agent: Agent; onClose: () => void };

/** One version as it was, and the way to take it up again. */
export function VersionDialog({ version, agent, onClose }: Props) {
  const t = useTranslations("settings");
  const ui = useTranslations("ui");
  const format = useFormat();
  const restore = useAct(api.agents.restore, {
    parts: ["agents"],
    done: (made) => t("agent_restored", { from: version.version, version: made.version }),
  });
  const inUse = version.version === agent.version;
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("agent_version", { version: version.version })}
      description={inUse ? t("agent_in_use") : t("agent_restore_help")}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          {inUse ? null : (
            <Button
              tone="primary"
              busy={restore.isBusy}
              onClick={() => {
                // A refusal is told in a notice; what is in use now shows in the list behind.
                restore.ask({ id: version.id, version: agent.version }).then(onClose, onClose);
              }}
            >
              {t("agent_restore")}
            </Button>
          )}
        </>
      }
    >
      <Facts>
        <Fact name={t("agent_name")}>
          <bdi>{version.name}</bdi> · <bdi>{version.name_en}</bdi>
        </Fact>
        <Fact name={t("agent_language")}>{ui(version.language === "ar" ? "arabic" : "english")}</Fact>
        <Fact name={t("agent_temperature")}>{format.number(version.temperature, 1)}</Fact>
        {version.model ? (
          <Fact name={t("agent_model")}>
            <Ltr>{version.model}</Ltr>
          </Fact>
        ) : null}
      </Facts>
      <h3 className="mt-4 mb-1 font-medium text-12 text-muted">{t("agent_greeting")}</h3>
      <p dir="auto" className="text-14">
        {version.greeting}
      </p>
      <h3 className="mt-4 mb-1 font-medium text-12 text-muted">{t("agent_prompt")}</h3>
      <p dir="auto" className="whitespace-pre-wrap text-14 leading-relaxed">
        {version.prompt}
      </p>
    </Dialog>
  );
}
