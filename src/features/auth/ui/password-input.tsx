"use client";
import { ArrowBigUpDash, Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type Ref, useState } from "react";
import { Input } from "#ui/input.tsx";

type Props = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  value: string;
  onChange: (value: string) => void;
  ref: Ref<HTMLInputElement>;
};

/** A password that can be looked at, and that says when Caps Lock is on. */
export function PasswordInput({ value, onChange, ...slots }: Props) {
  const t = useTranslations("login");
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  const watch = (event: KeyboardEvent) => setCaps(event.getModifierState("CapsLock"));
  const Icon = shown ? EyeOff : Eye;

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <Input
        {...slots}
        size="lg"
        dir="ltr"
        className="text-start rtl:text-end"
        boxClass="pe-1"
        type={shown ? "text" : "password"}
        name="password"
        autoComplete="current-password"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={watch}
        onKeyUp={watch}
        onBlur={() => setCaps(false)}
        trailing={
          <button
            type="button"
            aria-pressed={shown}
            aria-label={shown ? t("hide") : t("show")}
            onClick={() => setShown(!shown)}
            className="grid size-9 shrink-0 place-items-center rounded-chip text-muted transition-colors duration-120 hover:bg-hover hover:text-ink"
          >
            <Icon size={17} strokeWidth={1.75} aria-hidden />
          </button>
        }
      />
      <p aria-live="polite" className="empty:hidden">
        {caps ? (
          <span className="flex items-center gap-1.5 text-12 text-pending">
            <ArrowBigUpDash size={15} strokeWidth={1.75} aria-hidden />
            {t("caps")}
          </span>
        ) : null}
      </p>
    </div>
  );
}
