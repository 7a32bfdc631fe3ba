"use client";
import { Check, FlaskConical, MailX } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { Block } from "#ui/block.tsx";
import { Chip } from "#ui/chip.tsx";
import { ltrTag } from "./ltr-tag.tsx";
import type { Integration } from "./types.ts";

/** Which services are real, which are the simulator's, and whether mail is sent. */
export function WhoAnswers({ integration }: { integration: Integration }) {
  const t = useTranslations("settings");
  const mail = api.notifications.preferences.useQuery({}).data?.email_is_set;
  const isSimulated = integration.voice.is_simulated || integration.chat.is_simulated;
  return (
    <Block title={t("link_who")}>
      <ul className="border-line border-t">
        {(["voice", "chat"] as const).map((kind) => (
          <li key={kind} className="flex min-h-12 flex-wrap items-center gap-2 border-line border-b px-4 py-2 text-14">
            <span className="me-auto">{t(`link_who_${kind}`)}</span>
            {integration[kind].is_simulated ? (
              <Chip tone="agent" icon={FlaskConical}>
                {t("link_simulated")}
              </Chip>
            ) : (
              <Chip tone="approved" icon={Check}>
                {t(`link_vendor_${kind}`)}
              </Chip>
            )}
          </li>
        ))}
        <li className="flex min-h-12 flex-wrap items-center gap-2 px-4 py-2 text-14">
          <span className="me-auto">{t("link_mail")}</span>
          {mail === undefined ? null : mail ? (
            <Chip tone="approved" icon={Check}>
              {t("link_mail_on")}
            </Chip>
          ) : (
            <Chip tone="paused" icon={MailX}>
              {t("link_mail_off")}
            </Chip>
          )}
        </li>
      </ul>
      {isSimulated || mail === false ? (
        <div className="grid gap-1.5 border-line border-t px-4 py-3 text-12 text-muted">
          {isSimulated ? <p>{t("link_simulated_help")}</p> : null}
          {mail === false ? <p>{t.rich("link_mail_help", ltrTag)}</p> : null}
        </div>
      ) : null}
    </Block>
  );
}
