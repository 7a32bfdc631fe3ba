"use client";
import { useFormat } from "#i18n/format-context.tsx";
import type { Agent } from "./types.ts";

/** The machine's name in the page's language. */
export function useAgentName({ name, name_en }: Pick<Agent, "name" | "name_en">): string {
  const { locale } = useFormat();
  return locale === "en" && name_en ? name_en : name;
}
