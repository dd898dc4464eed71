import type { RecheckReason } from '../../domain/claims/recheck';
import type { Place } from '../../domain/draft/place';
import { describeStanding } from '../../domain/sources/source-standing';
import { statusLooks } from '../../domain/verdict';
import { endSentence } from '../../text/format/end-sentence';
import { formatDateTime } from '../../text/format/format-dates';
import { formatPlayingTime } from '../../text/format/format-playing-time';
import { type InlineTextFormatter, leaveAsWritten } from '../../text/format/isolate';
import { joinList } from '../../text/format/join-list';
import { describeChanges } from '../../text-changes/describe-changes';
import type { ClaimDetails, ReportSource, UnplacedGroup, UnplacedState } from '../model/report-claim';
import { addQuotationMarks } from './quotation-marks';
import type { ReviewerField } from './reviewer-fields';

/** How the heading of claims without a place begins; the number of a draft follows. */
const unplacedHeadingStarts: Readonly<Record<UnplacedState, string>> = {
  waiting: 'Waiting for a place in draft',
  cut: 'Cut from draft',
};

type UnplacedGroupKey = Pick<UnplacedGroup, 'state' | 'draftNumber'>;

/** The heading above claims that lost their place in one draft. */
export function formatUnplacedHeading({ state, draftNumber }: UnplacedGroupKey): string {
  return `${unplacedHeadingStarts[state]} ${draftNumber}`;
}

/** Names a claim without a place by its position in the list, counted from 1: it has no number. */
export function formatUnplacedName(group: UnplacedGroupKey, position: number): string {
  return `entry ${position} of ${addQuotationMarks(formatUnplacedHeading(group))}`;
}

const reasonPhrases: Readonly<Record<RecheckReason, string>> = {
  correction: 'a correction was applied since',
  words: 'its words have changed since',
  sentence: 'its sentence has changed since',
  source: 'a source it rests on was withdrawn or found wrong',
};

/** Says which sources became unreliable. When none of them may be named, it only says that there is one. */
function describeUnreliableSources(sources: readonly ReportSource[]): string[] {
  const phrases = sources.flatMap((source) =>
    source.confidential ? [] : [`source ${source.number} was ${describeStanding(source)}`],
  );
  return phrases.length > 0 ? phrases : [reasonPhrases.source];
}

type Recheck = Pick<ClaimDetails, 'status' | 'verdict' | 'recheck' | 'changes' | 'unreliableSources'>;

/**
 * Says which verdict a claim had, why it has to be checked again, and what changed. Null when it does not have to be. A
 * reason that would reveal a confidential source is not in `recheck`.
 */
export function describeRecheck(
  { status, verdict, recheck, changes, unreliableSources }: Recheck,
  formatText: InlineTextFormatter = leaveAsWritten,
): string | null {
  if (status !== 'recheck') return null;
  const reasons = recheck.flatMap((reason) =>
    reason === 'source' ? describeUnreliableSources(unreliableSources) : reasonPhrases[reason],
  );
  return [
    `It was ${statusLooks[verdict].inSentence}; ${reasons.length === 0 ? 'it has to be checked again' : joinList(reasons)}.`,
    ...(changes.length > 0 ? [describeChanges(changes, undefined, formatText)] : []),
  ].join(' ');
}

/** A sentence about a claim; `field` says whose words are in it, null when they are the report's own. */
export interface ClaimSentence {
  field: Exclude<ReviewerField, 'standingReason'> | null;
  text: string;
}

/** Lists the sentences behind a claim's verdict: why it is to be re-checked, the note, and the correction. */
export function listVerdictSentences(
  claim: ClaimDetails,
  formatText: InlineTextFormatter = leaveAsWritten,
): ClaimSentence[] {
  const { note, correction } = claim;
  const recheck = describeRecheck(claim, formatText);
  const sentences: ClaimSentence[] = [];
  if (recheck !== null) sentences.push({ field: 'changes', text: endSentence(recheck) });
  if (note !== null) sentences.push({ field: 'note', text: endSentence(formatText(note)) });
  if (correction !== null) {
    const text = endSentence(`Change to ${addQuotationMarks(formatText(correction))}`);
    sentences.push({ field: 'correction', text });
  }
  return sentences;
}

/**
 * Says that a claim has no evidence, and whether its author proposed some. A report says no more about an annotation, which may
 * hold telephones and private addresses. The public does not learn whether there is evidence that can't be named.
 */
export function describeMissingEvidence({
  isEvidenceUnseen,
  hasNamedEvidenceOnly,
}: Pick<ClaimDetails, 'isEvidenceUnseen' | 'hasNamedEvidenceOnly'>): string {
  if (hasNamedEvidenceOnly) return 'No source is named.';
  return isEvidenceUnseen ? 'No source. Evidence proposed by the author was not looked at.' : 'No source.';
}

/** Names the unreliable sources that the reviewer knew of when the claim was judged. Null when there were none. */
export function describeAcceptedRisks(
  { acceptedRisks }: Pick<ClaimDetails, 'acceptedRisks'>,
  formatText: InlineTextFormatter = leaveAsWritten,
): string | null {
  if (acceptedRisks.length === 0) return null;
  const names = acceptedRisks.map(({ number, title }) =>
    number === null ? addQuotationMarks(formatText(title)) : `source ${number}`,
  );
  return `The reviewer knew that ${joinList(names)} had been withdrawn or found wrong.`;
}

/** Names the tags of a claim; null when it has none. */
export function describeTags(
  { tags }: Pick<ClaimDetails, 'tags'>,
  formatText: InlineTextFormatter = leaveAsWritten,
): ClaimSentence | null {
  if (tags.length === 0) return null;
  return { field: 'tag', text: endSentence(`Tags: ${tags.map(({ name }) => formatText(name)).join(', ')}`) };
}

/** Lists the sentences below a claim's evidence: its place, who says so in the article, and who judged it when. */
export function listCircumstances(
  claim: ClaimDetails,
  { page, startsAtMs }: Place,
  timeZone: string,
  formatText: InlineTextFormatter = leaveAsWritten,
): ClaimSentence[] {
  const { claimant, judged } = claim;
  const risks = describeAcceptedRisks(claim, formatText);
  const sentences: ClaimSentence[] = [];
  if (page !== null) sentences.push({ field: null, text: `Page ${page} of the article.` });
  if (startsAtMs !== null)
    sentences.push({ field: null, text: `At ${formatPlayingTime(startsAtMs)} of the recording.` });
  if (claimant !== null)
    sentences.push({ field: 'claimant', text: endSentence(`Stated by ${formatText(claimant)}`) });
  if (judged) {
    const details = [
      ...(judged.by === null ? [] : [`by ${formatText(judged.by)}`]),
      ...(judged.at === null ? [] : [formatDateTime(judged.at, timeZone)]),
    ];
    sentences.push({ field: null, text: `Judged ${details.join(', ')}.` });
  }
  if (risks !== null) sentences.push({ field: null, text: risks });
  return sentences;
}
