import { isArticleIri } from '../../../shared/domain/web-annotation/vocabulary';
import { hasVerdict } from '../../../shared/drafts/annotations/create-annotation-step';
import {
  type AnnotationPlan,
  findWords,
  type PlannedClaim,
  type UnplacedAnnotation,
} from '../../../shared/drafts/annotations/plan-annotation-import';
import type { AnnotationSet } from '../../../shared/import/web-annotation/imported-annotations';
import { capitalize } from '../../../shared/text/format/end-sentence';
import { formatCount } from '../../../shared/text/format/format-count';
import { isolate } from '../../../shared/text/format/isolate';
import { joinList } from '../../../shared/text/format/join-list';
import { shorten } from '../../../shared/text/format/shorten';

const maxNames = 3;
/** How much of a claim's words is shown, in UTF-16 code units. */
const maxWords = 60;

/** Why an annotation has no place, as the end of a sentence. */
const reasons: Record<UnplacedAnnotation['why'], string> = {
  lost: 'not found in this draft',
  ambiguous: 'found several times',
  whole: 'about no particular words',
};

/** The words of an annotation without a place, why it has none, and what it says. */
export function describeUnplaced({ words, why, annotation }: UnplacedAnnotation): string {
  const { by, note } = annotation;
  const place = words === null ? capitalize(reasons[why]) : `“${isolate(words)}”: ${reasons[why]}`;
  const said = note === null ? '' : ` – ${isolate(note)}`;
  return `${place}${said}${by === null ? '' : ` (${isolate(by)})`}`;
}

/** Lists the first of several, and how many more there are. */
function listFirst(names: readonly string[]): string {
  const more = names.length - maxNames;
  return joinList([...names.slice(0, maxNames), ...(more > 0 ? [`${more} more`] : [])]);
}

/** The words on which claims stand in the draft, quoted. */
function listWords(claims: readonly PlannedClaim[], draftText: string): string {
  return listFirst(
    claims.map(({ span }) => `“${isolate(shorten(draftText.slice(span.start, span.end), maxWords))}”`),
  );
}

/** Describes the additions of the import to a draft, in sentences. */
export function describePlan({ claims, knownCount, unplaced }: AnnotationPlan, draftText: string): string[] {
  const inexact = claims.filter(({ isExact }) => !isExact);
  const positioned = inexact.filter(({ annotation }) => findWords(annotation) === null);
  const changed = inexact.filter(({ annotation }) => findWords(annotation) !== null);
  return [
    claims.length === 0
      ? 'No claim is new.'
      : `${formatCount(claims.length, 'claim')} will be added, which one undo takes back.`,
    ...(knownCount > 0 ? [`${formatCount(knownCount, 'annotation')} already in this article.`] : []),
    ...(unplaced.length > 0
      ? [`${formatCount(unplaced.length, 'annotation')} without a place, listed below.`]
      : []),
    ...(changed.length > 0
      ? [
          `${formatCount(changed.length, 'claim')} on words that are written differently here, or in other text: look at ${listWords(changed, draftText)}.`,
        ]
      : []),
    ...(positioned.length > 0
      ? [
          `${formatCount(positioned.length, 'claim')} placed by position alone, because the file does not quote the words: look at ${listWords(positioned, draftText)}.`,
        ]
      : []),
  ];
}

/** Says that annotations are on the words of claims that are there, which get no second claim unless the person wants it. */
export function describeOnClaims(onClaims: readonly PlannedClaim[], draftText: string): string {
  const are =
    onClaims.length === 1 ? 'is on the words of a claim that is' : 'are on the words of claims that are';
  return `${formatCount(onClaims.length, 'annotation')} ${are} there already, so no second claim is added: ${listWords(onClaims, draftText)}.`;
}

/** Why the verdict of a claim is not taken over, as the end of a sentence. */
function explainWithoutVerdict({ annotation }: PlannedClaim): string {
  if (annotation.own?.isStale) return 'the file says that it has to be checked again';
  return findWords(annotation) === null
    ? 'the file leaves out the words, so they can’t be compared'
    : 'the words or their sentence are different in this draft';
}

/** Counts the verdicts that can be taken over, and describes those that can’t: the reason, and the claims. */
export function describeVerdicts(
  claims: readonly PlannedClaim[],
  draftText: string,
): { count: number; without: string[] } {
  const judged = claims.filter(({ annotation: { own } }) => own?.judged);
  const left = new Map<string, PlannedClaim[]>();
  for (const claim of judged) {
    if (hasVerdict(claim)) continue;
    const reason = explainWithoutVerdict(claim);
    left.set(reason, [...(left.get(reason) ?? []), claim]);
  }
  const without = Array.from(
    left,
    ([reason, some]) =>
      `${formatCount(some.length, 'verdict')} will not be taken over, because ${reason}: ${listWords(some, draftText)}.`,
  );
  return { count: judged.filter(hasVerdict).length, without };
}

/** Describes the parts of the file that are not taken, and the texts that it is about, in sentences. */
export function describeRest(set: AnnotationSet, { otherSources }: AnnotationPlan): string[] {
  const { notTaken, refused, confidentialCount } = set;
  // The IRI of an article without a link means nothing to a person.
  const others = new Set(
    otherSources.map((source) => (isArticleIri(source) ? 'another article of Stet' : shorten(source, 80))),
  );
  return [
    ...(otherSources.length > 0
      ? [`The annotations name another text than this article: ${listFirst([...others])}.`]
      : []),
    ...(notTaken.length > 0
      ? [`Not taken: ${joinList(notTaken.map(({ feature, count }) => `${feature} (${count})`))}.`]
      : []),
    ...(confidentialCount > 0
      ? [
          `${formatCount(confidentialCount, 'piece')} of evidence from confidential sources, of which the file says no more.`,
        ]
      : []),
    ...refused.slice(0, maxNames).map(({ name, reason }) => `${shorten(name, 80)} was refused: ${reason}.`),
    ...(refused.length > maxNames ? [`${refused.length - maxNames} more were refused.`] : []),
  ];
}
