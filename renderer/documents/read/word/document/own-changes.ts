import { getAttribute } from '#renderer/documents/read/base/xml.ts';
import { getSecond } from '#shared/domain/base/word-comments.ts';
import type { KnownReport, ReportedClaim } from '#shared/import/base/annotation.ts';
import type { DocumentComment } from '#shared/import/base/comment-claims.ts';
import { splitAtBreaks, trimCorrection } from '#shared/reports/word/diff-words.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { groupBy } from '#shared/text/sequences/group-by.ts';
import type { Span } from '#shared/text/span.ts';
import { parseTime, type WordComments } from './comments.ts';

/** One way in which a claim may have been corrected in a report. */
interface PossibleCorrection {
  claimId: string;
  /** The words of the claim before it. */
  before: string;
  /** The words of it that are deleted, and those that are inserted in their place; either may be empty. */
  deleted: string;
  inserted: string;
}

/** All corrections that claims may have had in the reports that went out. */
function listPossibleCorrections(claims: readonly ReportedClaim[]): PossibleCorrection[] {
  return claims.flatMap(({ claimId, before, after }) =>
    before.flatMap((words) =>
      after.flatMap((correction) => {
        const trimmed = trimCorrection(words, correction);
        if (!trimmed) return [];
        return splitAtBreaks(words, trimmed).map(({ start, end, text }) => {
          return { claimId, before: words, deleted: words.slice(start, end), inserted: text };
        });
      }),
    ),
  );
}

/** The words of an element on one line, as they are without the tracked changes of an author. Other people's count as accepted. */
function readWithout(element: Element, author: string): string {
  let text = '';
  for (const child of element.children) {
    const { localName } = child;
    const isTheirs = getAttribute(child, 'author') === author;
    if (localName === 't' || localName === 'delText') text += child.textContent ?? '';
    else if (localName === 'tab' || localName === 'br') text += ' ';
    else if (localName === 'ins' ? !isTheirs : localName !== 'del' || isTheirs)
      text += readWithout(child, author);
  }
  return text;
}

/** Whether the paragraph of a change has words, once the changes of their author are left out. */
function isAt(change: Element, author: string, words: string): boolean {
  const paragraph = change.closest('p');
  return (
    paragraph !== null &&
    collapseWhitespace(readWithout(paragraph, author)).includes(collapseWhitespace(words))
  );
}

/** The words that a change deletes or inserts. */
const getWords = (change: Element) =>
  (change.localName === 'ins' ? readWithout(change, '') : change.textContent) ?? '';

/** The author and the time of a tracked change. */
const getSigner = (change: Element) => `${getAttribute(change, 'author')}\n${getAttribute(change, 'date')}`;

/** The insertion after a deletion, or the deletion before an insertion, of the same author and time: the other half of a replacement. */
function findOtherHalf(change: Element): Element | null {
  const isDeletion = change.localName === 'del';
  const other = isDeletion ? change.nextElementSibling : change.previousElementSibling;
  const isHalf = other?.localName === (isDeletion ? 'ins' : 'del') && getSigner(other) === getSigner(change);
  return isHalf ? other : null;
}

/** All words that a paragraph has in deletions with the author and time of one, which may be pieces of one. */
function readPieces(deletion: Element): string {
  return Array.from(deletion.closest('p')?.querySelectorAll('del') ?? [])
    .filter((other) => getSigner(other) === getSigner(deletion))
    .map(getWords)
    .join('');
}

/** Creates the function that lists the corrections which delete or insert the words of a change. A deletion may be a piece of one. */
function createWordsMatcher(corrections: readonly PossibleCorrection[]) {
  const byInserted = groupBy(corrections, ({ inserted }) => collapseWhitespace(inserted));
  const read = (change: Element | null) => collapseWhitespace(change ? getWords(change) : '');
  return (change: Element): readonly PossibleCorrection[] => {
    if (read(change) === '') return [];
    const other = findOtherHalf(change);
    const [deletion, insertion] = change.localName === 'ins' ? [other, change] : [change, other];
    const fitting = insertion ? (byInserted.get(read(insertion)) ?? []) : corrections;
    if (!deletion) return fitting;
    const words = read(deletion);
    // Beside the insertion a piece is enough: the author may have decided the others.
    const pieces = insertion ? null : collapseWhitespace(readPieces(deletion));
    return fitting.filter(({ deleted }) => {
      const one = collapseWhitespace(deleted);
      return one !== '' && one.includes(words) && (pieces?.includes(one) ?? true);
    });
  };
}

/**
 * Creates the function that finds the claims whose correction a tracked change may be; null when it is none of ours. A change has
 * the author and the second of its claim's comment. Programs change the time: Word rounds it to the minute. Then a change is ours
 * that a reviewer signs, and that deletes or inserts exactly what the correction of a claim does, in a paragraph with the claim's
 * words. Both halves of a replacement have to.
 */
function createChangeMatcher(
  { claims, reviewers }: KnownReport,
  corrections: readonly PossibleCorrection[],
): (change: Element) => readonly string[] | null {
  const signatures = claims.flatMap(({ claimId, signatures: own }) =>
    own.map((one) => ({ claimId, ...one })),
  );
  const bySecond = groupBy(signatures, ({ second }) => second);
  const listFitting = createWordsMatcher(corrections);
  const names = new Set(reviewers);
  return (change) => {
    const author = getAttribute(change, 'author') ?? '';
    const at = parseTime(getAttribute(change, 'date'));
    const signed = at === null ? [] : (bySecond.get(getSecond(at)) ?? []);
    const signers = signed.filter(({ by }) => (by === null ? names.has(author) : by === author));
    const own = [...new Set(signers.map(({ claimId }) => claimId))];
    if (own.length === 1) return own;
    const fitting = own.length === 0 && !names.has(author) ? [] : listFitting(change);
    if (own.length > 0) return own.filter((claimId) => fitting.some((one) => one.claimId === claimId));
    const here = fitting.filter(({ before }) => isAt(change, author, before));
    return here.length === 0 ? null : here.map(({ claimId }) => claimId);
  };
}

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

/** Groups the undecided changes of ours in a paragraph that follow each other with nothing but other people's changes between them. */
function groupChanges(paragraph: Element, own: ReadonlySet<Element>): ChangeGroup[] {
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
function settleHalves(group: ChangeGroup, possible: readonly PossibleCorrection[]): Settlement {
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

/** Names the author of a comment or a change with its time to the second; null without a time. */
export function getSignature({ by, at }: Pick<DocumentComment, 'by' | 'at'>): string | null {
  return at === null ? null : `${by}\n${getSecond(at)}`;
}

/** The signature of a tracked change. */
export function getChangeSignature(change: Element): string | null {
  return getSignature({
    by: getAttribute(change, 'author') ?? '',
    at: parseTime(getAttribute(change, 'date')),
  });
}

/** The tracked changes of a report of ours that are read as not made. */
export interface OwnChanges {
  /** Insertions and deletions of text and paragraph marks, and changes of paragraphs. */
  elements: ReadonlySet<Element>;
  /** Those of them whose correction the author rejected, but not each piece of it. Nobody decided the others. */
  rejected: ReadonlySet<Element>;
  /** The claims whose corrections nobody decided, as far as that is known. */
  claimIds: ReadonlySet<string>;
}

const listChanges = (root: Element) =>
  Array.from(root.querySelectorAll('ins, del, pPrChange')).filter(
    ({ parentElement }) => !/^(trPr|tcPr)$/.test(parentElement?.localName ?? ''),
  );

/**
 * Finds the insertions and deletions in a Word report that came back and nobody accepted or rejected: those with the author and
 * the second of a comment of the report, and those that are known as the correction of a claim, with all others of their author
 * and second. Where the author decided a part of a correction, the others follow it.
 */
export function findOwnChanges(
  roots: readonly Element[],
  { threads, readOwn }: WordComments,
  known: KnownReport | undefined,
): OwnChanges {
  const own = threads
    .flatMap(({ first, replies }) => [first, ...replies])
    .filter((comment) => readOwn(comment) !== null);
  const signatures = new Set(own.map(getSignature));
  const claimIds = new Map<Element, readonly string[]>();
  const elements = new Set<Element>();
  if (signatures.size === 0 && !known) return { elements, rejected: new Set(), claimIds: new Set() };
  const changes = roots.flatMap(listChanges);
  const corrections = known ? listPossibleCorrections(known.claims) : [];
  const match = known ? createChangeMatcher(known, corrections) : () => null;
  for (const change of changes) {
    const ids = match(change);
    if (!ids) continue;
    elements.add(change);
    signatures.add(getChangeSignature(change));
    claimIds.set(change, ids);
  }
  signatures.delete(null);
  for (const change of changes) if (signatures.has(getChangeSignature(change))) elements.add(change);
  const rejected = settle(elements, claimIds, corrections);
  const undecided = [...elements].filter((change) => !rejected.has(change));
  return { elements, rejected, claimIds: new Set(undecided.flatMap((change) => claimIds.get(change) ?? [])) };
}

/** Takes the changes out of `elements` that are made, because another part of their correction was accepted. Returns the rejected ones. */
function settle(
  elements: Set<Element>,
  claimIds: ReadonlyMap<Element, readonly string[]>,
  corrections: readonly PossibleCorrection[],
): Set<Element> {
  const rejected = new Set<Element>();
  const paragraphs = new Set(Array.from(elements, (change) => change.closest('p')));
  const byClaim = groupBy(corrections, ({ claimId }) => claimId);
  for (const paragraph of paragraphs) {
    for (const group of paragraph ? groupChanges(paragraph, elements) : []) {
      const ids = [...new Set(group.changes.flatMap((change) => claimIds.get(change) ?? []))];
      const possible = ids.length === 0 ? corrections : ids.flatMap((id) => byClaim.get(id) ?? []);
      const settlement = settleHalves(group, possible);
      for (const change of group.changes)
        if (settlement === 'made') elements.delete(change);
        else if (settlement === 'not made') rejected.add(change);
    }
  }
  return rejected;
}
