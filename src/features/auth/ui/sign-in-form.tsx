"use client";
import { ArrowLeft, CircleAlert, Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { type SignInResult, signIn } from "#trpc/sign-in.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { PasswordInput } from "./password-input.tsx";

type Refusal = Exclude<SignInResult, { ok: true }>;
type Missing = { username?: boolean; password?: boolean };

export function SignInForm({ next, why }: { next: string; why: "ended" | "out" | null }) {
  const t = useTranslations("login");
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState<Missing>({});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const usernameBox = useRef<HTMLInputElement>(null);
  const passwordBox = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const lacks: Missing = { username: username.trim() === "", password: password === "" };
    setMissing(lacks);
    setRefusal(null);
    if (lacks.username) return usernameBox.current?.focus();
    if (lacks.password) return passwordBox.current?.focus();
    setBusy(true);
    const result = await signIn(username.trim(), password);
    // A whole load rather than a route change: language, theme and every cached answer begin anew with the session.
    if (result.ok) return window.location.assign(next);
    setBusy(false);
    setRefusal(result);
    if (result.why === "refused") passwordBox.current?.select();
  };

  return (
    <form onSubmit={submit} noValidate className="grid grid-cols-[minmax(0,1fr)] gap-4.5">
      {refusal ? (
        <Notice tone="bad">{refusal.why === "wait" ? t("wait", { seconds: refusal.seconds }) : t(refusal.why)}</Notice>
      ) : null}
      {why && !refusal ? <Notice tone="note">{t(why === "ended" ? "ended" : "signed_out")}</Notice> : null}
      <Field label={t("username")} error={missing.username ? t("need_username") : null}>
        {(slots) => (
          <Input
            {...slots}
            ref={usernameBox}
            size="lg"
            dir="ltr"
            className="text-start rtl:text-end"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            maxLength={64}
            autoFocus
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("password")} error={missing.password ? t("need_password") : null}>
        {(slots) => <PasswordInput {...slots} ref={passwordBox} value={password} onChange={setPassword} />}
      </Field>
      <Button type="submit" tone="primary" size="lg" busy={busy} className="mt-1 w-full">
        {busy ? t("busy") : t("submit")}
        {busy ? null : <ArrowLeft size={16} strokeWidth={1.75} className="ltr:-scale-x-100" aria-hidden />}
      </Button>
    </form>
  );
}

function Notice({ tone, children }: { tone: "bad" | "note"; children: string }) {
  const Icon = tone === "bad" ? CircleAlert : Info;
  return (
    <p
      role="alert"
      className={`flex animate-rise items-start gap-2 rounded-control px-3 py-2.5 text-13 ${tone === "bad" ? "bg-rejected-soft text-rejected" : "bg-open-soft text-open"}`}
    >
      <Icon size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
      <span>{children}</span>
    </p>
  );
}
