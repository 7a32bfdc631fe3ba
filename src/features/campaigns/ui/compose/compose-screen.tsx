"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import type { Outputs } from "#trpc/api.ts";
import { FormProblem } from "#ui/form/form-problem.tsx";
import { LeaveGuard } from "#ui/form/leave-guard.tsx";
import type { Campaign } from "../types.ts";
import { AudienceStep } from "./audience-step.tsx";
import { ComposeFoot } from "./compose-foot.tsx";
import { compose_steps } from "./parsers.ts";
import { ReviewStep } from "./review-step.tsx";
import { ScheduleStep } from "./schedule-step.tsx";
import { ScriptStep } from "./script-step.tsx";
import { Stepper } from "./stepper.tsx";
import { useCompose } from "./use-compose.ts";

const parts = { audience: AudienceStep, script: ScriptStep, schedule: ScheduleStep, review: ReviewStep };

type Props = {
  draft: Campaign | null;
  /** The listing that the draft's audience names. */
  property: Outputs["properties"]["one"] | null;
};

/** A campaign made in four steps; editing a draft goes through the same ones. */
export function ComposeScreen({ draft, property }: Props) {
  const t = useTranslations("campaigns");
  const compose = useCompose(draft, property);
  const { step, form, go } = compose;
  const at = compose_steps.indexOf(step);
  const Part = parts[step];
  const body = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    body.current?.focus();
  }, [step]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const after = compose_steps[at + 1];
    if (after) void go(after);
  };
  return (
    <>
      <PageHeader
        title={t(compose.draft ? "compose_edit" : "compose_new")}
        live={false}
        back={{ href: "/campaigns", label: t("title") }}
      />
      <LeaveGuard dirty={form.isDirty} />
      <Stepper compose={compose} />
      <section
        ref={body}
        tabIndex={-1}
        aria-label={`${t("step_of", { at: at + 1, of: compose_steps.length })}: ${t(`step_${step}`)}`}
        className="min-h-0 flex-1 outline-none md:overflow-y-auto"
      >
        <form {...form.props} onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)] gap-4 p-4 md:p-6">
          <FormProblem failure={form.failure} />
          <Part compose={compose} />
        </form>
      </section>
      <ComposeFoot compose={compose} />
    </>
  );
}
