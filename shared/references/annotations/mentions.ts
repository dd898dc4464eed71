import { findAddress } from '../addresses.ts';
import type { Found } from './locators.ts';
import { findContacts, mask } from './people.ts';

/** A source that a text names: by an address, a file or a contact. Offsets are in UTF-16 code units. */
export interface Mention extends Found {
  kind: 'address' | 'file' | 'contact';
  /** The address as a source stores it; null for other kinds. */
  url: string | null;
}

const extensions =
  'pdf|docx?|odt|rtf|txt|pages|xlsx?|ods|csv|tsv|numbers|pptx?|odp|key|mp3|m4a|wav|aac|mp4|mov|avi|jpe?g|png|tiff?|heic|html?|zip|eml|msg|json|xml';
const fileName = new RegExp(
  `(?<=[“"«„‘'])[^“”"«»„‘’'\\n/\\\\]{1,120}\\.(?:${extensions})(?=[”"»“’'])|(?<![\\p{L}\\p{N}_./\\\\-])[\\p{L}\\p{N}_][\\p{L}\\p{N}_.()&+-]{0,120}\\.(?:${extensions})(?![\\p{L}\\p{N}_/-])`,
  'giu',
);

/** Finds the sources that a text names, in order. They never overlap. */
export function findMentions(text: string): Mention[] {
  const mentions: Mention[] = [];
  let rest = text;
  const add = (mention: Mention) => {
    mentions.push(mention);
    rest = mask(rest, mention.start, mention.end);
  };
  let from = 0;
  for (let found = findAddress(rest); found; found = findAddress(rest.slice(from))) {
    const { start, end, url } = found;
    add({
      kind: 'address',
      url,
      start: from + start,
      end: from + end,
      text: text.slice(from + start, from + end),
    });
    from += end;
  }
  for (const { 0: name, index } of rest.matchAll(fileName))
    add({ kind: 'file', url: null, start: index, end: index + name.length, text: name });
  for (const contact of findContacts(rest)) add({ kind: 'contact', url: null, ...contact });
  return mentions.sort((a, b) => a.start - b.start);
}
