import type { ImportedBlock } from '../base/imported-blocks.ts';

/** The beginning of a list item or a note: a bullet, or a number that counts up. */
const bulletMarker = /^\s*([-*•–·◦▪])\s+(?=[\p{L}\p{N}\p{Sc}“„«"‘'(])/u;
const numberMarker = /^\s*(?:(\d{1,3})[.)]|\[(\d{1,3})\])\s+(?=\S)/u;

/** Dashes begin lines of dialogue as well. After a colon they are bullets. */
const dashes = new Set(['-', '–']);

const getBullet = (text: string): string | null => bulletMarker.exec(text)?.[1] ?? null;

function getNumber(text: string): number | null {
  const [, item, note] = numberMarker.exec(text) ?? [];
  return item === undefined && note === undefined ? null : Number(item ?? note);
}

/** Whether a line begins the item after another one: with the same bullet, or with the next number. */
function isNextItem(before: string, line: string): boolean {
  const bullet = getBullet(before);
  if (bullet !== null) return getBullet(line) === bullet;
  const number = getNumber(before);
  return number !== null && getNumber(line) === number + 1;
}

/** Splits a paragraph whose lines are items into the items, each with its further lines. */
export function splitItems(paragraph: string): string[] {
  const [first = '', ...others] = paragraph.split('\n');
  const items: string[] = [first];
  let begin = first;
  for (const line of others) {
    if (isNextItem(begin, line)) {
      items.push(line);
      begin = line;
    } else items.push(`${items.pop() ?? ''}\n${line}`);
  }
  return items;
}

/**
 * Reads two or more paragraphs in a row that begin with the same bullet as items of a list, without the bullet, as other formats
 * have them. Numbers stay in the text, as everywhere.
 */
export function readBullets(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const read: ImportedBlock[] = [];
  for (let index = 0; index < blocks.length; ) {
    const end = findListEnd(blocks, index);
    const isList = end - index > 1 && isBulletList(blocks, index);
    for (const block of blocks.slice(index, isList ? end : index + 1))
      read.push(isList ? { ...block, kind: 'listItem', text: block.text.replace(bulletMarker, '') } : block);
    index = isList ? end : index + 1;
  }
  return read;
}

/** The index after the last block of those that begin with the same bullet as the one at `start`. */
function findListEnd(blocks: readonly ImportedBlock[], start: number): number {
  const bullet = getBullet(blocks[start]?.text ?? '');
  if (bullet === null) return start;
  let end = start + 1;
  while (end < blocks.length && getBullet(blocks[end]?.text ?? '') === bullet) end += 1;
  return end;
}

function isBulletList(blocks: readonly ImportedBlock[], start: number): boolean {
  const bullet = getBullet(blocks[start]?.text ?? '');
  return bullet !== null && (!dashes.has(bullet) || /:\s*$/.test(blocks[start - 1]?.text ?? ''));
}
