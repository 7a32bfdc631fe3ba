"use client";
import { DeactivateDialog } from "./deactivate-dialog.tsx";
import { EditUserDialog } from "./edit-user-dialog.tsx";
import { NewUserDialog } from "./new-user-dialog.tsx";
import { ResetPasswordDialog } from "./reset-password-dialog.tsx";
import type { User } from "./types.ts";
import type { UserActs } from "./use-user-acts.ts";

export type Asked = { act: "new"; user?: never } | { act: "edit" | "reset" | "deactivate"; user: User };

type Props = { asked: Asked; acts: UserActs; onClose: () => void };

/** The question or form that is open over the list. */
export function UserDialogs({ asked, acts, onClose }: Props) {
  if (asked.act === "new") return <NewUserDialog onClose={onClose} />;
  const { act, user } = asked;
  if (act === "edit") return <EditUserDialog key={user.id} user={user} acts={acts} onClose={onClose} />;
  if (act === "reset") return <ResetPasswordDialog user={user} acts={acts} onClose={onClose} />;
  return <DeactivateDialog user={user} acts={acts} onClose={onClose} />;
}
