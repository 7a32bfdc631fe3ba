import { expect, test } from "vitest";
import { toCsv } from "#lib/csv.ts";

test("a file is UTF-8 with its mark, CRLF after every row, quoted where RFC 4180 asks", () => {
  expect(
    toCsv([
      ["الاسم", "n"],
      ['قال "نعم", وذهب', 1.5],
      ["سطر\nثانٍ", null],
    ]),
  ).toBe('\uFEFFالاسم,n\r\n"قال ""نعم"", وذهب",1.5\r\n"سطر\nثانٍ",\r\n');
});

test("nothing that people typed becomes a formula", () => {
  const typed = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", '=cmd|"/c calc"!A1'];
  for (const text of typed) expect(toCsv([[text]]), text).toMatch(/^\uFEFF"?'/);
  expect(toCsv([["a=1", "1+1", "سعر-مميز"]])).toBe("\uFEFFa=1,1+1,سعر-مميز\r\n");
});

test("phones keep their plus and leading zeros, long numbers all their digits, and figures stay figures", () => {
  expect(toCsv([["+966500004187", "0500004187", "7200123456789", "42", -3]])).toBe(
    "\uFEFF'+966500004187,'0500004187,'7200123456789,42,-3\r\n",
  );
});
