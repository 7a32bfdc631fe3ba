import type { WaveSurferOptions } from "wavesurfer.js";

const lane_height = 26;

/** The two lanes of a recording, the company's machine above and the customer below: what was heard full, the rest pale.
 *  A canvas knows no custom properties, so the colours are read as the page has them now. */
export function lanes(): NonNullable<WaveSurferOptions["splitChannels"]> {
  return ["var(--agent)", "var(--text-2)"].map((ink) => ({
    height: lane_height,
    waveColor: resolved(`color-mix(in oklab, ${ink} 34%, transparent)`),
    progressColor: resolved(ink),
  }));
}

export const resolvedAccent = () => resolved("var(--accent)");

function resolved(color: string): string {
  const probe = document.createElement("span");
  probe.style.color = color;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

/** Tells when the theme changes, by choice or by the system. Answers how to stop listening. */
export function onThemeChange(act: () => void): () => void {
  const chosen = new MutationObserver(act);
  chosen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", act);
  return () => {
    chosen.disconnect();
    system.removeEventListener("change", act);
  };
}
