/** Who and what is taken when: staff and properties, each with its half-open spans in milliseconds. */
export type Diary = ReturnType<typeof createDiary>;

export function createDiary() {
  const taken = new Map<string, (readonly [from: number, to: number])[]>();
  const isFree = (id: string, from: number, to: number) =>
    !taken.get(id)?.some(([start, end]) => from < end && start < to);

  return {
    areFree: (ids: readonly string[], from: number, to: number) => ids.every((id) => isFree(id, from, to)),
    take(ids: readonly string[], from: number, to: number): void {
      for (const id of ids) taken.set(id, [...(taken.get(id) ?? []), [from, to]]);
    },
  };
}
