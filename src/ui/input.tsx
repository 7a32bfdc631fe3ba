import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";

export const inputClass = cx(
  "flex min-w-0 items-center gap-2 rounded-control border border-line-control bg-raised px-3 text-14 text-ink",
  "transition-colors duration-120 ease-ui hover:border-ink-2",
  "has-[:focus-visible]:border-focus has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus has-[:focus-visible]:-outline-offset-1",
  "has-[[aria-invalid]]:border-rejected has-[:disabled]:border-line has-[:disabled]:bg-sunken has-[:disabled]:text-muted",
);

type Props = Omit<ComponentProps<"input">, "size"> & {
  icon?: LucideIcon;
  size?: "sm" | "md" | "lg";
  trailing?: ReactNode;
  boxClass?: string;
};
const sizes = { sm: "h-8 text-13", md: "h-9", lg: "h-11" };

/** A line of text. `dir="auto"` unless told otherwise: people type both languages. */
export function Input({ icon: Icon, size = "md", trailing, boxClass, className, ...rest }: Props) {
  return (
    <span className={cx(inputClass, sizes[size], "pointer-coarse:h-11", boxClass)}>
      {Icon ? <Icon size={15} strokeWidth={1.75} className="shrink-0 text-muted" aria-hidden /> : null}
      <input
        dir="auto"
        {...rest}
        className={cx("h-full min-w-0 flex-1 bg-transparent outline-none pointer-coarse:text-[16px]", className)}
      />
      {trailing}
    </span>
  );
}

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <span className={cx(inputClass, "items-stretch py-2")}>
      <textarea
        dir="auto"
        rows={3}
        {...rest}
        className={cx(
          "min-w-0 flex-1 resize-none bg-transparent text-14 outline-none pointer-coarse:text-[16px]",
          className,
        )}
      />
    </span>
  );
}
