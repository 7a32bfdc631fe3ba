"use client";
import { RoleSelect } from "./role-select.tsx";
import type { User } from "./types.ts";
import type { UserActs } from "./use-user-acts.ts";
import { type Ask, UserMenu } from "./user-menu.tsx";

export function UserCardFoot({ user, acts, ask }: { user: User; acts: UserActs; ask: Ask }) {
  return (
    <div className="flex items-center justify-between gap-2 text-13">
      <RoleSelect user={user} acts={acts} />
      <UserMenu user={user} acts={acts} ask={ask} />
    </div>
  );
}
