"use client";
import { CalendarX2, Check, Search, X } from "lucide-react";
import { useLocale } from "next-intl";
import { type ReactNode, useState } from "react";
import { MachineMark, PersonMark } from "#ui/avatar.tsx";
import { Block } from "#ui/block.tsx";
import { Button } from "#ui/button.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { StatusChip, type StatusName } from "#ui/chip.tsx";
import { Count } from "#ui/count.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Empty } from "#ui/empty.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Field } from "#ui/field.tsx";
import { TimeField } from "#ui/form/time-field.tsx";
import { Funnel } from "#ui/funnel.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Input, TextArea } from "#ui/input.tsx";
import { Kbd } from "#ui/kbd.tsx";
import { ListSkeleton } from "#ui/list/list-skeleton.tsx";
import { LiveMark } from "#ui/live-mark.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { Menu, MenuItem, MenuLine } from "#ui/menu.tsx";
import { PlanGlyph } from "#ui/plan-glyph.tsx";
import { Segment } from "#ui/segment.tsx";
import { Select } from "#ui/select.tsx";
import { Spark } from "#ui/spark.tsx";
import { Switch } from "#ui/switch.tsx";
import { notify } from "#ui/toast.tsx";
import { Wave } from "#ui/wave.tsx";

const tones = ["primary", "default", "ghost", "danger", "loss"] as const;
const statuses: readonly StatusName[] = [
  "pending",
  "approved",
  "rejected",
  "running",
  "open",
  "paused",
  "urgent",
  "draft",
];
const words = {
  ar: {
    name: "عبدالعزيز القحطاني",
    act: "اعتماد",
    cut: "فيلا دوبلكس في حي النرجس، شمال الرياض",
    all: "الكل",
    mine: "معايناتي",
    error: "هذا الحقل مطلوب",
    help: "يظهر في سجلّ العميل",
    title: "رفض المعاينة؟",
  },
  en: {
    name: "Layla Haddad",
    act: "Approve",
    cut: "Duplex villa in Al Narjis, north Riyadh",
    all: "All",
    mine: "Mine",
    error: "This field is needed",
    help: "Shown in the customer's history",
    title: "Reject the viewing?",
  },
};

export function Gallery() {
  const w = words[useLocale().startsWith("ar") ? "ar" : "en"];
  const [view, setView] = useState("all");
  const [on, setOn] = useState(true);
  const [time, setTime] = useState("17:30");
  const [open, setOpen] = useState(false);
  return (
    <div className="grid gap-4">
      <Part name="Button">
        {tones.map((tone) => (
          <Button key={tone} tone={tone} icon={tone === "primary" ? Check : X} onClick={() => notify.done(w.act)}>
            {w.act}
          </Button>
        ))}
        <Button busy>{w.act}</Button>
        <Button disabled>{w.act}</Button>
        <IconButton label={w.act} icon={Check} tone="default" size="md" keys="A" />
        <Kbd>Esc</Kbd>
      </Part>
      <Part name="Chip, Count, marks">
        {statuses.map((status) => (
          <StatusChip key={status} status={status}>
            {status}
          </StatusChip>
        ))}
        <Count tone="hot">6</Count>
        <Count tone="urgent">9</Count>
        <PersonMark name={w.name} />
        <PersonMark name={w.name} kind="staff" />
        <MachineMark kind="voice" />
        <MachineMark kind="chat" />
        {(["villa", "apartment", "townhouse", "plot", "office"] as const).map((kind) => (
          <PlanGlyph key={kind} kind={kind} />
        ))}
        <LiveMark state="live" word="live" />
        <LiveMark state="offline" word="offline" age="6:41" />
        <Wave seed={3} />
        <Spark values={[3, 5, 2, 8, 6, 9]} className="w-24" />
        <Ltr>+966 50 000 4187</Ltr>
      </Part>
      <Part name="Field, Input, Select, Segment, Switch, Checkbox">
        <div className="grid w-full gap-4">
          <Field label={w.name} help={w.help}>
            {(slots) => <Input {...slots} icon={Search} defaultValue={w.cut} />}
          </Field>
          <Field label={w.name} error={w.error}>
            {(slots) => <TextArea {...slots} />}
          </Field>
          <Field label="17:30">{(slots) => <TimeField {...slots} value={time} onChange={setTime} />}</Field>
          <div className="flex flex-wrap items-center gap-3">
            <Select
              label={w.all}
              value={view}
              onChange={setView}
              options={[
                { value: "all", label: w.all },
                { value: "mine", label: w.mine },
              ]}
            />
            <Segment
              label={w.all}
              value={view}
              onChange={setView}
              options={[
                { value: "all", label: w.all },
                { value: "mine", label: w.mine },
              ]}
            />
            <Switch label={w.all} checked={on} onChange={setOn} />
            <Checkbox label={w.all} checked={on} onChange={() => setOn(!on)} />
            <Checkbox label={w.mine} checked="indeterminate" onChange={() => undefined} />
            <Menu trigger={<Button>{w.all}</Button>}>
              <MenuItem icon={Check} onSelect={() => notify.news(w.act)}>
                {w.act}
              </MenuItem>
              <MenuLine />
              <MenuItem icon={X} tone="danger" onSelect={() => notify.failed(w.error)}>
                {w.title}
              </MenuItem>
            </Menu>
            <Button onClick={() => setOpen(true)}>{w.title}</Button>
          </div>
        </div>
      </Part>
      <Block title="Funnel">
        <Funnel
          steps={[
            { key: "a", label: w.all, value: 40, figure: "40", kept: null },
            { key: "b", label: w.mine, value: 12, figure: "12", kept: "30%" },
          ]}
        />
      </Block>
      <Block title="Empty">
        <Empty icon={CalendarX2} title={w.title} action={<Button>{w.act}</Button>}>
          {w.help}
        </Empty>
      </Block>
      <Block title="Error">
        <ErrorPanel request_id="0192b7a1" onRetry={() => undefined} />
      </Block>
      <Block title="Skeleton">
        <ListSkeleton />
      </Block>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={w.title}
        actions={
          <Button tone="loss" onClick={() => setOpen(false)}>
            {w.act}
          </Button>
        }
      >
        {w.help}
      </Dialog>
    </div>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Block title={<Ltr>{name}</Ltr>}>
      <div className="flex flex-wrap items-center gap-2.5 border-line border-t p-4">{children}</div>
    </Block>
  );
}
