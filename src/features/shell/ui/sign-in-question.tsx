"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useMe } from "#trpc/me.tsx";
import { signIn } from "#trpc/sign-in.ts";
import { tellSignedOut } from "#trpc/signed-out.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { required } from "#ui/form/checks.ts";
import { FormField } from "#ui/form/form-field.tsx";
import { useForm } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";
import { Ltr } from "#ui/ltr.tsx";

/** Asks for the password over the page; what was typed below stays. */
export function SignInQuestion() {
  const t = useTranslations("shell");
  const { username } = useMe();
  const queries = useQueryClient();
  const box = useRef<HTMLInputElement>(null);
  const form = useForm(
    { password: "" },
    {
      check: ({ password }) => ({ password: required(password) }),
      send: async ({ password }) => {
        const result = await signIn(username, password);
        if (!result.ok) throw new SignInRefused(result.why);
        tellSignedOut(false);
        await queries.invalidateQueries();
      },
    },
  );
  return (
    <Dialog
      open
      // The page below is of no use without a session: Escape does not hide the question.
      onOpenChange={() => undefined}
      first={box}
      title={t("again_title")}
      description={t.rich("again_body", { username, bdi: (chunks) => <Ltr>{chunks}</Ltr> })}
      actions={
        <>
          <LinkButton href="/login" prefetch={false}>
            {t("again_other")}
          </LinkButton>
          <Button tone="primary" type="submit" form={form.id} busy={form.busy}>
            {t("again_submit")}
          </Button>
        </>
      }
    >
      <form {...form.props} className="grid gap-3">
        {form.failure ? (
          <p role="alert" className="text-13 text-rejected">
            {t("again_refused")}
          </p>
        ) : null}
        <FormField form={form} name="password" label={t("again_password")}>
          {(slots, value, set) => (
            <Input
              {...slots}
              ref={box}
              type="password"
              dir="ltr"
              autoComplete="current-password"
              value={value}
              onChange={(event) => set(event.target.value)}
            />
          )}
        </FormField>
      </form>
    </Dialog>
  );
}

class SignInRefused extends Error {}
