import { collapseWhitespace } from '../../../../shared/text/format/wording';
import type { Span } from '../../../../shared/text/span';
import { getAttribute } from '../../xml';
import type { PossibleCorrection } from './known-changes';

/** The undecided pieces of one correction of ours in a paragraph: its deletions, and its insertion after them. */
interface ChangeGroup {
  changes: Element[];
  deleted: string;
  inserted: string;
  /** The text of the paragraph before, up to the end of the deleted words, and after them, as if no undecided change of ours were made. */
  before: string;
  upToDeleted: string;
  after: string;
}

/** The outcome for the pieces that are left of a correction: `undecided` when the author decided none of it. */
type Settlement = 'made' | 'not made' | 'undecided';

/** A text of a paragraph, with the change of ours in which it is. */
interface Piece {
  text: string;
  change: Element | null;
  /** Whether somebody else inserted it, and nobody accepted that. */
  isInserted: boolean;
}

/** Lists the texts of an element. Deletions by others are left out, and text boxes, whose paragraphs are their own. */
function listPieces(element: Element, own: ReadonlySet<Element>, around: Omit<Piece, 'text'>): Piece[] {
  return Array.from(element.children).flatMap((child): Piece[] => {
    const { localName } = child;
    if (localName === 't' || localName === 'delText') return [{ ...around, text: child.textContent ?? '' }];
    if (localName === 'tab' || localName === 'br') return [{ ...around, text: ' ' }];
    if (/^(pPr|rPr|txbxContent)$/.test(localName)) return [];
    if (own.has(child)) return listPieces(child, own, { ...around, change: child });
    if (localName === 'del' || localName === 'moveFrom') return [];
    const isInserted = around.isInserted || localName === 'ins' || localName === 'moveTo';
    return listPieces(child, own, { ...around, isInserted });
  });
}

const getSigner = (change: Element) => `${getAttribute(change, 'author')}\n${getAttribute(change, 'date')}`;

/** Groups the undecided changes of ours in a paragraph that follow each other with nothing but other people's changes between them. */
export function groupChanges(paragraph: Element, own: ReadonlySet<Element>): ChangeGroup[] {
  const groups: (Pick<ChangeGroup, 'changes' | 'deleted' | 'inserted'> & Span)[] = [];
  let open: (typeof groups)[number] | null = null;
  let text = '';
  for (const piece of listPieces(paragraph, own, { change: null, isInserted: false })) {
    const { change } = piece;
    const isInsertion = change?.localName === 'ins';
    const start = text.length;
    if (!isInsertion) text += piece.text;
    if (!change) {
      if (piece.text !== '' && !piece.isInserted) open = null;
      continue;
    }
    const [first] = open?.changes ?? [];
    const isSame = first !== undefined && getSigner(first) === getSigner(change);
    if (!open || !isSame || (!isInsertion && open.inserted !== '')) {
      open = { changes: [], deleted: '', inserted: '', start, end: start };
      groups.push(open);
    }
    if (open.changes.at(-1) !== change) open.changes.push(change);
    open[isInsertion ? 'inserted' : 'deleted'] += piece.text;
    open.end = text.length;
  }
  return groups.map(({ start, end, ...group }) => ({
    ...group,
    before: text.slice(0, start),
    upToDeleted: text.slice(0, end),
    after: text.slice(end),
  }));
}

/** Whether two texts would make one word of the last of one and the first of the other. */
const areGlued = (before: string, after: string) =>
  /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after) && !hasBoundary(before, after);

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Whether words are parted between two texts (UAX #29), as those of scripts without spaces are. */
function hasBoundary(before: string, after: string): boolean {
  const start = before.slice(-40);
  const { index } = segmenter.segment(start + after.slice(0, 40)).containing(start.length) ?? {};
  return index === start.length;
}

const oneSpace = (text: string) => text.replace(/\s+/g, ' ');

/**
 * Settles the pieces of a correction that an author decided by half, as programs let them decide each tracked change on its own: a piece
 * that is left follows those that were decided. `possible` are the corrections that it may be.
 */
export function settleHalves(group: ChangeGroup, possible: readonly PossibleCorrection[]): Settlement {
  const [before, after] = [oneSpace(group.upToDeleted), oneSpace(group.after)];
  const [deleted, inserted] = [oneSpace(group.deleted), oneSpace(group.inserted)];
  const like = possible.filter(
    (one) =>
      oneSpace(one.deleted).includes(deleted.trim()) && oneSpace(one.inserted).includes(inserted.trim()),
  );
  // The pieces of such a correction are in several paragraphs.
  if (like.some((one) => /[\n\t]/.test(one.deleted + one.inserted)))
    return inserted === '' && areGlued(before, after) ? 'made' : 'undecided';
  const fitting = like
    .map((one) => ({ deleted: oneSpace(one.deleted), inserted: oneSpace(one.inserted) }))
    .filter((one) => inserted === '' || isSame(one.inserted, inserted));
  const replacing = fitting.filter((one) => one.deleted.trim() !== '' && one.inserted.trim() !== '');
  if (inserted === '') {
    if (fitting.length > 0 && replacing.length === 0) return 'undecided';
    // The inserted words stand after those that they replace.
    if (areGlued(before, after) || replacing.some((one) => after.startsWith(one.inserted))) return 'made';
    return replacing.length > 0 && replacing.length === fitting.length ? 'not made' : 'undecided';
  }
  if (replacing.length < fitting.length || replacing.length === 0) return 'undecided';
  if (replacing.some((one) => isSame(one.deleted, deleted))) return 'undecided';
  const isKept = replacing.some((one) => before.trimEnd().endsWith(one.deleted.trim()));
  if (isKept || areGlued(group.before, inserted)) return 'not made';
  return 'made';
}

const isSame = (a: string, b: string) => collapseWhitespace(a) === collapseWhitespace(b);
