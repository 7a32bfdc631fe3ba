"use client";
import { Check, Copy, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { notify } from "#ui/toast.tsx";
import type { CreatedApiKey } from "./types.ts";

/** The key, this once. Closing before it was copied asks again. */
export function MadeKeyDialog({ made: { api_key, key }, onClose }: { made: CreatedApiKey; onClose: () => void }) {
  const t = useTranslations("settings");
  const [copied, setCopied] = useState(false);
  const [asks, setAsks] = useState(false);
  const copyButton = useRef<HTMLButtonElement>(null);
  const copy = () =>
    navigator.clipboard.writeText(key).then(
      () => {
        setCopied(true);
        notify.done(t("key_copied"));
      },
      () => notify.failed(t("key_copy_failed")),
    );
  const close = () => (copied ? onClose() : setAsks(true));

  if (asks) {
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && setAsks(false)}
        title={t("key_close_title")}
        actions={
          <>
            <Button tone="danger" onClick={onClose}>
              {t("key_close")}
            </Button>
            <Button tone="primary" onClick={() => setAsks(false)}>
              {t("key_back")}
            </Button>
          </>
        }
      >
        <p className="text-14 text-ink-2">{t("key_close_body")}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      wide
      first={copyButton}
      onOpenChange={(open) => !open && close()}
      title={t.rich("key_made_title", { name: api_key.name, bdi: (chunks) => <bdi>{chunks}</bdi> })}
      actions={
        <>
          <Button onClick={onClose}>{t("key_kept")}</Button>
          <Button ref={copyButton} tone="primary" icon={copied ? Check : Copy} onClick={() => void copy()}>
            {copied ? t("key_copied") : t("key_copy")}
          </Button>
        </>
      }
    >
      <p className="flex items-start gap-2 rounded-control bg-pending-soft px-3 py-2.5 text-13 text-pending">
        <TriangleAlert size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
        {t("key_made_warning")}
      </p>
      <pre
        dir="ltr"
        data-testid="api-key"
        className="mt-3 select-all whitespace-pre-wrap break-all rounded-control border border-line bg-sunken px-3 py-2.5 font-mono text-13"
      >
        {key}
      </pre>
      <p className="mt-4 text-13 text-ink-2">{t("key_made_use")}</p>
      <pre
        dir="ltr"
        className="mt-1.5 whitespace-pre-wrap break-all rounded-control border border-line bg-sunken px-3 py-2.5 font-mono text-12 text-ink-2"
      >
        {`curl -H "Authorization: Bearer ${api_key.prefix}…" \\\n  ${window.location.origin}/api/customers`}
      </pre>
    </Dialog>
  );
}
