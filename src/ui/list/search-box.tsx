"use client";
import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "../icon-button.tsx";
import { Input } from "../input.tsx";
import { Kbd } from "../kbd.tsx";
import { useShortcut } from "../use-shortcut.ts";

type Props = { label: string; hint: string; value: string; onType: (words: string) => void; className?: string };

/** The search of a list: "/" goes to it, Escape empties it, then leaves it. */
export function SearchBox({ label, hint, value, onType, className = "" }: Props) {
  const t = useTranslations("ui");
  const box = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  useShortcut("/", () => box.current?.focus());
  const write = (next: string) => {
    setWords(next);
    onType(next);
  };
  return (
    <Input
      ref={box}
      icon={Search}
      size="sm"
      type="search"
      aria-label={label}
      placeholder={hint}
      value={words}
      maxLength={200}
      onChange={(event) => write(event.target.value)}
      onKeyDown={(event) => event.key === "Escape" && (words ? write("") : event.currentTarget.blur())}
      boxClass={`min-w-0 flex-1 max-md:basis-full room-2xl:max-w-66 ${className}`}
      className="[&::-webkit-search-cancel-button]:hidden"
      trailing={
        words ? (
          <IconButton label={t("clear")} icon={X} onClick={() => write("")} className="-me-2 size-6 min-h-0 min-w-0" />
        ) : (
          <Kbd>/</Kbd>
        )
      }
    />
  );
}
