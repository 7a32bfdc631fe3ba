"use client";
import {
  Ban,
  CircleCheck,
  Handshake,
  type LucideIcon,
  ShieldAlert,
  ShieldCheck,
  ShieldOff,
  ShieldX,
  Tag,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Chip, type Tone } from "#ui/chip.tsx";
import type { Property, PropertyStatus } from "./types.ts";

export const status_looks: Record<PropertyStatus, readonly [Tone, LucideIcon]> = {
  available: ["approved", Tag],
  reserved: ["pending", Handshake],
  sold: ["paused", CircleCheck],
  withdrawn: ["paused", Ban],
};

export function PropertyStatusChip({ status }: { status: PropertyStatus }) {
  const t = useTranslations("words");
  const [tone, icon] = status_looks[status];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`property_${status}`)}
    </Chip>
  );
}

const permit_looks: Record<Property["permit_state"], readonly [Tone, LucideIcon]> = {
  valid: ["approved", ShieldCheck],
  expiring: ["pending", ShieldAlert],
  expired: ["rejected", ShieldX],
  missing: ["rejected", ShieldOff],
};

/** The advert licence in a word: valid, how many days it has left, expired, or none. */
export function PermitChip({ property: { permit_state, permit_days_left } }: { property: Property }) {
  const words = useTranslations("words");
  const t = useTranslations("properties");
  const [tone, icon] = permit_looks[permit_state];
  return (
    <Chip tone={tone} icon={icon}>
      {permit_state === "expiring" && permit_days_left !== null
        ? t("permit_days", { count: permit_days_left })
        : words(`permit_${permit_state}`)}
    </Chip>
  );
}
