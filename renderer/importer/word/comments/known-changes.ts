import { getSecond } from '../../../../shared/domain/word-comments';
import type { KnownReport, ReportedClaim } from '../../../../shared/import/annotations/annotation';
import { splitAtBreaks } from '../../../../shared/reports/word/changes/split-at-breaks';
import { trimCorrection } from '../../../../shared/reports/word/changes/trim-correction';
import { collapseWhitespace } from '../../../../shared/text/format/wording';
import { groupBy } from '../../../../shared/text/sequences/group-by';
import { getAttribute } from '../../xml';
import { parseTime } from './comments';

/** One way in which a claim may have been corrected in a report. */
export interface PossibleCorrection {
  claimId: string;
  /** The words of the claim before it. */
  before: string;
  /** The words of it that are deleted, and those that are inserted in their place; either may be empty. */
  deleted: string;
  inserted: string;
}

/** All corrections that claims may have had in the reports that went out. */
export function listPossibleCorrections(claims: readonly ReportedClaim[]): PossibleCorrection[] {
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

/** The insertion after a deletion, or the deletion before an insertion, of the same author and time: the other half of a replacement. */
function findOtherHalf(change: Element): Element | null {
  const isDeletion = change.localName === 'del';
  const other = isDeletion ? change.nextElementSibling : change.previousElementSibling;
  const isHalf =
    other?.localName === (isDeletion ? 'ins' : 'del') &&
    ['author', 'date'].every((name) => getAttribute(other, name) === getAttribute(change, name));
  return isHalf ? other : null;
}

/** All words that a paragraph has in deletions with the author and time of one, which may be pieces of one. */
function readPieces(deletion: Element): string {
  const isSame = (other: Element) =>
    ['author', 'date'].every((name) => getAttribute(other, name) === getAttribute(deletion, name));
  return Array.from(deletion.closest('p')?.querySelectorAll('del') ?? [])
    .filter(isSame)
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
 * Creates the function that finds the claims whose correction a tracked change may be; null when it is none of ours. A change has the author
 * and the second of its claim's comment. Programs change the time: Word rounds it to the minute. Then a change is ours that a reviewer
 * signs, and that deletes or inserts exactly what the correction of a claim does, in a paragraph with the claim's words. Both halves of a
 * replacement have to.
 */
export function createChangeMatcher(
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
