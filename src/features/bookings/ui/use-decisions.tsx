"use client";
import { type ReactNode, useState } from "react";
import { RejectDialog } from "./reject-dialog.tsx";
import type { Booking } from "./types.ts";
import { useDecide } from "./use-decide.ts";

export type Decisions = {
  approve: (booking: Booking) => void;
  /** Opens the question; nothing happens before it is answered. */
  askReject: (booking: Booking) => void;
  isBusy: (booking: Booking) => boolean;
  dialog: ReactNode;
};

export function useDecisions(): Decisions {
  const { approve, reject, isBusy } = useDecide();
  const [asked, setAsked] = useState<Booking | null>(null);
  return {
    approve,
    askReject: setAsked,
    isBusy,
    dialog: asked ? (
      <RejectDialog
        key={asked.id}
        booking={asked}
        onClose={() => setAsked(null)}
        onReject={(reason) => reject(asked, reason)}
      />
    ) : null,
  };
}
