import { inflateSync } from "node:zlib";

/** The words of each page of a PDF that Chromium printed, in the order they were painted (of an Arabic line the last one first).
 *  Arabic comes as one run a word, its letters from the last to the first, each with the text it stands for; Latin letters and
 *  digits by the font's own table. */
export function pdfWords(file: Buffer): string[][] {
  const objects = new Map(
    [...file.toString("latin1").matchAll(/(\d+) 0 obj\n(.*?)endobj/gs)].map(([, id, body]) => [Number(id), body ?? ""]),
  );
  const body = (id: string | undefined) => objects.get(Number(id)) ?? "";
  const fontTable = (id: string | undefined) => tableOf(streamOf(body(/\/ToUnicode (\d+)/.exec(body(id))?.[1])));
  return [...objects.values()]
    .filter((text) => /\/Type \/Page\s/.test(text))
    .map((page) => {
      const fonts = new Map(
        [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name ?? "", fontTable(id)] as const),
      );
      return wordsOf(streamOf(body(/\/Contents (\d+)/.exec(page)?.[1])), fonts);
    });
}

function streamOf(body: string): string {
  const found = /stream\r?\n(.*)\r?\nendstream/s.exec(body)?.[1];
  if (found === undefined) return "";
  return body.includes("/FlateDecode") ? inflateSync(Buffer.from(found, "latin1")).toString("latin1") : found;
}

/** Glyph -> text, out of a font's ToUnicode table. */
function tableOf(cmap: string): ReadonlyMap<number, string> {
  const table = new Map<number, string>();
  for (const [, section] of cmap.matchAll(/beginbfchar\n(.*?)endbfchar/gs)) {
    for (const [, glyph, text] of (section ?? "").matchAll(/<(\w+)> <(\w+)>/g)) {
      table.set(Number.parseInt(glyph ?? "", 16), utf16(text ?? ""));
    }
  }
  for (const [, section] of cmap.matchAll(/beginbfrange\n(.*?)endbfrange/gs)) {
    for (const [, first, last, text] of (section ?? "").matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const start = Number.parseInt(first ?? "", 16);
      for (let glyph = start; glyph <= Number.parseInt(last ?? "", 16); glyph += 1) {
        table.set(glyph, String.fromCodePoint(Number.parseInt(text ?? "", 16) + glyph - start));
      }
    }
  }
  return table;
}

const token =
  /(?<reversed>\/ReversedChars BMC)|\/Span<<\/ActualText <FEFF(?<span>\w*)> >> BDC|(?<end>EMC)|\/(?<font>F\d+) [\d.]+ Tf|<(?<glyphs>\w+)> Tj|(?<done>\bET\b)/g;

function wordsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string[] {
  const open: ("reversed" | "span")[] = [];
  const runs: string[] = [];
  let run: string[] = [];
  let font: ReadonlyMap<number, string> | undefined;
  const flush = (isReversed: boolean) => {
    runs.push((isReversed ? run.toReversed() : run).join(""));
    run = [];
  };
  for (const { groups = {} } of content.matchAll(token)) {
    if (groups.reversed) {
      flush(false);
      open.push("reversed");
    } else if (groups.span !== undefined) {
      run.push(utf16(groups.span));
      open.push("span");
    } else if (groups.end) {
      if (open.pop() === "reversed") flush(true);
    } else if (groups.font) font = fonts.get(groups.font);
    else if (groups.done) flush(false);
    else if (groups.glyphs && open.at(-1) !== "span") {
      for (const [glyph] of groups.glyphs.matchAll(/\w{4}/g)) run.push(font?.get(Number.parseInt(glyph, 16)) ?? "");
    }
  }
  return runs.flatMap((text) => text.split(/\s+/)).filter((word) => word !== "");
}

const utf16 = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
