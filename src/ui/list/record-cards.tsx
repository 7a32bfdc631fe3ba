"use client";
import { useTranslations } from "next-intl";
import { Checkbox } from "../checkbox.tsx";
import { CutText } from "../cut-text.tsx";
import { cx } from "../cx.ts";
import type { RecordListProps } from "./record.ts";
import { RecordLink } from "./record-link.tsx";

/** The rows as cards, below 768 px: the whole card opens, its acts lie under the thumb. */
export function RecordCards<Row extends { id: string }>(props: RecordListProps<Row>) {
  const { label, rows, lead, columns, href, name, onOpen, fresh, selection, foot } = props;
  const t = useTranslations("lists");
  const ends = columns.filter((column) => column.card === "end");
  const lines = columns.filter((column) => column.card === "line");
  return (
    <ul aria-label={label} className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 pb-4 md:hidden">
      {rows.map((row) => {
        const { mark, title, under } = lead(row);
        const acts = foot?.(row);
        return (
          <li
            key={row.id}
            className={cx(
              "relative grid grid-cols-[minmax(0,1fr)] gap-3 rounded-[12px] border border-line p-3.5",
              selection?.has(row.id) ? "bg-selected" : "bg-surface",
              fresh?.has(row.id) && "animate-flash",
            )}
          >
            <div className="flex items-center gap-2.5">
              {selection ? (
                <span className="relative z-[1]">
                  <Checkbox
                    label={t("select", { name: name(row) })}
                    checked={selection.has(row.id)}
                    onChange={() => selection.toggle(row.id)}
                  />
                </span>
              ) : null}
              {mark}
              <span className="min-w-0 flex-1">
                <RecordLink
                  id={row.id}
                  href={href(row)}
                  onOpen={onOpen}
                  className="block font-semibold text-14 after:absolute after:inset-0 after:rounded-[12px]"
                >
                  <CutText>{title}</CutText>
                </RecordLink>
                {under ? <small className="block text-12 text-muted">{under}</small> : null}
              </span>
              {ends.map(({ id, cell }) => (
                <span key={id} className="shrink-0">
                  {cell(row)}
                </span>
              ))}
            </div>
            {lines.length > 0 ? (
              <div className="grid grid-cols-[minmax(0,1fr)] gap-2 text-13">
                {lines.map(({ id, cell }) => (
                  <div key={id} className="min-w-0">
                    {cell(row)}
                  </div>
                ))}
              </div>
            ) : null}
            {acts ? <div className="relative z-[1]">{acts}</div> : null}
          </li>
        );
      })}
    </ul>
  );
}
