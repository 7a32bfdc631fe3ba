"use client";
import { cx } from "./cx.ts";

type Props = { label: string; checked: boolean; onChange: (checked: boolean) => void; id?: string; disabled?: boolean };

/** On or off, at once. The knob stands at inline-end when on. */
export function Switch({ label, checked, onChange, id, disabled = false }: Props) {
  return (
    <button
      type="button"
      role="switch"
      {...(id && { id })}
      aria-label={label}
      aria-checked={checked}
      disabled={disabled}
      onClick={() => onChange(!checked)}
      className="-my-1 grid h-8 w-11 shrink-0 place-items-center rounded-full pointer-coarse:h-11"
    >
      <span
        className={cx(
          "flex h-5 w-9 items-center rounded-full border p-0.5 transition-colors duration-120 ease-ui",
          checked ? "justify-end border-accent bg-accent" : "border-line-control bg-sunken",
        )}
      >
        <span className={cx("size-3.5 rounded-full", checked ? "bg-on-accent" : "bg-ink-2")} />
      </span>
    </button>
  );
}
