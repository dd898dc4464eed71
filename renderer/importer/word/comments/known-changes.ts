import { getSecond } from '../../../../shared/domain/word-comments/second';
import type { KnownReport, ReportedClaim } from '../../../../shared/import/annotations/known-report';
import { trimCorrection } from '../../../../shared/reports/word/changes/trim-correction';
import { collapseWhitespace } from '../../../../shared/text/format/collapse-whitespace';
import { groupBy } from '../../../../shared/text/sequences/group-by';
import { getAttribute } from '../../xml';
import { parseTime } from './comments';

/** One way in which a claim may have been corrected in a report. */
interface PossibleCorrection {
  claimId: string;
  /** The words of the claim before it. */
  before: string;
}

const createKey = (kind: string, words: string) => `${kind} ${collapseWhitespace(words)}`;

/** All corrections that claims may have had, by `createKey` of the words that they delete or insert. */
function listCorrections(claims: readonly ReportedClaim[]): Map<string, PossibleCorrection[]> {
  const found = claims.flatMap(({ claimId, before, after }) =>
    before.flatMap((words) =>
      after.flatMap((correction) => {
        const trimmed = trimCorrection(words, correction);
        if (!trimmed) return [];
        const one: PossibleCorrection = { claimId, before: words };
        return [
          { key: createKey('del', words.slice(trimmed.start, trimmed.end)), one },
          { key: createKey('ins', trimmed.text), one },
        ];
      }),
    ),
  );
  const groups = groupBy(found, ({ key }) => key);
  return new Map(Array.from(groups, ([key, items]) => [key, items.map(({ one }) => one)]));
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

/**
 * Creates the function that finds the claims whose correction a tracked change may be; null when it is none of ours. A change has the author
 * and the second of its claim's comment. Programs change the time: Word rounds it to the minute. Then a change is ours that a reviewer
 * signs, and that deletes or inserts exactly what the correction of a claim does, in a paragraph with the claim's words. Both halves of a
 * replacement have to.
 */
export function createChangeMatcher({
  claims,
  reviewers,
}: KnownReport): (change: Element) => readonly string[] | null {
  const signatures = claims.flatMap(({ claimId, signatures: own }) =>
    own.map((one) => ({ claimId, ...one })),
  );
  const bySecond = groupBy(signatures, ({ second }) => second);
  const corrections = listCorrections(claims);
  const names = new Set(reviewers);
  const listFitting = (change: Element) => {
    const words = getWords(change);
    return words.trim() === '' ? [] : (corrections.get(createKey(change.localName, words)) ?? []);
  };
  return (change) => {
    const author = getAttribute(change, 'author') ?? '';
    const at = parseTime(getAttribute(change, 'date'));
    const signed = at === null ? [] : (bySecond.get(getSecond(at)) ?? []);
    const signers = signed.filter(({ by }) => (by === null ? names.has(author) : by === author));
    const own = [...new Set(signers.map(({ claimId }) => claimId))];
    const other = findOtherHalf(change);
    const ofOther = other && new Set(listFitting(other).map(({ claimId }) => claimId));
    const fitting = listFitting(change).filter(({ claimId }) => ofOther?.has(claimId) ?? true);
    const ids = fitting.map(({ claimId }) => claimId);
    if (own.length > 0) return own.length === 1 ? own : own.filter((claimId) => ids.includes(claimId));
    if (!names.has(author)) return null;
    const here = fitting.filter(({ before }) => isAt(change, author, before));
    return here.length === 0 ? null : here.map(({ claimId }) => claimId);
  };
}
