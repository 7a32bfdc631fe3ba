"use client";
import { EllipsisVertical, Merge, Pencil, Phone } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMay } from "#trpc/me.tsx";
import { Button, buttonClass } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Menu, MenuItem } from "#ui/menu.tsx";
import { useShortcut } from "#ui/use-shortcut.ts";
import type { Customer } from "./types.ts";

const EditCustomerDialog = dynamic(() => import("./edit-customer-dialog.tsx").then((part) => part.EditCustomerDialog));
const MergeDialog = dynamic(() => import("./merge-dialog.tsx").then((part) => part.MergeDialog));

/** What can be done with a customer: a call, a correction, and, less often, a merge. */
export function CustomerActs({ customer }: { customer: Customer }) {
  const t = useTranslations("customers");
  const writes = useMay("customers.write") && !customer.merged_into;
  const [open, setOpen] = useState<"edit" | "merge" | null>(null);
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
      {open === "merge" ? <MergeDialog customer={customer} onClose={close} /> : null}
    </>
  );
}
