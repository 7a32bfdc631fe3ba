"use client";
import { Ban, Check, CircleDot } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { Menu, MenuItem, MenuLabel, MenuLine } from "#ui/menu.tsx";
import type { Pressable } from "#ui/pressable.ts";
import { stages } from "./stages.ts";
import type { Customer, Stage } from "./types.ts";

type Props = {
  customer: Customer;
  onMove: (customer: Customer, stage: Stage) => void;
  /** A button. */
  trigger: ReactElement<Pressable>;
  align?: "start" | "end";
};

/** "نقل إلى": every stage, the one it is at marked. What a drag does, by keyboard and by touch. */
export function MoveMenu({ customer, onMove, trigger, align = "end" }: Props) {
  const t = useTranslations("customers");
  const words = useTranslations("words");
  return (
    <Menu trigger={trigger} align={align}>
      <MenuLabel>{t("move_to")}</MenuLabel>
      {stages.map((stage) => (
        <div key={stage}>
          {stage === "lost" ? <MenuLine /> : null}
          <MenuItem
            icon={stage === customer.stage ? Check : stage === "lost" ? Ban : CircleDot}
            onSelect={() => onMove(customer, stage)}
          >
            {words(`stage_${stage}`)}
            {stage === customer.stage ? <span className="ms-auto text-12 text-muted">{t("now_here")}</span> : null}
          </MenuItem>
        </div>
      ))}
    </Menu>
  );
}
