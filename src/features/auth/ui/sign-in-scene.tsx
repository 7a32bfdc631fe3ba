import { AudioLines, Check, Clock3 } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { MachineMark, PersonMark } from "#ui/avatar.tsx";
import { Chip } from "#ui/chip.tsx";
import { PlanGlyph } from "#ui/plan-glyph.tsx";
import { Wave } from "#ui/wave.tsx";

/** The product in one picture: a machine answers, a viewing comes of it, a person decides. Decoration, so it is not read out. */
export async function SignInScene() {
  const t = await getTranslations("login");
  return (
    <aside className="relative m-2 ms-0 hidden overflow-hidden rounded-sheet border border-line bg-surface lg:grid">
      <FloorPlan />
      <div className="relative m-auto grid w-full max-w-120 gap-10 p-10">
        <div aria-hidden className="grid gap-3">
          <Step delay={80}>
            <MachineMark kind="voice" />
            <div className="grid max-w-80 gap-1.5 rounded-card rounded-ss-[3px] bg-agent-soft px-3.5 py-2.5">
              <span className="flex items-center gap-2 text-12 text-agent-text">
                <AudioLines size={13} strokeWidth={2} />
                {t("scene_agent")}
                <Wave />
              </span>
              <p className="text-15">{t("scene_agent_says")}</p>
            </div>
          </Step>
          <Step delay={220} end>
            <PersonMark name={t("scene_customer")} />
            <p className="max-w-72 rounded-card rounded-se-[3px] bg-paused-soft px-3.5 py-2.5 text-15">
              {t("scene_customer_says")}
            </p>
          </Step>
          <Step delay={380}>
            <MachineMark kind="voice" />
            <div className="flex flex-1 items-center gap-3 rounded-card border border-line bg-raised p-3.5 shadow-raised">
              <PlanGlyph kind="villa" />
              <div className="min-w-0 flex-1">
                <b className="cut block text-14">{t("scene_viewing")}</b>
                <span className="cut block text-12 text-muted">{t("scene_when")}</span>
              </div>
              <Chip tone="pending" icon={Clock3}>
                {t("scene_pending")}
              </Chip>
            </div>
          </Step>
          <Step delay={560} end>
            <PersonMark name={t("scene_manager")} kind="staff" />
            <span className="inline-flex h-9 items-center gap-1.5 rounded-control bg-accent px-3.5 font-semibold text-14 text-on-accent">
              <Check size={16} strokeWidth={1.75} />
              {t("scene_approve")}
            </span>
          </Step>
        </div>
        <div>
          <h2 className="font-semibold text-20">{t("pitch")}</h2>
          <p className="mt-1 text-14 text-muted">{t("pitch_more")}</p>
        </div>
      </div>
    </aside>
  );
}

function Step({ delay, end = false, children }: { delay: number; end?: boolean; children: ReactNode }) {
  return (
    <div
      className={`flex animate-rise items-start gap-2.5 ${end ? "flex-row-reverse" : ""}`}
      style={{ animationDelay: `${delay}ms` }}
    >
      {children}
    </div>
  );
}

/** A whole flat in hairlines behind the words, faint enough to be felt more than seen. */
function FloorPlan() {
  return (
    <svg
      viewBox="0 0 800 900"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className="mask-[radial-gradient(58%_46%_at_50%_50%,transparent_62%,black)] absolute inset-0 size-full fill-none stroke-line [stroke-width:1.5]"
    >
      <path d="M60 70h680v760H60z M60 330h250 M390 330h350 M310 70v150 M310 280v50 M520 330v220 M520 620v210 M60 590h180 M320 590h200 M520 500h80 M680 500h60" />
      <path d="M66 76h668v748H66z" opacity={0.5} />
      <path
        d="M310 220a60 60 0 0 1 60 60 M310 330a80 80 0 0 1 80-80 M240 590a80 80 0 0 0 80 80 M520 550a70 70 0 0 0-70 70 M600 500a80 80 0 0 1 80-80"
        opacity={0.7}
      />
      <path d="M120 70v-14h110v14 M430 70v-14h200v14 M60 420H46v100h14 M740 610h14v130h-14" />
      <path
        d="M90 100h80v60H90z M100 640h120v70H100z M120 650v50 M570 640h130v150H570z M570 690h130 M420 110h190v120H420z M420 170h190"
        opacity={0.55}
      />
    </svg>
  );
}
