"use client";
import { Users } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../button.tsx";

type Props = {
  title: ReactNode;
  children: ReactNode;
  take: ReactNode;
  keep: ReactNode;
  onTake: () => void;
  onKeep: () => void;
  busy: boolean;
};

/** A colleague saved while this form was being filled in: what he changed, and both ways on. */
export function StaleNotice({ title, children, take, keep, onTake, onKeep, busy }: Props) {
  return (
    <div
      role="alert"
      className="flex animate-rise flex-wrap items-center gap-3 rounded-control bg-pending-soft px-4 py-3 text-13 text-pending"
    >
      <Users size={16} strokeWidth={1.75} className="shrink-0" aria-hidden />
      <div className="min-w-50 flex-1">
        <p className="font-semibold">{title}</p>
        <p>{children}</p>
      </div>
      <div className="flex gap-2 text-ink">
        <Button size="sm" onClick={onTake}>
          {take}
        </Button>
        <Button size="sm" tone="primary" onClick={onKeep} busy={busy}>
          {keep}
        </Button>
      </div>
    </div>
  );
}
