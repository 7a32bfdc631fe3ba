import type { ComponentProps } from "react";
import { cx } from "./cx.ts";

/** Rows of two lines, a sticky head, hairlines. The first and last cells carry the page's padding. */
export function Table({ className, ...rest }: ComponentProps<"table">) {
  return <table {...rest} className={cx("w-full border-collapse text-13", className)} />;
}

type ThProps = ComponentProps<"th"> & {
  end?: boolean /** In a block rather than across the page. */;
  narrow?: boolean;
};

export function Th({ className, end = false, narrow = false, ...rest }: ThProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        "sticky top-0 z-[1] h-9 border-line border-b bg-sunken font-medium text-12 text-muted whitespace-nowrap",
        end ? "text-end" : "text-start",
        narrow ? "px-4" : "px-3 first:ps-6 last:pe-6",
        className,
      )}
    />
  );
}

type TdProps = ComponentProps<"td"> & { /** In a block rather than across the page. */ narrow?: boolean };

export function Td({ className, narrow = false, ...rest }: TdProps) {
  return (
    <td
      {...rest}
      className={cx("h-14.5 border-line border-b", narrow ? "px-4" : "px-3 first:ps-6 last:pe-6", className)}
    />
  );
}
