import { findChildren } from '../../../xml';

/** Writes another number of its claim into the first line of an earlier comment of ours; all other words stay. */
export function renumberHeading(comment: Element, number: number): void {
  const [line] = findChildren(comment, 'p');
  const texts = Array.from(line?.querySelectorAll('t') ?? []);
  const heading = texts.map(({ textContent }) => textContent ?? '').join('');
  const found = / · claim (\d+)/.exec(heading);
  if (!found) return;
  const end = found.index + found[0].length;
  const start = end - (found[1]?.length ?? 0);
  let offset = 0;
  for (const text of texts) {
    const content = text.textContent ?? '';
    const [from, to] = [start - offset, end - offset];
    offset += content.length;
    if (to <= 0 || from >= content.length) continue;
    text.textContent =
      content.slice(0, Math.max(0, from)) + (from >= 0 ? String(number) : '') + content.slice(to);
  }
}
