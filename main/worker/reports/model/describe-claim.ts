import type { PageOrTime } from '#shared/domain/base/draft.ts';
import type { RecheckReason } from '#shared/domain/claims/recheck.ts';
import {
  describeStanding,
  formatDateTime,
  formatPlayingTime,
  nameStatus,
} from '#shared/reports/base/own-values.ts';
import {
  addQuotationMarks,
  endSentence,
  text as joinText,
  joinTexts,
  leaveText,
  listTexts,
  type OwnText,
  own,
  type ReportText,
  reshape,
  type TextFormatter,
} from '#shared/reports/base/report-text.ts';
import { describeChanges } from '#shared/text-changes/describe-changes.ts';
import type { ClaimDetails, ReportSource, UnplacedGroup, UnplacedState } from './report-model.ts';

/** How the heading of claims without a place begins; the number of a draft follows. */
const unplacedHeadingStarts: Readonly<Record<UnplacedState, OwnText>> = {
  waiting: own('Waiting for a place in draft'),
  cut: own('Cut from draft'),
};

type UnplacedGroupKey = Pick<UnplacedGroup, 'state' | 'draftNumber'>;

/** The heading above claims that lost their place in one draft. */
export function formatUnplacedHeading({ state, draftNumber }: UnplacedGroupKey): ReportText {
  return joinText`${unplacedHeadingStarts[state]} ${draftNumber}`;
}

/** Names a claim without a place by its position in the list, counted from 1: it has no number. */
export function formatUnplacedName(group: UnplacedGroupKey, position: number): string {
  return `entry ${position} of “${formatUnplacedHeading(group)}”`;
}

const reasonPhrases: Readonly<Record<RecheckReason, OwnText>> = {
  correction: own('a correction was applied since'),
  words: own('its words have changed since'),
  sentence: own('its sentence has changed since'),
  source: own('a source it rests on was withdrawn or found wrong'),
};

/** Says which sources became unreliable. When none of them may be named, it only says that there is one. */
function describeUnreliableSources(sources: readonly ReportSource[]): ReportText[] {
  const phrases = sources.flatMap((source) =>
    source.confidential
      ? []
      : [joinText`source ${source.number} was ${describeStanding(source) ?? own('withdrawn')}`],
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
  formatText: TextFormatter = leaveText,
): ReportText | null {
  if (status !== 'recheck') return null;
  const reasons = recheck.flatMap((reason) =>
    reason === 'source' ? describeUnreliableSources(unreliableSources) : reasonPhrases[reason],
  );
  const why = reasons.length === 0 ? own('it has to be checked again') : listTexts(reasons);
  const summary = joinText`It was ${nameStatus(verdict).inSentence}; ${why}.`;
  if (changes.length === 0) return summary;
  const changed = joinTexts(
    changes.flatMap(({ before, after }) => [before, after]),
    ' ',
  );
  // It has our own words around what changed, and quotes nothing else.
  const formatPart = (part: string) => formatText(reshape(changed, () => part));
  const description = reshape(changed, () => describeChanges(changes, undefined, formatPart));
  return joinText`${summary} ${description}`;
}

/** A sentence about a claim; `field` is what the reviewer or an earlier draft said in it, null for the report's own words. */
export interface ClaimSentence {
  field: 'note' | 'correction' | 'claimant' | 'changes' | null;
  text: ReportText;
}

/** Lists the sentences behind a claim's verdict: why it is to be re-checked, the note, and the correction. */
export function listVerdictSentences(
  claim: ClaimDetails,
  formatText: TextFormatter = leaveText,
): ClaimSentence[] {
  const { note, correction } = claim;
  const recheck = describeRecheck(claim, formatText);
  const sentences: ClaimSentence[] = [];
  if (recheck !== null) sentences.push({ field: 'changes', text: endSentence(recheck) });
  if (note !== null) sentences.push({ field: 'note', text: endSentence(formatText(note)) });
  if (correction !== null) {
    const text = endSentence(joinText`Change to ${addQuotationMarks(formatText(correction))}`);
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
}: Pick<ClaimDetails, 'isEvidenceUnseen' | 'hasNamedEvidenceOnly'>): OwnText {
  if (hasNamedEvidenceOnly) return own('No source is named.');
  return own(
    isEvidenceUnseen ? 'No source. Evidence proposed by the author was not looked at.' : 'No source.',
  );
}

/** Names the unreliable sources that the reviewer knew of when the claim was judged. Null when there were none. */
export function describeAcceptedRisks(
  { acceptedRisks }: Pick<ClaimDetails, 'acceptedRisks'>,
  formatText: TextFormatter = leaveText,
): ReportText | null {
  if (acceptedRisks.length === 0) return null;
  const names = acceptedRisks.map(({ number, title }) =>
    number === null ? addQuotationMarks(formatText(title)) : joinText`source ${number}`,
  );
  return joinText`The reviewer knew that ${listTexts(names)} had been withdrawn or found wrong.`;
}

/** Names the tags of a claim; null when it has none. */
export function describeTags(
  { tags }: Pick<ClaimDetails, 'tags'>,
  formatText: TextFormatter = leaveText,
): ReportText | null {
  if (tags.length === 0) return null;
  const names = tags.map(({ name }) => formatText(name));
  return endSentence(joinText`Tags: ${joinTexts(names, ', ')}`);
}

/** Lists the sentences below a claim's evidence: its place, who says so in the article, and who judged it when. */
export function listCircumstances(
  claim: ClaimDetails,
  { page, startsAtMs }: PageOrTime,
  timeZone: string,
  formatText: TextFormatter = leaveText,
): ClaimSentence[] {
  const { claimant, judged } = claim;
  const risks = describeAcceptedRisks(claim, formatText);
  const sentences: ClaimSentence[] = [];
  if (page !== null) sentences.push({ field: null, text: joinText`Page ${page} of the article.` });
  if (startsAtMs !== null)
    sentences.push({ field: null, text: joinText`At ${formatPlayingTime(startsAtMs)} of the recording.` });
  if (claimant !== null)
    sentences.push({ field: 'claimant', text: endSentence(joinText`Stated by ${formatText(claimant)}`) });
  if (judged) {
    const details = [
      ...(judged.by === null ? [] : [joinText`by ${formatText(judged.by)}`]),
      ...(judged.at === null ? [] : [formatDateTime(judged.at, timeZone)]),
    ];
    sentences.push({ field: null, text: joinText`Judged ${joinTexts(details, ', ')}.` });
  }
  if (risks !== null) sentences.push({ field: null, text: risks });
  return sentences;
}
