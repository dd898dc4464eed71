import type { DocumentText } from '../../../shared/quotes/document-text';
import type { File } from '../format';
import { commentWords } from './comments';
import { mainPart, partsRelated, relationshipsOf } from './office-package';
import { paragraphsOf } from './plain-words';
import { openDocument } from './word-document';
import { parseXml } from './xml';
import { type Fault, type Parts, unpack } from './zip-check';

/** Parts of the whole package that tell of it: by the last word of how the package relates to them. */
const told = ['core-properties', 'extended-properties', 'custom-properties'];

function wordsOf(parts: Parts, name: string): string[] {
  const root = parseXml(parts.get(name));
  return root ? paragraphsOf(root) : [];
}

/** Heads and feet of pages, properties, and where links lead. */
function beside(parts: Parts): string[] {
  const main = mainPart(parts);
  const related = ['header', 'footer'].flatMap((type) => partsRelated(parts, main, type));
  const properties = told
    .flatMap((type) => partsRelated(parts, '', type))
    .flatMap((name) => Array.from(parseXml(parts.get(name))?.children ?? []))
    .map((property) => (property.textContent ?? '').trim());
  const addresses = [main, ...['footnotes', 'endnotes'].flatMap((type) => partsRelated(parts, main, type))]
    .flatMap((name) => relationshipsOf(parts, name))
    .filter(({ external }) => external)
    .map(({ target }) => target);
  return [...related.flatMap((name) => wordsOf(parts, name)), ...properties, ...addresses];
}

const whys: Record<Fault['kind'], string> = {
  damaged: 'The file is damaged.',
  protected: 'The file is protected by a password.',
  hostile: 'The file is built to do harm.',
};

/** What a Word document says, tracked changes accepted, notes after the text; comments and properties beside it. */
export function readWord({ bytes }: File): DocumentText {
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return { state: 'unreadable', why: whys[unpacked.fault.kind] };
  const { parts } = unpacked;
  const document = openDocument(parts);
  if (document === 'none') return { state: 'noText' };
  if (document === 'damaged') return { state: 'unreadable', why: whys.damaged };
  const comments = Array.from(document.comments.values(), commentWords);
  return {
    state: 'read',
    pages: [document.stories.flatMap(paragraphsOf).join('\n')],
    paged: false,
    beside: [...comments, ...beside(parts)].filter((words) => words !== ''),
  };
}
