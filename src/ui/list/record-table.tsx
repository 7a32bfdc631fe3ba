"use client";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, MouseEvent } from "react";
import { Checkbox } from "../checkbox.tsx";
import { CutText } from "../cut-text.tsx";
import { cx } from "../cx.ts";
import { Table, Td, Th } from "../table.tsx";
import { column_from, type RecordListProps, shown_from } from "./record.ts";
import { RecordLink } from "./record-link.tsx";

/** The rows as a table, from 768 px up. The whole row opens; ↑ and ↓ go from row to row. */
export function RecordTable<Row extends { id: string }>(props: RecordListProps<Row>) {
  const { label, rows, head, lead, leadWidth, columns, href, name, onOpen, open, fresh, selection } = props;
  const t = useTranslations("lists");

  return (
    <Table className="hidden table-fixed md:table" aria-label={label}>
      <colgroup>
        {selection ? <col className="w-13" /> : null}
        <col className={leadWidth} />
        {columns.map(({ id, width, from }) => (
          <col key={id} className={cx(from && column_from[from], width)} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {selection ? (
            <Th>
              <Checkbox
                label={t("select_all")}
                checked={selection.all ? true : selection.ids.size > 0 ? "indeterminate" : false}
                onChange={selection.toggleAll}
              />
            </Th>
          ) : null}
          <Th>{head}</Th>
          {columns.map(({ id, head: words, from, end }) => (
            <Th key={id} end={end ?? false} className={from ? shown_from[from] : ""}>
              {words}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={stepRows}>
        {rows.map((row) => {
          const { mark, title, under } = lead(row);
          return (
            <tr
              key={row.id}
              onClick={openRow}
              aria-selected={open === row.id || selection?.has(row.id) || undefined}
              className={cx(
                "group cursor-pointer transition-colors duration-120",
                open === row.id || selection?.has(row.id) ? "bg-selected" : "hover:bg-hover",
                fresh?.has(row.id) && "animate-flash",
              )}
            >
              {selection ? (
                <Td>
                  <Checkbox
                    label={t("select", { name: name(row) })}
                    checked={selection.has(row.id)}
                    onChange={(range) => selection.toggle(row.id, range)}
                  />
                </Td>
              ) : null}
              <Td>
                <span className="flex min-w-0 items-center gap-2.5">
                  {mark}
                  <span className="min-w-0">
                    <RecordLink
                      id={row.id}
                      href={href(row)}
                      onOpen={onOpen}
                      className="block rounded-[4px] font-semibold text-14"
                    >
                      <CutText>{title}</CutText>
                    </RecordLink>
                    {under ? <small className="block text-12 text-muted">{under}</small> : null}
                  </span>
                </span>
              </Td>
              {columns.map(({ id, cell, from, end }) => (
                <Td key={id} className={cx(from && shown_from[from], end && "text-end")}>
                  {cell(row)}
                </Td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** A press anywhere in a row is a press on its link, unless something of its own was meant. */
function openRow(event: MouseEvent<HTMLTableRowElement>) {
  // What a row opens over the page (a menu, a dialog) is told to it too, though it stands elsewhere.
  if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return;
  if (event.target.closest("a, button, input, label, [role=menuitem]")) return;
  if (window.getSelection()?.isCollapsed === false) return;
  const link = event.currentTarget.querySelector<HTMLElement>("[data-row]");
  if (event.metaKey || event.ctrlKey) window.open(link?.getAttribute("href") ?? "");
  else link?.click();
}

function stepRows(event: KeyboardEvent<HTMLTableSectionElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
  const next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}
