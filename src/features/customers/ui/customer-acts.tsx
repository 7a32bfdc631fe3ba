"use client";
import { EllipsisVertical, Merge, Pencil, Phone, PhoneOff } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMay } from "#trpc/me.tsx";
import { Button, buttonClass } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Menu, MenuItem } from "#ui/menu.tsx";
import { useShortcut } from "#ui/use-shortcut.ts";
import type { Customer, Facts } from "./types.ts";

const EditCustomerDialog = dynamic(() => import("./edit-customer-dialog.tsx").then((part) => part.EditCustomerDialog));
const BarDialog = dynamic(() => import("./bar-dialog.tsx").then((part) => part.BarDialog));
const MergeDialog = dynamic(() => import("./merge-dialog.tsx").then((part) => part.MergeDialog));

type Props = { customer: Customer /** Undefined while it is not known. */; facts: Facts | undefined };

/** What can be done with a customer: a call, a correction, and, less often, a merge or an end to campaigns' calls. */
export function CustomerActs({ customer, facts }: Props) {
  const t = useTranslations("customers");
  const writes = useMay("customers.write") && !customer.merged_into;
  const bars = useMay("campaigns.write") && facts?.barred === null;
  const [open, setOpen] = useState<"edit" | "merge" | "bar" | null>(null);
  const close = () => setOpen(null);
  useShortcut("e", writes ? () => setOpen("edit") : null, t("edit"));
  return (
    <>
      {writes ? (
        <Menu trigger={<IconButton label={t("more")} icon={EllipsisVertical} size="md" />}>
          <MenuItem icon={Pencil} onSelect={() => setOpen("edit")}>
            {t("edit_short")}
          </MenuItem>
          <MenuItem icon={Merge} onSelect={() => setOpen("merge")}>
            {t("merge")}
          </MenuItem>
          {bars ? (
            <MenuItem icon={PhoneOff} onSelect={() => setOpen("bar")}>
              {t("bar")}
            </MenuItem>
          ) : null}
        </Menu>
      ) : null}
      {writes ? (
        <Button icon={Pencil} onClick={() => setOpen("edit")} aria-label={t("edit")} className="max-md:hidden">
          {t("edit_short")}
        </Button>
      ) : null}
      <a
        href={`tel:${customer.phone}`}
        aria-label={t("call")}
        className={buttonClass({ tone: "primary" }, "touch max-md:w-11 max-md:px-0")}
      >
        <Phone size={16} strokeWidth={1.75} aria-hidden />
        <span className="max-md:sr-only">{t("call")}</span>
      </a>
      {open === "edit" ? <EditCustomerDialog customer={customer} onClose={close} /> : null}
      {open === "bar" ? <BarDialog customer={customer} onClose={close} /> : null}
      {open === "merge" ? <MergeDialog customer={customer} onClose={close} /> : null}
    </>
  );
}
