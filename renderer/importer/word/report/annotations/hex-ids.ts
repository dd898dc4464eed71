import type { PackageParts } from '../../../zip/unpack-parts';

/** The largest value of the ids of paragraphs and comments; zero is none either ([MS-DOCX] 2.5.4.5, [MS-DOCX] 2.6.2.3). */
const largest = 0x7ffffffe;

/** Ids of eight hexadecimal digits that a file has, in upper case. */
type UsedIds = Set<string>;

/** Takes the wanted id, or the next one that is free, and notes it as used. */
export function takeFreeId(used: UsedIds, wanted: string): string {
  const write = (value: number) => value.toString(16).toUpperCase().padStart(8, '0');
  let value = (Number.parseInt(wanted, 16) - 1) % largest;
  while (used.has(write(value + 1))) value = (value + 1) % largest;
  used.add(write(value + 1));
  return write(value + 1);
}

/** The values of attributes with such ids in all parts of a file, by the attribute's local name. */
export function collectIds(parts: PackageParts, attribute: string): UsedIds {
  const pattern = new RegExp(`\\b${attribute}\\s*=\\s*["']\\s*([0-9a-f]{8})`, 'gi');
  const used: UsedIds = new Set();
  for (const xml of parts.values())
    for (const [, id = ''] of xml.matchAll(pattern)) used.add(id.toUpperCase());
  return used;
}
