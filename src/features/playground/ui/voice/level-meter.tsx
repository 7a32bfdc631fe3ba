"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

const bars = Array.from({ length: 56 }, (_, at) => ({ key: `bar-${at}`, at }));
const rest_px = 3;
const tallest_px = { agent: 40, customer: 22 };

type Levels = { customer: Uint8Array; agent: Uint8Array };
type Props = {
  /** What is heard now, a value a band; null when nothing is. */
  levels: () => Levels | null;
  isOn: boolean;
  /** The browser speaks by itself, and nobody can measure that. */
  isSpeaking: boolean;
};

/** Both voices as bars, the machine above and the customer below, as in a recording. They move only while there is sound, and
 *  stand still for who asked for less motion. */
export function LevelMeter({ levels, isOn, isSpeaking }: Props) {
  const t = useTranslations("playground");
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef({ levels, isSpeaking });
  useEffect(() => {
    latest.current = { levels, isSpeaking };
  });
  useEffect(() => {
    const node = box.current;
    if (!node || !isOn || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const [agent, customer] = ["agent", "customer"].map((side) =>
      Array.from(node.querySelectorAll<HTMLElement>(`[data-side=${side}] > i`)),
    );
    let frame = 0;
    const draw = (now: number) => {
      const { levels, isSpeaking } = latest.current;
      const heard = levels();
      const silent = !heard || heard.agent.every((value) => value === 0);
      raise(agent, tallest_px.agent, silent ? (at) => (isSpeaking ? breath(at, now) : 0) : shareOf(heard.agent));
      raise(customer, tallest_px.customer, heard ? shareOf(heard.customer) : () => 0);
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => {
      cancelAnimationFrame(frame);
      raise(agent, tallest_px.agent, () => 0);
      raise(customer, tallest_px.customer, () => 0);
    };
  }, [isOn]);
  return (
    <div ref={box} dir="ltr" role="img" aria-label={t("levels")} className="grid gap-1.5">
      <Lane side="agent" className="h-10 text-agent" />
      <Lane side="customer" className="h-5.5 text-ink-2" />
    </div>
  );
}

function Lane({ side, className }: { side: keyof Levels; className: string }) {
  return (
    <div data-side={side} aria-hidden className={`flex items-center justify-between ${className}`}>
      {bars.map(({ key, at }) => (
        <i
          key={key}
          className={`w-[3px] rounded-[3px] bg-current ${at % 2 ? "max-md:hidden" : ""}`}
          style={{ blockSize: rest_px }}
        />
      ))}
    </div>
  );
}

/** Loudest in the middle: the bands run outwards from there to both ends. */
function bandOf(values: Uint8Array, at: number): number {
  if (values.length === 0) return 0;
  const middle = (bars.length - 1) / 2;
  const reach = Math.abs(at - middle) / middle;
  const band = Math.floor(reach * (values.length - 1) * 0.7);
  return ((values[band] ?? 0) / 255) * (1 - reach * 0.35);
}

/** How high each bar stands: by its band, and a little by how loud it is in all, or a plain tone would move one bar alone. */
function shareOf(values: Uint8Array): (at: number) => number {
  const loudest = values.reduce((most, value) => Math.max(most, value), 0) / 255;
  const middle = (bars.length - 1) / 2;
  return (at) => {
    const reach = Math.abs(at - middle) / middle;
    const swell = (0.2 + 0.4 * Math.abs(Math.sin(at * 1.7))) * (1 - reach) ** 1.5;
    return Math.max(bandOf(values, at), loudest * swell);
  };
}

function breath(at: number, now: number): number {
  const reach = Math.abs(at - bars.length / 2) / (bars.length / 2);
  return (
    (0.25 + 0.35 * Math.abs(Math.sin(at * 0.9 + now / 190)) + 0.2 * Math.sin(at * 0.37 + now / 330)) * (1 - reach * 0.8)
  );
}

function raise(lane: readonly HTMLElement[] | undefined, tallest: number, share: (at: number) => number): void {
  lane?.forEach((bar, at) => {
    bar.style.blockSize = `${Math.max(rest_px, Math.round(share(at) * tallest))}px`;
  });
}
