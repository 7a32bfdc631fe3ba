"use client";
import { ChevronDown, MessageCirclePlus, PencilLine } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { property_statuses } from "#drizzle/values.ts";
import { useMay } from "#trpc/me.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Menu, MenuItem } from "#ui/menu.tsx";
import { propertyHref } from "./hrefs.ts";
import { status_looks } from "./property-status.tsx";
import type { Property } from "./types.ts";
import { useSetStatus } from "./use-set-status.ts";

const InquiryDialog = dynamic(() => import("./inquiry-dialog.tsx").then((part) => part.InquiryDialog));

/** What this person may do with a listing. */
export function PropertyActs({ property }: { property: Property }) {
  const t = useTranslations("properties");
  const words = useTranslations("words");
  const [asks, setAsks] = useState(false);
  const { set, isBusy } = useSetStatus();
  const [mayWrite, mayAdd] = [useMay("properties.write"), useMay("customers.write")];
  return (
    <>
      {mayAdd ? (
        <Button icon={MessageCirclePlus} onClick={() => setAsks(true)}>
          {t("add_inquiry")}
        </Button>
      ) : null}
      {mayWrite ? (
        <>
          <Menu
            trigger={
              <Button busy={isBusy} trailing={<ChevronDown size={14} strokeWidth={1.75} aria-hidden />}>
                {t("change_status")}
              </Button>
            }
          >
            {property_statuses
              .filter((status) => status !== property.status)
              .map((status) => (
                <MenuItem key={status} icon={status_looks[status][1]} onSelect={() => set(property, status)}>
                  {words(`property_${status}`)}
                </MenuItem>
              ))}
          </Menu>
          <LinkButton tone="primary" icon={PencilLine} href={`${propertyHref(property.id)}/edit`}>
            {t("edit")}
          </LinkButton>
        </>
      ) : null}
      {asks ? <InquiryDialog property={property} onClose={() => setAsks(false)} /> : null}
    </>
  );
}
