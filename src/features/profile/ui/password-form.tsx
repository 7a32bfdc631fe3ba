"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { api } from "#trpc/api.ts";
import { useMe } from "#trpc/me.tsx";
import { useAct } from "#trpc/use-act.ts";
import { Block } from "#ui/block.tsx";
import { Button } from "#ui/button.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { required } from "#ui/form/checks.ts";
import { FormField } from "#ui/form/form-field.tsx";
import { FormProblem } from "#ui/form/form-problem.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";

const empty = { current_password: "", password: "", repeat: "" };

/** One's own password: the old one is asked, and the other sessions end. */
export function PasswordForm() {
  const t = useTranslations("profile");
  const { username } = useMe();
  const [shown, setShown] = useState(false);
  const change = useAct(api.profile.changePassword, {
    parts: ["profile"],
    done: ({ ended_sessions }) => t("password_done", { count: ended_sessions }),
    refused: () => "quiet",
  });
  const form = useForm(empty, {
    check: ({ current_password, password, repeat }) => ({
      current_password: required(current_password),
      password: required(password) ?? (password.length < 10 ? "password_short" : null),
      repeat: password === repeat ? null : "password_differs",
    }),
    send: ({ current_password, password }) => change.ask({ current_password, password }),
  });
  const submit = async (event: FormEvent) => {
    if (await form.submit(event)) form.reset(empty);
  };
  const wait = form.failure?.code === "TOO_MANY_REQUESTS" ? (form.failure.retry_after_seconds ?? 60) : null;
  const fields = [
    ["current_password", "password_current", "current-password"],
    ["password", "password_new", "new-password"],
    ["repeat", "password_repeat", "new-password"],
  ] as const;
  return (
    <Block title={t("password")}>
      <form
        {...form.props}
        onSubmit={(event) => void submit(event)}
        className="grid grid-cols-[minmax(0,1fr)] gap-4 border-line border-t px-4 py-4"
      >
        {wait === null ? (
          <FormProblem failure={form.failure} />
        ) : (
          <p role="alert" className="rounded-control bg-rejected-soft px-3 py-2.5 text-13 text-rejected">
            {t("password_wait", { minutes: Math.ceil(wait / 60) })}
          </p>
        )}
        {/* Password managers ask whose it is. */}
        <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
        {fields.map(([name, label, autoComplete]) => (
          <FormField
            key={name}
            form={form}
            name={name}
            label={t(label)}
            help={name === "password" ? t("password_new_help") : undefined}
            words={{
              password_short: t("password_short"),
              too_small: t("password_short"),
              password_differs: t("password_differs"),
              wrong_password: t("password_wrong"),
              same_password: t("password_same"),
            }}
          >
            {(slots, value, set) => (
              <Input
                {...slots}
                type={shown ? "text" : "password"}
                dir="ltr"
                className="text-start rtl:text-end"
                autoComplete={autoComplete}
                autoCapitalize="none"
                spellCheck={false}
                maxLength={200}
                value={value}
                onChange={(event) => set(event.target.value)}
              />
            )}
          </FormField>
        ))}
        <span className="flex items-center gap-2 text-13">
          <Checkbox label={t("password_show")} checked={shown} onChange={() => setShown(!shown)} />
          <span aria-hidden>{t("password_show")}</span>
        </span>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" tone="primary" busy={form.busy}>
            {t("password_submit")}
          </Button>
          <span className="text-12 text-muted">{t("password_ends")}</span>
        </div>
      </form>
    </Block>
  );
}
