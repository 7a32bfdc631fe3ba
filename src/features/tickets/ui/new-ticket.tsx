"use client";
import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { parseAsBoolean } from "nuqs/server";
import { useMay } from "#trpc/me.tsx";
import { Button } from "#ui/button.tsx";
import { Kbd } from "#ui/kbd.tsx";
import { useShortcut } from "#ui/use-shortcut.ts";
import { filterParsers } from "./filters.ts";

const CreateDialog = dynamic(() => import("./create-dialog.tsx").then((part) => part.CreateDialog), { ssr: false });

/** Opens the form of a new ticket; `?new=true` in the address does the same, so that it can be reached from anywhere. */
export function NewTicket() {
  const t = useTranslations("tickets");
  const may = useMay("tickets.write");
  const [{ new: asked }, set] = useQueryStates({
    new: parseAsBoolean.withDefault(false),
    ticket: filterParsers.ticket,
  });
  const open = () => void set({ new: true });
  useShortcut("c", may && !asked ? open : null, t("new"));
  if (!may) return null;
  return (
    <>
      <Button tone="primary" icon={Plus} onClick={open} trailing={<Kbd tone="inherit">C</Kbd>}>
        {t("new")}
      </Button>
      {asked ? (
        <CreateDialog onClose={() => void set({ new: null })} onMade={(ticket) => void set({ ticket, new: null })} />
      ) : null}
    </>
  );
}
