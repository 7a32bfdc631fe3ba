"use client";
import { Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#ui/button.tsx";
import { notify } from "#ui/toast.tsx";

type Props = { label: string; path: string; origin: string | null };

/** An address to paste elsewhere. Where the portal's own is not set, the browser's is copied. */
export function CopiedAddress({ label, path, origin }: Props) {
  const t = useTranslations("settings");
  const copy = () =>
    navigator.clipboard.writeText(`${origin ?? window.location.origin}${path}`).then(
      () => notify.done(t("link_copied")),
      () => notify.failed(t("link_copy_failed")),
    );
  return (
    <div>
      <p className="mb-1.5 font-medium text-13">{label}</p>
      <div className="flex items-center gap-2">
        <code
          dir="ltr"
          className="min-w-0 flex-1 select-all break-all rounded-control border border-line bg-sunken px-3 py-2 text-start font-mono text-12"
        >
          {origin}
          {path}
        </code>
        <Button size="sm" icon={Copy} onClick={() => void copy()} aria-label={`${t("link_copy")}: ${label}`}>
          {t("link_copy")}
        </Button>
      </div>
    </div>
  );
}
