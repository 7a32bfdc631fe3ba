"use client";
import { useTranslations } from "next-intl";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Kbd } from "#ui/kbd.tsx";
import { useShortcuts } from "#ui/use-shortcut.ts";

const names: Record<string, string> = { arrowup: "↑", arrowdown: "↓", escape: "Esc", " ": "Space" };

/** The keys that act on this page, and those that act everywhere. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations("shell");
  const ui = useTranslations("ui");
  const here = useShortcuts();
  const everywhere = [
    { key: "Ctrl K", label: t("palette") },
    { key: "?", label: t("shortcuts") },
  ];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("shortcuts")}
      description={t("shortcuts_help")}
      actions={<Button onClick={onClose}>{ui("close")}</Button>}
    >
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2.5 text-14">
        {[...everywhere, ...here].map(({ key, label }) => (
          <div key={`${key} ${label}`} className="contents">
            <dt>{label}</dt>
            <dd className="flex justify-end gap-1">
              {key.split(" ").map((part) => (
                <Kbd key={part}>{names[part] ?? (part.length === 1 ? part.toUpperCase() : part)}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
