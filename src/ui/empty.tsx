import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { icon: LucideIcon; title: ReactNode; children?: ReactNode; action?: ReactNode };

/** "Nothing yet" and "nothing matches": a line drawing, one sentence, one action. */
export function Empty({ icon: Icon, title, children, action }: Props) {
  return (
    <div className="grid animate-fade justify-items-center gap-1 px-6 py-12 text-center">
      <Icon size={44} strokeWidth={1.1} className="mb-3 text-muted" aria-hidden />
      <p className="font-semibold text-14">{title}</p>
      {children ? <p className="max-w-90 text-13 text-muted">{children}</p> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
