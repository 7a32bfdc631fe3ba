/** Lets cards be dragged from column to column with a mouse or a pen, Escape puts back. Cards carry `data-card`, columns
 *  `data-column`. Touch scrolls the board; there, and by keyboard, the menu of the card does the same. Answers how to stop. */
export function dragCards(
  board: HTMLElement,
  on: { over: (column: string | null) => void; drop: (card: string, column: string) => void },
): () => void {
  let end: (() => void) | null = null;

  const grab = (event: PointerEvent) => {
    if (event.pointerType === "touch" || event.button !== 0 || !(event.target instanceof Element)) return;
    const card = event.target.closest<HTMLElement>("[data-card]");
    if (!card || event.target.closest("button, [role=menu]")) return;
    end?.();
    end = follow(board, card, event, on);
  };
  // The card is a link, which the browser would drag by itself.
  const still = (event: DragEvent) => event.preventDefault();
  board.addEventListener("pointerdown", grab);
  board.addEventListener("dragstart", still);
  return () => {
    board.removeEventListener("pointerdown", grab);
    board.removeEventListener("dragstart", still);
    end?.();
  };
}

/** A hand that trembles is no drag. */
const threshold = 6;
const edge = 56;

function follow(board: HTMLElement, card: HTMLElement, start: PointerEvent, on: Parameters<typeof dragCards>[1]) {
  const box = card.getBoundingClientRect();
  const listening = new AbortController();
  const { signal } = listening;
  let ghost: HTMLElement | null = null;
  let column: string | null = null;
  let at = { x: start.clientX, y: start.clientY };
  let frame = 0;

  const lift = () => {
    ghost = card.cloneNode(true) as HTMLElement;
    ghost.removeAttribute("data-card");
    ghost.inert = true;
    ghost.classList.add("pointer-events-none", "z-50", "rotate-1", "shadow-raised");
    ghost.style.position = "fixed";
    // Placed by the pointer, whose measure begins at the window's corner in every direction of writing.
    ghost.style.inset = "0 auto auto 0";
    ghost.style.inlineSize = `${box.width}px`;
    ghost.style.blockSize = `${box.height}px`;
    document.body.append(ghost);
    card.dataset.lifted = "";
    document.documentElement.style.cursor = "grabbing";
    getSelection()?.removeAllRanges();
    frame = requestAnimationFrame(scroll);
  };
  const aim = () => {
    if (!ghost) return;
    ghost.style.translate = `${box.x + at.x - start.clientX}px ${box.y + at.y - start.clientY}px`;
    const under = document.elementFromPoint(at.x, at.y)?.closest<HTMLElement>("[data-column]")?.dataset.column ?? null;
    if (under === column) return;
    column = under;
    on.over(under);
  };
  /** Near an edge of the board it moves on by itself. */
  const scroll = () => {
    const { x, width } = board.getBoundingClientRect();
    const by = at.x < x + edge ? -10 : at.x > x + width - edge ? 10 : 0;
    if (by) {
      board.scrollBy({ left: by });
      aim();
    }
    frame = requestAnimationFrame(scroll);
  };
  const finish = (dropped: boolean) => {
    listening.abort();
    cancelAnimationFrame(frame);
    ghost?.remove();
    delete card.dataset.lifted;
    document.documentElement.style.cursor = "";
    on.over(null);
    const id = card.dataset.card;
    if (dropped && ghost && id && column) on.drop(id, column);
  };

  addEventListener(
    "pointermove",
    (event) => {
      at = { x: event.clientX, y: event.clientY };
      if (!ghost && Math.hypot(at.x - start.clientX, at.y - start.clientY) >= threshold) lift();
      aim();
    },
    { signal },
  );
  addEventListener(
    "pointerup",
    () => {
      // Letting go over a link would open it.
      if (ghost) addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", swallow, { capture: true }));
      finish(true);
    },
    { signal },
  );
  addEventListener("pointercancel", () => finish(false), { signal });
  addEventListener("keydown", (event) => event.key === "Escape" && finish(false), { signal, capture: true });
  return () => finish(false);
}

const swallow = (event: MouseEvent) => {
  event.preventDefault();
  event.stopPropagation();
};
