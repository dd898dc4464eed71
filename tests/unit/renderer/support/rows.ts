/** Waits for a few frames, until everything is rendered and measured. */
export async function waitForLayout(): Promise<void> {
  for (let frame = 0; frame < 4; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** The rows of a list, and of one in which several can be selected. */
const rowSelector = 'li, [role="row"]';

/** The pairs of overlapping rows of a list, described by their texts. */
export function findOverlaps(list: Element | null): string[] {
  const rows = Array.from(list?.querySelectorAll(rowSelector) ?? [], (row) => ({
    words: row.textContent?.slice(0, 40),
    box: row.getBoundingClientRect(),
  })).sort((a, b) => a.box.top - b.box.top);
  return rows.flatMap(({ words, box }, at) => {
    const next = rows[at + 1];
    return next && next.box.top < box.bottom - 0.5 ? [`${words} | ${next.words}`] : [];
  });
}

/** The gaps of more than a pixel between consecutive rows of a list. */
export function findGaps(list: Element | null): string[] {
  const rows = Array.from(list?.querySelectorAll(rowSelector) ?? []).sort(
    (a, b) => getPosition(a) - getPosition(b),
  );
  return rows.flatMap((row, at) => {
    const next = rows[at + 1];
    const apart = next && next.getBoundingClientRect().top - row.getBoundingClientRect().bottom;
    return next && getPosition(next) === getPosition(row) + 1 && apart !== undefined && apart > 1
      ? [`${row.textContent?.slice(0, 40)} | ${apart}`]
      : [];
  });
}

function getPosition(row: Element): number {
  return Number(row.getAttribute('aria-posinset') ?? row.getAttribute('aria-rowindex'));
}
