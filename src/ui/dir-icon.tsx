import { ArrowLeft, ChevronLeft, ChevronRight, type LucideIcon } from "lucide-react";

const drawn = { back: ChevronLeft, forward: ChevronRight, return: ArrowLeft };

type Props = { to: keyof typeof drawn; size?: number; className?: string };

/** Icons that point along the line of reading: drawn for English, mirrored in Arabic. */
export function DirIcon({ to, size = 14, className = "" }: Props) {
  const Icon: LucideIcon = drawn[to];
  return <Icon size={size} strokeWidth={1.75} className={`flip shrink-0 ${className}`} aria-hidden />;
}
