"use client";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import type { Booking } from "./types.ts";
import { useDecide } from "./use-decide.ts";

const ReasonDialog = dynamic(() => import("./reason-dialog.tsx").then((file) => file.ReasonDialog), { ssr: false });
const MoveDialog = dynamic(() => import("./move-dialog.tsx").then((file) => file.MoveDialog), { ssr: false });

export type Decisions = {
  approve: (booking: Booking) => void;
  complete: (booking: Booking) => void;
  /** Open a question; nothing happens before it is answered. */
  askReject: (booking: Booking) => void;
  askCancel: (booking: Booking) => void;
  askMove: (booking: Booking) => void;
  isBusy: (booking: Booking) => boolean;
  dialog: ReactNode;
};

export function useDecisions(): Decisions {
  const { approve, reject, cancel, complete, isBusy } = useDecide();
  const [asked, setAsked] = useState<{ what: "reject" | "cancel" | "move"; booking: Booking } | null>(null);
  const close = () => setAsked(null);
  const ask = (what: "reject" | "cancel" | "move") => (booking: Booking) => setAsked({ what, booking });
  return {
    approve,
    complete,
    askReject: ask("reject"),
    askCancel: ask("cancel"),
    askMove: ask("move"),
    isBusy,
    dialog: !asked ? null : asked.what === "move" ? (
      <MoveDialog key={asked.booking.id} booking={asked.booking} onClose={close} />
    ) : (
      <ReasonDialog
        key={asked.booking.id}
        act={asked.what}
        booking={asked.booking}
        onClose={close}
        onAnswer={(reason) => (asked.what === "reject" ? reject : cancel)(asked.booking, reason)}
      />
    ),
  };
}
