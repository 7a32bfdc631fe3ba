import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Rule {
  name: string;
  pattern: RegExp;
  files: RegExp;
  /** Where it is right, and why. */
  except?: RegExp;
  /** What it forbids is written as a comment. */
  inComments?: true;
  planted: string;
}

const rules: Rule[] = [
  {
    name: "no statement is built from strings",
    // The app role may enter any company: injection is the one thing the fence cannot stop.
    pattern: /sql\.raw\(|\.unsafe\(/,
    files: /^(src|drizzle)\/.*\.tsx?$/,
    // connection.ts is what drizzle's own parametrised texts go through; columns.ts writes checks from literals of values.ts;
    // deploy runs files of sql/ as they are; literal-limit.ts writes a checked whole number.
    except: /^(src\/server\/(connection|literal-limit)\.ts|drizzle\/columns\.ts|src\/deploy\/)/,
    planted: "tx.execute(sql.raw(statement))",
  },
  {
    name: "the environment is read in one file",
    pattern: /process\.env/,
    files: /^(src|drizzle)\/.*\.tsx?$/,
    except: /^src\/env\.ts$/,
    planted: "const url = process.env.DATABASE_URL",
  },
  {
    name: "numbers and dates for people are written by the one formatter",
    pattern: /\.toLocale(String|DateString|TimeString)\(|\bnew Intl\.|\bIntl\.[A-Z]\w+\(/,
    files: /^src\/.*\.tsx?$/,
    // lib/time.ts computes days, it shows none; demo texts are data; the simulator speaks as a vendor does; the prompt is read by a model.
    except: /^src\/(i18n\/|lib\/time\.ts|demo\/|agents\/simulator\/dialogue\/|features\/playground\/prompt\.ts)/,
    planted: "price.toLocaleString()",
  },
  {
    name: "no side is left or right",
    pattern:
      /(?<![\w-])-?(ml|mr|pl|pr|left|right|rounded-(l|r|tl|tr|bl|br)|border-(l|r)|scroll-m(l|r)|scroll-p(l|r))-[\w[(]|(?<![\w-])text-(left|right)(?![\w-])|(margin|padding|border)-(left|right)\b|\b(margin|padding|border)(Left|Right)\b|(?<![\w-])(float|clear|text-align)\s*:\s*(left|right)/,
    files: /^src\/(app|ui|features)\/.*\.(tsx|css)$/,
    planted: '<div className="flex ml-4">',
  },
  {
    name: "nothing the server prints at length stands in a size container",
    // Chromium paints its inside without custom properties while the page is being parsed: theme.css, room-2xl.
    pattern: /@container\b|(?<![\w-])@(\d?x[sl]|sm|md|lg|max-\[|min-\[)[^"' ]*:/,
    files: /^src\/.*\.(tsx|ts|css)$/,
    // A few words each, the latter in a part that is loaded afterwards.
    except: /^src\/features\/bookings\/ui\/(booking-actions|calendar-event)\.tsx$/,
    planted: '<section className="@container flex">',
  },
  {
    name: "a theme changes colours alone",
    // So the browser tests look at the dark one with axe's rules about colours, and with all of them at the light one.
    pattern: /(?<![\w-])dark:(?!([\w-]+:)*(bg|text|border|outline|ring|fill|stroke|shadow|brightness)-)/,
    files: /^src\/.*\.(tsx|ts|css)$/,
    planted: '<div className="dark:hidden">',
  },
  {
    name: "no test waits for half a second of silence",
    // `settled` knows what is pending.
    pattern: /networkidle/,
    files: /^tests\/.*\.ts$/,
    except: /^tests\/architecture\//,
    planted: 'await page.waitForLoadState("networkidle");',
  },
  {
    name: "zod is imported whole, so that what is unused is left out of the bundle",
    pattern: /import \{[^}]*\} from "zod"/,
    files: /^(src|tests|drizzle)\/.*\.tsx?$/,
    except: /^tests\/architecture\//,
    planted: 'import { z } from "zod"',
  },
  {
    name: "no escape from the types",
    pattern: /\bas any\b|: any\b|<any>/,
    files: /^(src|drizzle|tests|bench)\/.*\.tsx?$/,
    except: /^tests\/architecture\//,
    planted: "const row = found as any",
  },
  {
    name: "no exception to a check",
    pattern: /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable/,
    files: /^(src|drizzle|tests|bench)\/.*\.(tsx?|css)$/,
    inComments: true,
    // The typed client proves that a wrong input is a compile error.
    except: /^tests\/(architecture|client)\//,
    planted: "  // biome-ignore lint/a11y: it may",
  },
  {
    name: "no notify in the database",
    pattern: /\bpg_notify\b|\bnotify\s+\w+\s*[,;]/i,
    files: /^(sql|migrations)\/.*\.sql$/,
    except: /^sql\/dba\//,
    planted: "perform pg_notify('changes', new.id::text);",
  },
];

const files = ["src", "drizzle", "tests", "sql", "migrations", "bench"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/")),
);

/** The lines, by number, that break a rule. Comment lines may name what it forbids, unless it is about them. */
function broken({ pattern, inComments }: Rule, text: string): [number, string][] {
  const isComment = (line: string) => /^\s*(\/\/|\*|\/\*|--)/.test(line);
  return text
    .split("\n")
    .map((line, at): [number, string] => [at + 1, line.trim()])
    .filter(([, line]) => (inComments || !isComment(line)) && pattern.test(line));
}

describe("rules of the source", () => {
  it.each(rules)("$name", (rule) => {
    const found = files
      .filter((file) => rule.files.test(file) && !rule.except?.test(file))
      .flatMap((file) =>
        broken(rule, readFileSync(path.join(root, file), "utf8")).map(([number, line]) => `${file}:${number} ${line}`),
      );
    expect(found).toEqual([]);
  });

  it.each(rules)("$name (a planted line is caught)", (rule) => {
    expect(broken(rule, `one\n${rule.planted}`)).toEqual([[2, rule.planted.trim()]]);
  });
});
