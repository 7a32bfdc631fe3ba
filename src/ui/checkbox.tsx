"use client";
import { Check, Minus } from "lucide-react";
import { useEffect, useRef } from "react";
import { cx } from "./cx.ts";

type Props = {
  label: string;
  checked: boolean | "indeterminate";
  /** `range` when Shift was held. */
  onChange: (range: boolean) => void;
  id?: string;
  disabled?: boolean;
};

/** The browser's own checkbox under a 16 px drawing; its target is 24 px, 44 on touch. */
export function Checkbox({ label, checked, onChange, id, disabled = false }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = checked === "indeterminate";
  }, [checked]);
  const Icon = checked === "indeterminate" ? Minus : Check;
  return (
    <span className="relative -m-1 grid size-6 shrink-0 place-items-center pointer-coarse:-m-3.5 pointer-coarse:size-11">
      <input
        ref={box}
        {...(id && { id })}
        type="checkbox"
        aria-label={label}
        checked={checked === true}
        disabled={disabled}
        onChange={({ nativeEvent }) => onChange(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        className="absolute inset-0 cursor-pointer appearance-none rounded-chip"
      />
      <span
        aria-hidden
        className={cx(
          "pointer-events-none grid size-4 place-items-center rounded-[5px] border transition-colors duration-120",
          checked ? "border-accent bg-accent text-on-accent" : "border-line-control bg-raised",
        )}
      >
        {checked ? <Icon size={12} strokeWidth={3} /> : null}
      </span>
    </span>
  );
}
