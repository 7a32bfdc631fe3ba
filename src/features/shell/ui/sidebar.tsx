"use client";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Count } from "#ui/count.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { cx } from "#ui/cx.ts";
import { Logo } from "#ui/logo.tsx";
import { Spinner } from "#ui/spinner.tsx";
import { useCompanyName, useCompanyPlace } from "./company-name.ts";
import { type NavItem, useNavItems } from "./nav-items.tsx";
import { Bell } from "./notifications/bell.tsx";
import { PaletteButton } from "./palette/palette-button.tsx";
import { UserMenu } from "./user-menu.tsx";

/** On the sand at inline-start; a rail of icons below 1180 px, gone on phones. */
export function Sidebar() {
  const t = useTranslations("nav");
  const place = useCompanyPlace();
  const name = useCompanyName();
  const items = useNavItems();
  return (
    <aside className="sticky top-0 hidden h-dvh flex-col gap-1 p-2.5 md:flex lg:p-3">
      <div className="flex items-center gap-2.5 px-1.5 pt-1.5 pb-3 max-lg:flex-col lg:px-2">
        <Logo />
        <span className="min-w-0 max-lg:sr-only" title={name}>
          <b className="block text-14 leading-snug">
            <CutText>{name}</CutText>
          </b>
          <small className="cut block text-12 text-muted">{place}</small>
        </span>
        <Bell align="start" className="lg:-me-1.5 lg:ms-auto" />
      </div>
      <PaletteButton />
      <nav aria-label={t("label")} className="grid gap-0.5">
        {items
          .filter((item) => !item.aside)
          .map((item) => (
            <SidebarLink key={item.href} item={item} />
          ))}
        <hr className="mx-2 my-1.5 border-line max-lg:mx-1" />
        {items
          .filter((item) => item.aside)
          .map((item) => (
            <SidebarLink key={item.href} item={item} />
          ))}
      </nav>
      <div className="mt-auto">
        <UserMenu />
      </div>
    </aside>
  );
}

function SidebarLink({ item: { href, icon: Icon, label, badge } }: { item: NavItem }) {
  const here = usePathname().startsWith(href);
  return (
    <Link
      href={href}
      title={label}
      aria-current={here ? "page" : undefined}
      className={cx(
        "relative flex h-9 items-center gap-2.5 rounded-control px-3.25 font-medium transition-colors duration-120 ease-ui pointer-coarse:h-11 lg:px-2.5",
        here
          ? "bg-surface font-semibold text-accent-text shadow-[0_0_0_1px_var(--border)]"
          : "text-ink-2 hover:bg-line/55 hover:text-ink",
      )}
    >
      <Icon size={16} strokeWidth={1.75} className="shrink-0" aria-hidden />
      <span className="max-lg:sr-only">{label}</span>
      <Going />
      {badge ? (
        <Count
          tone={badge.tone}
          className="ms-auto max-lg:-end-0.5 max-lg:-top-0.5 max-lg:absolute max-lg:min-w-4.25 max-lg:px-0.75 max-lg:text-11 max-lg:leading-4"
        >
          <span aria-hidden>{badge.text}</span>
          <span className="sr-only">{badge.spoken}</span>
        </Count>
      ) : null}
    </Link>
  );
}

function Going() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span className="animate-late text-muted max-lg:hidden">
      <Spinner size={13} />
    </span>
  ) : null;
}
