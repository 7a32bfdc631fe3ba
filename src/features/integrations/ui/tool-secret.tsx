"use client";
import { KeyRound } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { Block } from "#ui/block.tsx";
import { Button } from "#ui/button.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { ltrTag } from "./ltr-tag.tsx";
import type { Integration } from "./types.ts";

const MadeSecretDialog = dynamic(() => import("./made-secret-dialog.tsx").then((part) => part.MadeSecretDialog));
const RotateDialog = dynamic(() => import("./rotate-dialog.tsx").then((part) => part.RotateDialog));

/** What the voice agent's tools prove themselves by: only its beginning is known here. */
export function ToolSecret({ integration: { tool_secret_prefix } }: { integration: Integration }) {
  const t = useTranslations("settings");
  const [asks, setAsks] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = useAct(api.integrations.rotateToolSecret, { parts: ["integrations"] });
  const make = () =>
    rotate.ask({}).then(
      (made) => setSecret(made.secret),
      () => {}, // The notice says why.
    );
  return (
    <Block title={t("link_secret")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3 border-line border-t px-4 py-4">
        <p className="text-13 text-ink-2">{t.rich("link_secret_intro", ltrTag)}</p>
        <div className="flex flex-wrap items-center gap-3">
          <p className="me-auto text-13">
            {tool_secret_prefix ? (
              <Ltr className="font-mono">{tool_secret_prefix}…</Ltr>
            ) : (
              <span className="text-muted">{t("link_secret_none")}</span>
            )}
          </p>
          {tool_secret_prefix ? (
            <Button tone="danger" size="sm" onClick={() => setAsks(true)}>
              {t("link_secret_rotate")}
            </Button>
          ) : (
            <Button size="sm" icon={KeyRound} busy={rotate.isBusy} onClick={() => void make()}>
              {t("link_secret_make")}
            </Button>
          )}
        </div>
      </div>
      {asks ? (
        <RotateDialog
          busy={rotate.isBusy}
          onClose={() => setAsks(false)}
          onRotate={() => void make().then(() => setAsks(false))}
        />
      ) : null}
      {secret ? <MadeSecretDialog secret={secret} onClose={() => setSecret(null)} /> : null}
    </Block>
  );
}
