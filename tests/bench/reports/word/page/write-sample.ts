import { unpackParts } from '../../../../../renderer/importer/zip/unpack-parts';
import { findMainPart, findRelatedParts } from '../../../../../renderer/importer/word/package/office-package';
import { collapseWhitespace } from '../../../../../shared/text/format/collapse-whitespace';
import { listContent, listRangeTexts } from '../../../../unit/renderer/importer/word/report/list-content';
import { createRandomPlan } from '../../../../unit/renderer/importer/word/report/random-plan';
import { rewriteParts } from '../../../../unit/renderer/importer/word/report/read-parts';
import {
  getId,
  removeComments,
  settleChanges,
} from '../../../../unit/renderer/importer/word/report/settle-changes';
import { readMapped, reviewer, writeInto } from '../../../../unit/renderer/importer/word/report/write-report';
import { createRandom } from '../../../support/random';

/** A written file, and what other programs should find in it. */
export interface Sample {
  base64: string;
  /** The words of each of our comments, by its id in the file and by the number of its claim. */
  comments: { id: string; number: number; words: string }[];
  /** The deleted and the inserted texts of the tracked changes, in the order of the parts. */
  deleted: string[];
  inserted: string[];
  notTracked: number;
  /** What our own reader finds to be wrong. */
  faults: string[];
}

/** Opens a part of a file in the order of its relationships: the main part, footnotes, endnotes, comments. */
function openParts(bytes: Uint8Array): Record<'main' | 'footnotes' | 'endnotes' | 'comments', Document | null> {
  const unpacked = unpackParts(bytes);
  if (!unpacked.ok) throw new Error('the file is damaged');
  const { parts } = unpacked;
  const main = findMainPart(parts);
  const open = (name: string | undefined) => {
    const xml = parts.get(name ?? '');
    return xml === undefined ? null : new DOMParser().parseFromString(xml, 'application/xml');
  };
  const openRelated = (type: string) => open(findRelatedParts(parts, main, type)[0]);
  return {
    main: open(main),
    footnotes: openRelated('footnotes'),
    endnotes: openRelated('endnotes'),
    comments: openRelated('comments'),
  };
}

const listElements = (document: Document | null, name: string) =>
  Array.from(document?.getElementsByTagNameNS('*', name) ?? []);
const isOurs = (element: Element) =>
  Array.from(element.attributes).some(({ localName, value }) => localName === 'author' && value === reviewer);

/** Compares a written file with the one that it was made of, with our own reader. */
function findFaults(bytes: Uint8Array, written: Uint8Array, ids: ReadonlySet<string>, text: string, corrected: string): string[] {
  const faults: string[] = [];
  const settle = (decision: 'accept' | 'reject') =>
    rewriteParts(written, (document) => {
      settleChanges(document, reviewer, decision);
      removeComments(document, ids);
    });
  const rejected = settle('reject');
  if (readMapped(rejected)?.text !== text) faults.push('rejecting all does not give the original text');
  const accepted = readMapped(settle('accept'))?.text ?? '';
  if (collapseWhitespace(accepted) !== collapseWhitespace(corrected))
    faults.push('accepting all does not give the corrected text');
  const [before, after] = [openParts(bytes), openParts(rejected)];
  for (const part of ['main', 'footnotes', 'endnotes'] as const) {
    const list = (document: Document | null) => (document ? listContent(document.documentElement).join('\n') : '');
    if (list(before[part]) !== list(after[part])) faults.push(`the content of ${part} changed`);
  }
  return faults;
}

/** Writes comments and corrections at random places into a file. Null when it has no text. */
export async function writeSample(base64: string, seed: number): Promise<Sample | null> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const draft = readMapped(bytes);
  if (!draft) return null;
  const random = createRandom(seed);
  const count = Math.min(40, Math.ceil(draft.text.length / 60));
  const { comments, changes } = createRandomPlan(draft.text, {
    claims: Array.from({ length: count }, () => [random.below(10_000), 3 + random.below(90)]),
    changes: Array.from({ length: count }, () => [
      random.below(10_000),
      random.below(12),
      random.pick(['', 'new', 'new words']),
    ]),
  });
  const written = await writeInto(bytes, draft, { comments, changes });
  const parts = openParts(written.bytes);
  const ours = listElements(parts.comments, 'comment').filter(isOurs);
  const ids = new Set(ours.map(getId));
  const said = ours.map((comment) => comment.textContent ?? '').join('\n');
  const tracked = changes.filter((_, index) => !new RegExp(`Correction ${index}(?!\\d)`).test(said));
  const corrected = tracked.reduceRight(
    (text, { span, text: words }) => text.slice(0, span.start) + words + text.slice(span.end),
    draft.text,
  );
  const faults = findFaults(bytes, written.bytes, ids, draft.text, corrected);
  if (ours.length !== comments.length) faults.push(`${ours.length} comments of ${comments.length}`);
  const listTexts = (name: string) =>
    [parts.main, parts.footnotes, parts.endnotes].flatMap((document) =>
      listElements(document, name).filter(isOurs).map(({ textContent }) => textContent ?? ''),
    );
  const [deleted, inserted] = [listTexts('del'), listTexts('ins')];
  if (parts.main) settleChanges(parts.main, reviewer, 'reject');
  const ranges = parts.main ? listRangeTexts(parts.main.documentElement) : new Map<string, string>();
  return {
    base64: btoa(Array.from(written.bytes, (byte) => String.fromCharCode(byte)).join('')),
    comments: ours.map((comment) => ({
      id: getId(comment),
      number: Number(/claim (\d+)/.exec(comment.textContent ?? '')?.[1]),
      words: ranges.get(getId(comment)) ?? '',
    })),
    ...{ deleted, inserted, notTracked: written.notTracked, faults },
  };
}

Object.assign(window, { writeSample });
