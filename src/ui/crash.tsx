"use client";
import { CloudOff, RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "./button.tsx";
import { Ltr } from "./ltr.tsx";
import { NoticePage } from "./notice-page.tsx";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** A page that could not be printed or broke in the browser: one sentence, one way on, the number for support. */
export function Crash({ error, reset }: Props) {
  const t = useTranslations("crash");
  const ui = useTranslations("ui");
  const router = useRouter();
  const [busy, start] = useTransition();
  const again = () =>
    start(() => {
      router.refresh();
      reset();
    });
  return (
    <main className="flex min-h-dvh flex-col md:min-h-0 md:flex-1">
      <NoticePage
        icon={CloudOff}
        title={t("title")}
        action={
          <Button tone="primary" icon={RotateCw} busy={busy} onClick={again}>
            {ui("retry")}
          </Button>
        }
        note={
          error.digest ? (
            <>
              {ui("request_number")} <Ltr className="select-all">{error.digest}</Ltr>
            </>
          ) : null
        }
      >
        {t("body")}
      </NoticePage>
    </main>
  );
}
