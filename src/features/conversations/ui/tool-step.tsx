"use client";
import { TriangleAlert, Wrench } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "#ui/cx.ts";
import { Fact, Facts } from "#ui/facts.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { Marked } from "#ui/marked.tsx";
import type { Line } from "./types.ts";

type Props = {
  line: Line;
  /** When it was, as the transcript writes it. */
  time: string;
  ranges: readonly (readonly [number, number])[];
  isOpen: boolean;
  onToggle: () => void;
};

/** What a machine did between two lines: a dashed chip with its result in words, which opens to the facts. */
export function ToolStep({ line, time, ranges, isOpen, onToggle }: Props) {
  const t = useTranslations("conversations");
  const { tool, text } = line;
  const ok = tool?.ok ?? true;
  const Icon = ok ? Wrench : TriangleAlert;
  return (
    <div
      className={cx(
        "max-w-full rounded-control border border-dashed text-13",
        ok ? "border-line-strong" : "border-rejected",
        isOpen && "w-full bg-sunken",
      )}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="flex min-h-8 w-full max-w-full items-center gap-2 rounded-control px-2.5 py-1 text-start hover:bg-hover pointer-coarse:min-h-11"
      >
        <Icon
          size={14}
          strokeWidth={1.75}
          className={cx("shrink-0", ok ? "text-muted" : "text-rejected")}
          aria-hidden
        />
        {tool ? (
          <code dir="ltr" className="shrink-0 text-12 text-agent-text max-md:max-w-36 max-md:cut">
            {tool.name}
          </code>
        ) : null}
        <span dir="auto" className={cx("min-w-0 text-ink-2", isOpen ? "[overflow-wrap:anywhere]" : "cut")}>
          <Marked text={text} ranges={ranges} />
        </span>
        {typeof tool?.duration_ms === "number" ? (
          <Ltr className="shrink-0 text-12 text-muted">{tool.duration_ms} ms</Ltr>
        ) : null}
      </button>
      {isOpen ? (
        <div className="border-line border-t border-dashed px-3 py-2.5">
          <Facts>
            <Fact name={t("step_result")}>{t(ok ? "step_ok" : "step_failed")}</Fact>
            <Fact name={t("step_at")}>
              <Ltr>{time}</Ltr>
            </Fact>
          </Facts>
          <Raw name={t("step_arguments")} value={tool?.arguments} />
          <Raw name={t("step_answer")} value={tool?.result} />
        </div>
      ) : null}
    </div>
  );
}

/** As the machine sent and got it. */
function Raw({ name, value }: { name: string; value: unknown }) {
  if (value === undefined || value === null) return null;
  return (
    <div className="mt-2">
      <p className="text-12 text-muted">{name}</p>
      <pre dir="ltr" className="whitespace-pre-wrap text-12 [overflow-wrap:anywhere]">
        {JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}
