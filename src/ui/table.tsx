import type { ComponentProps } from "react";
import { cx } from "./cx.ts";

/** Rows of two lines, a sticky head, hairlines. The first and last cells carry the page's padding. */
export function Table({ className, ...rest }: ComponentProps<"table">) {
  return <table {...rest} className={cx("w-full border-collapse text-13", className)} />;
}

export function Th({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      {...rest}
      className={cx(
        "sticky top-0 z-[1] h-9 border-line border-b bg-sunken px-3 text-start font-medium text-12 text-muted whitespace-nowrap first:ps-6 last:pe-6",
        className,
      )}
    />
  );
}

export function Td({ className, ...rest }: ComponentProps<"td">) {
  return <td {...rest} className={cx("h-14.5 border-line border-b px-3 first:ps-6 last:pe-6", className)} />;
}
