import { cx } from "./cx.ts";

const tones = { plain: "border-line bg-sunken text-muted", inherit: "border-current opacity-75" };

/** A key, as printed on it; `inherit` on coloured ground. Shown only where there is a keyboard to speak of. */
export function Kbd({ children, tone = "plain" }: { children: string; tone?: keyof typeof tones }) {
  return (
    <kbd
      dir="ltr"
      className={cx(
        "hidden rounded-[5px] border px-1.25 py-0.75 font-medium font-sans text-11 leading-none pointer-fine:inline-block",
        tones[tone],
      )}
    >
      {children}
    </kbd>
  );
}
