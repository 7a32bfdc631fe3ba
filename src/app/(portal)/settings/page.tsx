import { redirect } from "next/navigation";
import { roleMay } from "#trpc/may.ts";
import { requireUser } from "#trpc/server.ts";
import { sections } from "./sections.ts";

/** On to the first page that the role may open. */
export default async function SettingsPage() {
  const { role } = await requireUser("/settings");
  redirect(sections.find(({ permission }) => roleMay(role, permission))?.href ?? "/profile");
}
