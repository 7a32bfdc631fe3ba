"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { Select } from "#ui/select.tsx";
import { notify } from "#ui/toast.tsx";
import { type Device, listDevices } from "./microphone.ts";
import type { CallControl } from "./use-call.ts";

/** Which microphone and, where a browser can choose, which speaker. */
export function DeviceDialog({ control, onClose }: { control: CallControl; onClose: () => void }) {
  const t = useTranslations("playground");
  const [found, setFound] = useState<{ inputs: Device[]; outputs: Device[] }>({ inputs: [], outputs: [] });
  useEffect(() => {
    const look = () => void listDevices().then(setFound);
    look();
    navigator.mediaDevices?.addEventListener("devicechange", look);
    return () => navigator.mediaDevices?.removeEventListener("devicechange", look);
  }, []);
  const options = (devices: readonly Device[]) => [
    { value: "", label: t("system_device") },
    ...devices
      .filter(({ id }) => id !== "default")
      .map(({ id, label }, at) => ({
        value: id,
        label: <bdi>{label || t("unnamed_device", { number: at + 1 })}</bdi>,
      })),
  ];
  const choose = (kind: "input" | "output") => (value: string) => {
    const id = value === "system" ? "" : value;
    control.choose(kind, id).catch(() => notify.failed(t("device_failed")));
  };
  const select = (kind: "input" | "output", label: string, devices: readonly Device[]) => (
    <Field label={label}>
      {(slots) => (
        <Select
          {...slots}
          label={label}
          value={control.devices[kind] || "system"}
          onChange={choose(kind)}
          options={options(devices).map((option) => ({ ...option, value: option.value || "system" }))}
          className="w-full"
        />
      )}
    </Field>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("devices")}
      description={t("devices_help")}
      actions={<Button onClick={onClose}>{t("done")}</Button>}
    >
      <div className="grid gap-4">
        {select("input", t("microphone"), found.inputs)}
        {found.outputs.length > 0 ? select("output", t("speaker"), found.outputs) : null}
      </div>
    </Dialog>
  );
}
