import { hasVerdict } from '../../../shared/drafts/annotations/create-annotation-step';
import type {
  AnnotationPlan,
  UnplacedAnnotation,
} from '../../../shared/drafts/annotations/plan-annotation-import';
import type { AnnotationSet } from '../../../shared/import/web-annotation/imported-annotations';
import { formatCount } from '../../../shared/text/format/format-count';
import { isolate } from '../../../shared/text/format/isolate';
import { joinList } from '../../../shared/text/format/join-list';
import { shorten } from '../../../shared/text/format/shorten';

const maxNames = 3;

/** Why an annotation has no place, as the end of a sentence. */
const reasons: Record<UnplacedAnnotation['why'], string> = {
  lost: 'not found in this draft',
  ambiguous: 'found several times',
  whole: 'about no particular words',
};

/** The words of an annotation without a place, why it has none, and what it says. */
export function describeUnplaced({ words, why, annotation }: UnplacedAnnotation): string {
  const { by, note } = annotation;
  const quoted = words === null ? '' : `“${isolate(words)}”: `;
  const said = note === null ? '' : ` – ${isolate(note)}`;
  return `${quoted}${reasons[why]}${said}${by === null ? '' : ` (${isolate(by)})`}`;
}

/** Describes the additions of the import, in sentences. */
export function describePlan({ claims, knownCount, unplaced }: AnnotationPlan): string[] {
  const inexact = claims.filter(({ isExact }) => !isExact).length;
  return [
    claims.length === 0
      ? 'No claim is new.'
      : `${formatCount(claims.length, 'claim')} will be added, which one undo takes back.`,
    ...(knownCount > 0 ? [`${formatCount(knownCount, 'annotation')} already in this article.`] : []),
    ...(unplaced.length > 0
      ? [`${formatCount(unplaced.length, 'annotation')} without a place, listed below.`]
      : []),
    ...(inexact > 0
      ? [
          `${formatCount(inexact, 'claim')} on words that were found in another way than quoted: look at their places.`,
        ]
      : []),
  ];
}

/** Counts the verdicts that can be taken over, and describes those that can’t. */
export function describeVerdicts({ claims }: AnnotationPlan): { count: number; without: string | null } {
  const judged = claims.filter(({ annotation: { own } }) => own?.judged);
  const count = judged.filter(hasVerdict).length;
  const left = judged.length - count;
  const without = `${formatCount(left, 'verdict')} will not be taken over, because the words or their sentence changed since.`;
  return { count, without: left === 0 ? null : without };
}

/** Describes the parts of the file that are not taken, and the texts that it is about, in sentences. */
export function describeRest(set: AnnotationSet, { otherSources }: AnnotationPlan): string[] {
  const { notTaken, refused, confidentialCount } = set;
  const shown = otherSources.slice(0, maxNames).map((source) => shorten(source, 80));
  const more = otherSources.length - shown.length;
  return [
    ...(otherSources.length > 0
      ? [
          `The annotations name another text than this article: ${joinList(more > 0 ? [...shown, `${more} more`] : shown)}.`,
        ]
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
