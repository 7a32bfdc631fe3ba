"use client";
import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { Button } from "../button.tsx";
import { Count } from "../count.tsx";
import { Sheet } from "../dialog.tsx";

type Props = {
  /** How many of them narrow the list. */
  on: number;
  children: ReactNode;
};

/** The filters of a list: in the toolbar where there is room, in one sheet on phones. */
export function Filters({ on, children }: Props) {
  const t = useTranslations("lists");
  const ui = useTranslations("ui");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="contents max-md:hidden">{children}</div>
      <Button size="sm" icon={SlidersHorizontal} onClick={() => setOpen(true)} className="md:hidden">
        {t("filters")}
        {on > 0 ? <Count tone="hot">{format.number(on)}</Count> : null}
      </Button>
      <Sheet open={open} onOpenChange={setOpen} label={t("filters")} from="bottom">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-2.5 overflow-y-auto p-4 pb-[max(16px,env(safe-area-inset-bottom))] [&>button]:w-full">
          <h2 className="font-semibold text-17">{t("filters")}</h2>
          {children}
          <Button tone="primary" size="lg" onClick={() => setOpen(false)} className="mt-2">
            {ui("close")}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
