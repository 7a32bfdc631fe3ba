type Part = { key: string; share: number; color: string };

/** Parts of a whole on one line; `label` says it in words. Shares are 0 to 1. */
export function Progress({ parts, label }: { parts: readonly Part[]; label: string }) {
  return (
    <span role="img" aria-label={label} className="flex h-2 gap-px overflow-hidden rounded-[4px] bg-paused-soft">
      {parts.map(({ key, share, color }) => (
        <i
          key={key}
          className="block transition-[inline-size] duration-260 ease-ui"
          style={{ inlineSize: `${Math.min(1, Math.max(0, share)) * 100}%`, background: color }}
        />
      ))}
    </span>
  );
}
