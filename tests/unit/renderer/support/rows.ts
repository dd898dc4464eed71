/** Waits until what a frame brings, and what the browser measures after it, is on the page. */
export async function settled(): Promise<void> {
  for (let frame = 0; frame < 4; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Pairs of rows of a list that lie on each other, each as the words of both. */
export function overlapping(list: Element | null): string[] {
  const rows = Array.from(list?.querySelectorAll('li') ?? [], (row) => ({
    words: row.textContent?.slice(0, 40),
    box: row.getBoundingClientRect(),
  })).sort((a, b) => a.box.top - b.box.top);
  return rows.flatMap(({ words, box }, at) => {
    const next = rows[at + 1];
    return next && next.box.top < box.bottom - 0.5 ? [`${words} | ${next.words}`] : [];
  });
}

/** Gaps of more than a pixel between rows that follow each other in the list. */
export function gaps(list: Element | null): string[] {
  const rows = Array.from(list?.querySelectorAll('li') ?? []).sort((a, b) => place(a) - place(b));
  return rows.flatMap((row, at) => {
    const next = rows[at + 1];
    const apart = next && next.getBoundingClientRect().top - row.getBoundingClientRect().bottom;
    return next && place(next) === place(row) + 1 && apart !== undefined && apart > 1
      ? [`${row.textContent?.slice(0, 40)} | ${apart}`]
      : [];
  });
}

function place(row: Element): number {
  return Number(row.getAttribute('aria-posinset'));
}
