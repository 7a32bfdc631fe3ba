import { Column, getTableName, is, type Query, SQL, Subquery } from "drizzle-orm";
import type { PgPreparedQuery, PreparedQueryConfig, SelectedFieldsOrdered } from "drizzle-orm/pg-core";
import { PostgresJsSession } from "drizzle-orm/postgres-js";
import type postgres from "postgres";

type Nothing = Record<string, never>;
type Metadata = Parameters<PostgresJsSession<postgres.Sql, Nothing, Nothing>["prepareQuery"]>[5];
type CacheConfig = Parameters<PostgresJsSession<postgres.Sql, Nothing, Nothing>["prepareQuery"]>[6];
type Decode = (value: unknown) => unknown;

interface Cell {
  path: readonly string[];
  /** The first two steps of the path, which is all that most have. */
  key: string;
  inner: string | null;
  decode: Decode | null;
  /** The table of a column that stands in a group ("customer.name"); null for expressions. */
  table: string | null;
}

/** drizzle's own session, but for how rows become objects: it decides once a statement, not once a cell, how each value is
 *  decoded and which joined groups may be null (a third of a list's time went there). The result is the same. */
export class RowSession extends PostgresJsSession<postgres.Sql, Nothing, Nothing> {
  override prepareQuery<T extends PreparedQueryConfig = PreparedQueryConfig>(
    query: Query,
    fields: SelectedFieldsOrdered | undefined,
    name: string | undefined,
    isResponseInArrayMode: boolean,
    customResultMapper?: (rows: unknown[][]) => T["execute"],
    metadata?: Metadata,
    cacheConfig?: CacheConfig,
  ): PgPreparedQuery<T> {
    let map: ((rows: unknown[][]) => T["execute"]) | undefined;
    const mapper = (rows: unknown[][]): T["execute"] => {
      // Known only after the select has prepared itself.
      map ??= rowMapper(fields ?? [], Reflect.get(prepared, "joinsNotNullableMap"));
      return map(rows);
    };
    const prepared = super.prepareQuery<T>(
      query,
      fields,
      name,
      isResponseInArrayMode,
      customResultMapper ?? (fields && mapper),
      metadata,
      cacheConfig,
    );
    return prepared;
  }
}

/** Written for speed, not for looks: it runs once a cell of every list. */
function rowMapper(fields: SelectedFieldsOrdered, isJoinNotNull: Record<string, boolean> | undefined) {
  const cells = fields.map(({ path, field }): Cell => {
    const isGrouped = path.length === 2 && is(field, Column);
    const [key = "", inner = null] = path;
    return { key, inner, path, decode: decoderOf(field), table: isGrouped ? getTableName(field.table) : null };
  });
  const nullable = isJoinNotNull ? nullableGroups(cells, isJoinNotNull) : [];
  return (rows: unknown[][]) => rows.map((row) => toObject(row, cells, nullable));
}

function toObject(row: unknown[], cells: readonly Cell[], nullable: readonly string[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const groups: Record<string, Record<string, unknown>> = {};
  let at = 0;
  for (const { key, inner, path, decode } of cells) {
    const raw = row[at++];
    const value = raw === null || decode === null ? raw : decode(raw);
    if (inner === null) {
      result[key] = value;
      continue;
    }
    let group = groups[key];
    if (group === undefined) {
      group = {};
      groups[key] = group;
      result[key] = group;
    }
    if (path.length === 2) group[inner] = value;
    else put(group, path.slice(1), value);
  }
  for (const key of nullable) {
    if (isAllNull(groups[key])) result[key] = null;
  }
  return result;
}

function isAllNull(group: Record<string, unknown> | undefined): boolean {
  for (const key in group) if (group[key] !== null) return false;
  return true;
}

/** Groups of a left join whose columns are of one table only: all null means that nothing was joined. */
function nullableGroups(cells: readonly Cell[], isJoinNotNull: Record<string, boolean>): string[] {
  const tables = new Map<string, Set<string | null>>();
  for (const { path, table } of cells) {
    const [group, field] = path;
    if (group !== undefined && field !== undefined) tables.set(group, (tables.get(group) ?? new Set()).add(table));
  }
  return [...tables].flatMap(([group, [table, ...others]]) =>
    typeof table === "string" && others.length === 0 && !isJoinNotNull[table] ? [group] : [],
  );
}

function put(result: Record<string, unknown>, path: readonly string[], value: unknown) {
  const [key, inner, ...deeper] = path;
  if (key === undefined) return;
  if (inner === undefined) {
    result[key] = value;
    return;
  }
  const group: Record<string, unknown> = Object(result[key]);
  result[key] = group;
  put(group, [inner, ...deeper], value);
}

const plain: Decode = Column.prototype.mapFromDriverValue;

function decoderOf(field: SelectedFieldsOrdered[number]["field"]): Decode | null {
  if (is(field, Column)) return field.mapFromDriverValue === plain ? null : (value) => field.mapFromDriverValue(value);
  const decoder: { mapFromDriverValue: Decode } = Reflect.get(is(field, SQL) ? field : expressionOf(field), "decoder");
  return (value) => decoder.mapFromDriverValue(value);
}

const expressionOf = (field: object): object => (is(field, Subquery) ? field._.sql : Reflect.get(field, "sql"));
