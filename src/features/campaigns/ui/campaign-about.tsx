"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { Block } from "#ui/block.tsx";
import { Fact, Facts } from "#ui/facts.tsx";
import { AudienceWords } from "./audience-words.tsx";
import type { Campaign } from "./types.ts";

/** What it says, for whom it is, and its times. */
export function CampaignAbout({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaigns");
  const format = useFormat();
  const times = (["scheduled_at", "started_at", "finished_at", "created_at"] as const).flatMap((name) => {
    const at = campaign[name];
    return at ? [{ name, at }] : [];
  });
  return (
    <div className="grid content-start gap-4 lg:order-last">
      <Block title={t("script")}>
        <p
          dir="auto"
          className={`whitespace-pre-line border-line border-t px-4 py-3 text-15 ${campaign.script ? "" : "text-muted"}`}
        >
          {campaign.script ?? t("script_none")}
        </p>
      </Block>
      <Block title={t("audience")}>
        <div className="border-line border-t px-4 py-3">
          <AudienceWords audience={campaign.audience} />
        </div>
      </Block>
      <Block title={t("times")}>
        <div className="border-line border-t px-4 py-3">
          <Facts>
            {times.map(({ name, at }) => (
              <Fact key={name} name={t(name)}>
                {format.dayTime(at, { weekday: false })}
              </Fact>
            ))}
            {campaign.created_by ? (
              <Fact name={t("made_by")}>
                <bdi>{campaign.created_by.name}</bdi>
              </Fact>
            ) : null}
          </Facts>
        </div>
      </Block>
    </div>
  );
}
