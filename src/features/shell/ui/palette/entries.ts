import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** One line of the palette. `text` is what typed words are matched with. */
export type Entry = {
  id: string;
  text: string;
  content: ReactNode;
  icon?: LucideIcon;
  mark?: ReactNode;
  /** Where it leads, or what it does. */
  href?: string;
  act?: () => void;
  keys?: string;
};
export type Group = { id: string; label: string; entries: readonly Entry[] };
