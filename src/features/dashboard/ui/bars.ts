import type { Format } from "#i18n/format.ts";
import type { Outputs } from "#trpc/api.ts";
import type { Bar } from "#ui/stacked-bars.tsx";
import { behindBucket } from "./behind.ts";

const hour = 3_600_000;
const hours_ahead = 2;
/** Every so many bars one has a name; on narrow screens every second of those. */
const steps = { "24h": 3, "7d": 1, "30d": 4, "90d": 12 };

/** The buckets of a period as bars, on the company's clock. The running hour is followed by places for the next two. */
export function barsOf({ series, bucket, period }: Outputs["stats"]["calls"], format: Format): Bar[] {
  const step = steps[period];
  const bars = series.map((entry, at): Bar => {
    const fromEnd = series.length - 1 - at;
    const hours = format.hourOf(entry.at);
    const { all, voice, chat } = behindBucket({ bucket }, entry);
    const named = bucket === "hour" ? hours % step === 0 : fromEnd % step === 0;
    return {
      key: entry.at,
      tick: !named ? null : bucket === "hour" ? format.hour(hours) : dayTick(entry.at, period, format),
      minor: bucket === "hour" ? hours % (step * 2) !== 0 : (fromEnd / step) % 2 === 1,
      name: bucket === "hour" ? `${format.day(entry.at)} · ${format.time(entry.at)}` : format.day(entry.at),
      values: [entry.voice, entry.chat],
      href: all,
      hrefs: [voice, chat],
      now: bucket === "hour" && fromEnd === 0,
    };
  });
  const last = series[series.length - 1];
  if (bucket === "day" || !last) return bars;
  for (let step_ahead = 1; step_ahead <= hours_ahead; step_ahead++) {
    const at = Date.parse(last.at) + step_ahead * hour;
    const hours = format.hourOf(at);
    bars.push({
      key: `ahead-${step_ahead}`,
      tick: hours % step === 0 ? format.hour(hours) : null,
      minor: hours % (step * 2) !== 0,
      name: format.time(at),
      values: [],
      ahead: true,
    });
  }
  return bars;
}

function dayTick(at: string, period: "24h" | "7d" | "30d" | "90d", format: Format): string {
  return period === "7d" ? format.weekdayShort(at) : format.day(at, { weekday: false });
}
