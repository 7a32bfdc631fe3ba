import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { icon: LucideIcon; title: ReactNode; children: ReactNode; action: ReactNode; note?: ReactNode };

/** A page that says where one is and how to go on. */
export function NoticePage({ icon: Icon, title, children, action, note }: Props) {
  return (
    <div className="grid min-h-100 flex-1 place-content-center justify-items-center gap-1 p-8 text-center">
      <span className="mb-4 grid size-16 place-items-center rounded-full bg-sunken text-muted">
        <Icon size={28} strokeWidth={1.3} aria-hidden />
      </span>
      <h1 className="font-semibold text-20">{title}</h1>
      <p className="max-w-96 text-14 text-muted">{children}</p>
      <div className="mt-5">{action}</div>
      {note ? <div className="mt-4 text-12 text-muted">{note}</div> : null}
    </div>
  );
}
