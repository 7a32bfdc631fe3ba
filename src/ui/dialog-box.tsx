"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, type RefObject, useRef } from "react";
import { cx } from "./cx.ts";
import { IconButton } from "./icon-button.tsx";

const scrimClass = "fixed inset-0 z-40 animate-fade bg-scrim";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Says the act: "رفض المعاينة؟". */
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** Buttons that name what they do. */
  actions: ReactNode;
  wide?: boolean;
  /** Where focus goes first: the least harmful place. */
  first?: RefObject<HTMLElement | null>;
};

/** A question over the page; on phones it rises from below, within reach of a thumb. */
export function DialogBox({ open, onOpenChange, title, description, children, actions, wide, first }: DialogProps) {
  const t = useTranslations("ui");
  const opener = useOpener();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrimClass} />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onInteractOutside={keepForChoices}
          onCloseAutoFocus={opener.giveBack}
          onOpenAutoFocus={(event) => {
            opener.remember();
            if (!first?.current) return;
            event.preventDefault();
            first.current.focus();
          }}
          className={cx(
            "fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] animate-dialog flex-col overflow-hidden border border-line bg-raised shadow-raised outline-none",
            "rounded-t-sheet md:inset-0 md:m-auto md:h-fit md:rounded-sheet",
            wide ? "md:max-w-160" : "md:max-w-110",
          )}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-1">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-semibold text-17">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="mt-0.5 text-13 text-muted">{description}</Radix.Description>
              ) : null}
            </div>
            <Radix.Close asChild>
              <IconButton label={t("close")} icon={X} className="-me-1.5" />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-3">{children}</div>
          <footer className="flex flex-col-reverse gap-2 border-line border-t px-5 py-3.5 md:flex-row md:justify-end">
            {actions}
          </footer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** What had the focus when the box opened gets it back, unless somebody has it by then. Radix itself knows only a trigger of
 *  its own, and these boxes have none. */
function useOpener() {
  const opener = useRef<Element | null>(null);
  return {
    remember: () => {
      opener.current = document.activeElement;
    },
    giveBack: (event: Event) => {
      event.preventDefault();
      const isFree = document.activeElement === null || document.activeElement === document.body;
      if (isFree && opener.current instanceof HTMLElement) opener.current.focus();
    },
  };
}

/** The choices of a combobox stand outside the dialog they belong to: choosing one is no press outside it. */
function keepForChoices(event: Event & { detail: { originalEvent: Event } }) {
  const { target } = event.detail.originalEvent;
  if (target instanceof Element && target.closest("[data-trigger=ComboBox]")) event.preventDefault();
}

export type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  label: string;
  children: ReactNode;
  from?: "end" | "bottom";
};

/** A whole region over the page, from inline-end (details) or from below (menus of phones). */
export function SheetBox({ open, onOpenChange, label, children, from = "end" }: SheetProps) {
  const box = useRef<HTMLDivElement>(null);
  const opener = useOpener();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrimClass} />
        <Radix.Content
          ref={box}
          onInteractOutside={keepForChoices}
          aria-describedby={undefined}
          onCloseAutoFocus={opener.giveBack}
          onOpenAutoFocus={(event) => {
            opener.remember();
            // The region, not its first button: on a phone that would only open the button's hint.
            event.preventDefault();
            box.current?.focus();
          }}
          className={cx(
            "fixed z-40 flex flex-col overflow-hidden bg-surface shadow-raised outline-none",
            from === "end"
              ? "inset-y-0 end-0 w-full animate-sheet md:w-(--panel) md:border-line md:border-s"
              : "inset-x-0 bottom-0 max-h-[85dvh] animate-dialog rounded-t-sheet border border-line bg-raised",
          )}
        >
          <Radix.Title className="sr-only">{label}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
