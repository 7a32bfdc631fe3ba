"use client";
import { UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMay } from "#trpc/me.tsx";
import { Button } from "#ui/button.tsx";
import { Kbd } from "#ui/kbd.tsx";
import { useShortcut } from "#ui/use-shortcut.ts";
import { useCustomerFilters } from "./use-customer-filters.ts";

export function NewCustomerButton() {
  const t = useTranslations("customers");
  const { show } = useCustomerFilters();
  const writes = useMay("customers.write");
  const open = () => show({ new: true });
  useShortcut("c", writes ? open : null, t("new"));
  if (!writes) return null;
  return (
    <Button tone="primary" icon={UserRoundPlus} onClick={open} trailing={<Kbd tone="inherit">C</Kbd>}>
      {t("new")}
    </Button>
  );
}
