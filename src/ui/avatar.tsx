import { AudioLines, Cog, MessageSquareText } from "lucide-react";
import { cx } from "./cx.ts";
import { initials } from "./initials.ts";

const person_sizes = { sm: "size-6 text-[10px]", md: "size-8 text-11", xl: "size-14 text-17" };
const machine_sizes = { sm: "size-6 rounded-[7px]", md: "size-8 rounded-[9px]", xl: "size-14 rounded-[15px]" };
const icon_sizes = { sm: 14, md: 16, xl: 22 };

type Size = keyof typeof person_sizes;

/** A circle is a person: petrol for staff, stone for customers. */
export function PersonMark({
  name,
  kind = "customer",
  size = "md",
}: {
  name: string;
  kind?: "staff" | "customer";
  size?: Size;
}) {
  return (
    <span
      aria-hidden
      className={cx(
        "grid shrink-0 place-items-center rounded-full font-semibold leading-none",
        kind === "staff" ? "bg-accent-soft text-accent-text" : "bg-paused-soft text-ink-2",
        person_sizes[size],
      )}
    >
      {initials(name)}
    </span>
  );
}

const machine_icons = { voice: AudioLines, chat: MessageSquareText, system: Cog };

/** A rounded square in lavender is a machine: waves for voice, lines for chat. */
export function MachineMark({ kind, size = "md" }: { kind: keyof typeof machine_icons; size?: Size }) {
  const Icon = machine_icons[kind];
  return (
    <span
      aria-hidden
      className={cx("grid shrink-0 place-items-center bg-agent-soft text-agent-text", machine_sizes[size])}
    >
      <Icon size={icon_sizes[size]} strokeWidth={1.75} />
    </span>
  );
}
