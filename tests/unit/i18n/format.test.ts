import { describe, expect, it } from "vitest";
import { createFormat } from "#i18n/format.ts";

const ar = createFormat({ locale: "ar", time_zone: "Asia/Riyadh", digits: "latn" });
const indic = createFormat({ locale: "ar", time_zone: "Asia/Riyadh", digits: "arab" });
const en = createFormat({ locale: "en", time_zone: "Asia/Dubai", digits: "latn" });
const at = "2026-11-24T14:30:00.000Z";

describe("the one formatter", () => {
  it("writes amounts from their decimal text, without a float on the way", () => {
    expect(ar.money("1690000.00", "SAR")).toBe("1,690,000 ر.س");
    expect(en.money("1690000.50", "AED")).toBe("AED 1,690,000.50");
    expect(ar.money("90071992547409931.25", "SAR")).toBe("90,071,992,547,409,931.25 ر.س");
    expect(ar.money("5.125", "KWD")).toBe("5.125 د.ك");
    expect(indic.money("1690000", "SAR")).toBe("١٬٦٩٠٬٠٠٠ ر.س");
  });

  it("writes dates and times on the company's clock, in its own words", () => {
    expect(ar.dayTime(at, { year: true })).toBe("الثلاثاء 24 نوفمبر 2026، 5:30 م");
    expect(en.dayTime(at, { year: true })).toBe("Tue 24 Nov 2026, 6:30 PM");
    expect(indic.time(at)).toBe("٥:٣٠ م");
  });

  it("knows the Umm al-Qura day", () => {
    expect(ar.hijri("2026-11-22T10:00:00.000Z")).toBe("12 جمادى الآخرة 1448");
    expect(en.hijri("2026-11-22T10:00:00.000Z")).toBe("12 Jumada II 1448");
    // After midnight in Riyadh, still the day before in UTC.
    expect(ar.hijri("2026-11-22T21:30:00.000Z")).toBe("13 جمادى الآخرة 1448");
  });

  it("names midnight and noon", () => {
    expect([ar.hour(0), ar.hour(12), en.hour(0), en.hour(12)]).toEqual(["12 ص", "12 م", "12 AM", "12 PM"]);
  });

  it("begins a day where the zone does, on days that change the clock too", () => {
    const cairo = createFormat({ locale: "ar", time_zone: "Africa/Cairo", digits: "latn" });
    expect(new Date(ar.startOfDay(at)).toISOString()).toBe("2026-11-23T21:00:00.000Z");
    expect(new Date(ar.startOfDay(at, 1)).toISOString()).toBe("2026-11-24T21:00:00.000Z");
    expect(new Date(cairo.startOfDay("2026-10-30T10:00:00.000Z")).toISOString()).toBe("2026-10-29T22:00:00.000Z");
  });

  it("keeps phones in Latin digits and in their country's groups", () => {
    expect(
      ["+966500004187", "+971505550123", "+201000007731", "+919830001559", "+15550102030", "+442071838750"].map(
        indic.phone,
      ),
    ).toEqual([
      "+966 50 000 4187",
      "+971 50 555 0123",
      "+20 100 000 7731",
      "+91 98300 01559",
      "+1 555 010 2030",
      "+44 2071 838750",
    ]);
  });

  it("signs changes with a true minus, and zero with nothing", () => {
    expect([ar.signed(5), ar.signed(-0.3, 1), ar.signed(0.01, 1)]).toEqual(["+5", "−0.3", "0"]);
    expect([ar.percent(0.062, 1), indic.percent(0.062, 1)]).toEqual(["6.2%", "٦٫٢٪"]);
    expect([ar.duration(252), ar.duration(3723)]).toEqual(["04:12", "1:02:03"]);
  });

  it("writes what a machine took and cost with units of the language, small sums to parts of a cent", () => {
    expect([ar.seconds(17), ar.seconds(1340), en.seconds(320), indic.seconds(2000)]).toEqual([
      "0.02 ث",
      "1.3 ث",
      "0.32 s",
      "٢ ث",
    ]);
    expect([ar.usd(170), en.usd(170), ar.usd(1_250_400)]).toEqual(["0.00017 دولار", "0.00017 USD", "1.25 دولار"]);
  });
});
