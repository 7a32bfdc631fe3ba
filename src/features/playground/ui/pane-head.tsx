"use client";
import { Cpu } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MachineMark } from "#ui/avatar.tsx";
import { Chip } from "#ui/chip.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { Tip } from "#ui/tooltip.tsx";
import { useAgentName } from "./agent-name.ts";
import type { Agent } from "./types.ts";

type Props = { kind: "voice" | "chat"; agent: Agent; children?: ReactNode };

/** Who answers in this pane: name, version, model, and whether it is the simulator. Acts stand at the end. */
export function PaneHead({ kind, agent, children }: Props) {
  const t = useTranslations("playground");
  const { gender, version, model, is_simulated } = agent;
  const name = useAgentName(agent);
  return (
    <header className="flex min-h-16 shrink-0 items-center gap-2.5 border-line border-b px-4 py-2 md:px-5">
      <MachineMark kind={kind} />
      <div className="min-w-0">
        <h2 className="cut text-14 leading-snug">
          {t.rich(`name_${kind}`, { name, gender, bdi: (chunks) => <bdi>{chunks}</bdi> })}
        </h2>
        <p className="cut text-12 text-muted">
          {is_simulated ? (
            <span className="font-medium text-agent-text md:hidden">{`${t("simulated")} · `}</span>
          ) : null}
          {version === 0 ? t("version_zero") : t("version", { version })}
          {model ? (
            <>
              {" · "}
              <Ltr>{model}</Ltr>
            </>
          ) : null}
        </p>
      </div>
      {is_simulated ? (
        <Tip text={t("simulated_help")}>
          <span className="shrink-0 max-md:hidden">
            <Chip tone="agent" icon={Cpu}>
              {t("simulated")}
            </Chip>
          </span>
        </Tip>
      ) : null}
      <div className="ms-auto flex shrink-0 items-center gap-1.5">{children}</div>
    </header>
  );
}
