import { redirect } from "next/navigation";
import { homeOf } from "#features/shell/ui/home.ts";
import { requireUser } from "#trpc/server.ts";

export default async function StartPage() {
  const me = await requireUser("/");
  redirect(homeOf(me.role));
}
