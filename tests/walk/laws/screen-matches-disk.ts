import { assessCoverage } from '#shared/coverage/assess-coverage.ts';
import { listSentences } from '#shared/coverage/count-coverage.ts';
import { getReadPercent } from '#shared/coverage/describe-coverage.ts';
import { listDismissals } from '#shared/coverage/dismissal-edits.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { stanceLabels } from '#shared/domain/base/evidence.ts';
import { statusLooks } from '#shared/domain/base/verdict.ts';
import { getReviewQueue } from '#shared/domain/claims/review-queue.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { type CoverageCounts, sentenceStateLabels, sentenceStates } from '#shared/domain/review/progress.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { unless } from '../app/law-violation.ts';
import type { PastDraft, StoredReview } from '../app/stored-review.ts';
import { fromScreen, type Model, noFilter } from '../model/model.ts';
import type { ScreenState } from '../page/screen-state.ts';
import {
  deriveExpectedClaims,
  type ExpectedClaim,
  formatRowStart,
  formatStatusCounts,
  isListed,
  type ListedClaim,
  matchesFilter,
} from './expected-claims.ts';

/** Each claim in view has its mark and its label in the margin, and there are no others. */
function articleMatchesDisk(screen: ScreenState, claims: ExpectedClaim[], draft: Draft): string[] {
  if (screen.kind !== 'article') return [];
  return [...marginMatchesClaims(screen, claims), ...marksMatchClaims(screen, claims, draft)];
}

function findClaimsInView({ blocksInView }: ScreenState, claims: ExpectedClaim[]): ExpectedClaim[] {
  const [first = 0] = blocksInView;
  const last = blocksInView.at(-1) ?? -1;
  return claims.filter(({ span }) => span.start >= first && span.start < last);
}

function marginMatchesClaims(screen: ScreenState, claims: ExpectedClaim[]): string[] {
  const { marginLabels, hiddenLabelCount } = screen;
  const formatLabel = ({ number, status }: ExpectedClaim) =>
    `${number} ${statusLooks[status].glyph}${statusLooks[status].label}`;
  const allLabels = new Set(claims.map(formatLabel));
  const missing = findClaimsInView(screen, claims)
    .map(formatLabel)
    .filter((label) => !marginLabels.includes(label));
  return [
    ...marginLabels
      .filter((label) => !allLabels.has(label))
      .map((label) => `the margin says “${label}”, which is the label of no claim`),
    ...(missing.length <= hiddenLabelCount
      ? []
      : missing.map(
          (label) =>
            `the margin does not say “${label}”, and has ${hiddenLabelCount} more labels behind a button`,
        )),
  ];
}

function marksMatchClaims(screen: ScreenState, claims: ExpectedClaim[], draft: Draft): string[] {
  const { marks, blocksInView, paintedBlocks } = screen;
  const claimsById = new Map(claims.map((claim) => [claim.id, claim]));
  const blockStarts = new Set([...blocksInView, ...paintedBlocks]);
  /** The part of a claim's text in painted blocks. The window has nothing between blocks. */
  const getPaintedText = ({ span }: ExpectedClaim) =>
    draft.blocks
      .filter(({ start, end }) => blockStarts.has(start) && start < span.end && end > span.start)
      .map(({ start, end }) => draft.text.slice(Math.max(start, span.start), Math.min(end, span.end)))
      .join('');
  return [
    ...findClaimsInView(screen, claims)
      .filter(({ id }) => marks[id] === undefined)
      .map(({ number }) => `claim ${number} is in view and not marked`),
    ...Object.entries(marks).flatMap(([id, text]) => {
      const claim = claimsById.get(id);
      if (!claim) return [`“${text}” is marked, and there is no such claim`];
      const expected = getPaintedText(claim);
      return unless(
        collapseWhitespace(expected) === collapseWhitespace(text),
        `claim ${claim.number} is marked on “${text}”, not on “${expected}”`,
      );
    }),
  ];
}

/** The card shows the current claim with its text, verdict, evidence, note and claimant. */
function cardMatchesDisk(
  { card, kind }: ScreenState,
  { review }: StoredReview,
  claims: ExpectedClaim[],
  { currentClaimId }: Model,
): string[] {
  if (!/^Claim \d+$/.test(card.title)) {
    const hasCurrentClaim = claims.some(({ id }) => id === currentClaimId);
    const isEmptyByMistake = hasCurrentClaim && card.title === 'Claim' && kind === 'article';
    return unless(!isEmptyByMistake, 'the card shows no claim, although there is a current one');
  }
  const claim = claims.find(({ number }) => card.title === `Claim ${number}`);
  const stored = review.claims.get(claim?.id ?? '');
  if (!claim || !stored) return [`the card shows ${card.title}, which does not exist`];
  const evidence = [...review.evidence.values()]
    .filter(({ claimId }) => claimId === claim.id)
    .map(({ sourceId, stance }) => {
      const title = collapseWhitespace(review.sources.get(sourceId)?.title ?? '');
      return `${stanceLabels[stance]}: ${title}`;
    });
  const { label } = statusLooks[stored.verdict];
  const fields = { Note: stored.note, 'Stated by': stored.claimant };
  return [
    ...unless(
      currentClaimId === fromScreen || currentClaimId === claim.id,
      `the card shows claim ${claim.number}, which is not the current one`,
    ),
    ...unless(
      collapseWhitespace(card.text) === collapseWhitespace(claim.words),
      `the card shows “${card.text}” for claim ${claim.number}, which is on “${claim.words}”`,
    ),
    ...unless(
      card.verdict === null || card.verdict.includes(label),
      `the card shows ${card.verdict} for claim ${claim.number}, which is ${label}`,
    ),
    ...unless(
      card.evidence.toSorted().join() === evidence.toSorted().join(),
      `the card has the evidence “${card.evidence.join('”, “')}”, not “${evidence.join('”, “')}”`,
    ),
    ...Object.entries(fields).flatMap(([name, value]) =>
      unless(
        card.fields[name] === undefined || card.fields[name] === (value ?? ''),
        `${name} shows “${card.fields[name]}”, and “${value}” is stored`,
      ),
    ),
  ];
}

/**
 * The list has a row for each claim that the filters let through, and for those that were just made, in order, and each filter
 * shows its count.
 */
function claimListMatchesDisk(screen: ScreenState, claims: ListedClaim[], model: Model): string[] {
  return [...rowsMatchClaims(screen, claims, model), ...filterCountsMatchClaims(screen, claims)];
}

function rowsMatchClaims(
  { rows, isListFilled, kind }: ScreenState,
  claims: ListedClaim[],
  { filter, currentClaimId, newClaims, expectedActions }: Model,
): string[] {
  if (rows.length === 0) return [];
  const outsideIds = rows.filter(({ text }) => text.endsWith(outsideWords)).map(({ id }) => id);
  // Until another claim becomes the current one, which the model does not always know.
  const areJustMade = expectedActions.some((action) => /^claim\.(?:mark|split)$/.test(action));
  const isNew = (id: string) =>
    newClaims?.filter === filter && newClaims.ids.includes(id) && (areJustMade || outsideIds.includes(id));
  const listed = claims.filter((claim) => isListed(claim, filter) || isNew(claim.id));
  const violations = rows.flatMap(({ position, count, text, isCurrent, tags }) => {
    const claim = listed[position - 1];
    if (count !== listed.length)
      return [
        `the list has ${count} rows with the filters ${filter.verdict} ${filter.extras}, not ${listed.length}`,
      ];
    if (!claim) return [`row ${position} of ${count} belongs to no claim: “${text}”`];
    const start = formatRowStart(claim);
    const shouldBeCurrent = currentClaimId === fromScreen ? isCurrent : claim.id === currentClaimId;
    return [
      ...unless(
        tags.join() === claim.tags.map(collapseWhitespace).join(),
        `row ${position} has the tags ${tags}, not ${claim.tags}`,
      ),
      ...unless(
        isListed(claim, filter) !== text.endsWith(outsideWords),
        `row ${position}, “${text}”, does not say whether it is in the filter`,
      ),
      ...unless(text.startsWith(start), `row ${position} says “${text}”, not “${start}”`),
      ...unless(
        isCurrent === shouldBeCurrent,
        `row ${position}, “${text}”, is ${isCurrent ? '' : 'not '}the current one`,
      ),
    ];
  });
  const isFilled = isListFilled || kind !== 'article';
  const gap = unless(isFilled, 'the rendered rows do not fill the list, which has more rows below');
  return [...new Set([...violations, ...gap])];
}

/** The end of a row that is shown although the filters hide its claim. */
const outsideWords = 'not in the filter';

/** Each filter counts the claims that it would list, including unplaced claims. */
function filterCountsMatchClaims({ filters }: ScreenState, claims: ListedClaim[]): string[] {
  return filters.flatMap((filter) => {
    const [, label = filter.label, count] = /^\W?(.*) (\d+)$/.exec(filter.label) ?? [];
    const expected = claims.filter((claim) => matchesFilter(claim, label)).length;
    return unless(
      Number(count) === expected,
      `the filter says “${filter.label}”, and it matches ${expected} claims`,
    );
  });
}

/** "16% read 3 looked at, 2 partly, 0 set aside, 25 not looked at". */
const countsOfStatusBar = new RegExp(
  `(\\d+)% read ${sentenceStates.map((state) => `([\\d,]+) ${sentenceStateLabels[state]}`).join(', ')}`,
);

/** The status bar counts all sentences of the draft by the four states. It says nothing while they are still being found. */
function coverageAddsUp({ statusBar }: ScreenState, stored: StoredReview): string[] {
  const [, percent, ...counted] = countsOfStatusBar.exec(statusBar) ?? [];
  if (percent === undefined) return [];
  const [lookedAt = 0, partly = 0, setAside = 0, notLookedAt = 0] = counted.map((number) =>
    Number(number.replaceAll(',', '')),
  );
  const counts = { lookedAt, partly, setAside, notLookedAt };
  return [
    ...describeWrongCounts('the status bar', counts, stored),
    ...unless(
      getReadPercent({ ...counts, total: lookedAt + partly + setAside + notLookedAt }) === Number(percent),
      `the status bar says ${percent}% read, of ${counted.join(', ')}`,
    ),
  ];
}

/** Compares counts with the claims and dismissals on the disk. Which of two states a claimed sentence has depends on spotted words. */
export function describeWrongCounts(
  where: string,
  { lookedAt, partly, setAside, notLookedAt }: Omit<CoverageCounts, 'total'>,
  { review, draft }: StoredReview,
): string[] {
  const { counts } = assessCoverage({
    text: draft.text,
    sentences: listSentences(draft, draft.blocks),
    spots: [],
    claims: listPlacedClaims(review, draft.id).map(({ span }) => span),
    dismissals: listDismissals(review, draft.id).map(({ span }) => span),
  });
  const isRight =
    lookedAt + partly === counts.lookedAt &&
    setAside === counts.setAside &&
    notLookedAt === counts.notLookedAt;
  return unless(
    isRight,
    `${where} counts ${lookedAt} looked at, ${partly} partly, ${setAside} set aside, ${notLookedAt} not looked at; of ${counts.total} sentences ${counts.lookedAt} have claims, ${counts.setAside} are set aside, ${counts.notLookedAt} neither`,
  );
}

/** An older draft shows the claims and verdicts as they stood when the next draft was added, by the history on the disk. */
export function olderDraftShowsItsTime(screen: ScreenState, past: PastDraft, model: Model): string[] {
  const { claims, unplaced } = deriveExpectedClaims(past);
  const all = [...claims, ...unplaced];
  const counts = formatStatusCounts(all.map(({ status }) => status));
  return [
    ...unless(
      screen.draft === `Draft ${past.draft.number}`,
      `${screen.draft ?? 'no draft'} is on the screen, not the older draft ${past.draft.number}`,
    ),
    ...unless(
      screen.statusBar.includes(counts),
      `the status bar of an older draft says “${screen.statusBar}”, not “${counts}”`,
    ),
    ...claimListMatchesDisk(screen, all, { ...model, filter: noFilter, currentClaimId: fromScreen }),
    ...articleMatchesDisk(screen, claims, past.draft),
  ];
}

/** The list, the margin, the marks, the card and all counts show what is stored, and agree on the current claim. */
export function screenMatchesDisk(screen: ScreenState, stored: StoredReview, model: Model): string[] {
  const { claims, unplaced } = deriveExpectedClaims(stored);
  const allClaims = [...claims, ...unplaced];
  const counts = formatStatusCounts(allClaims.map(({ status }) => status));
  return [
    ...unless(
      screen.draft === `Draft ${stored.draft.number}`,
      `${screen.draft ?? 'no draft'} is on the screen, not draft ${stored.draft.number}`,
    ),
    ...unless(
      screen.statusBar.includes(counts),
      `the status bar says “${screen.statusBar}”, not “${counts}”`,
    ),
    ...coverageAddsUp(screen, stored),
    ...queueCountMatchesDisk(screen, stored),
    ...claimListMatchesDisk(screen, allClaims, model),
    ...articleMatchesDisk(screen, claims, stored.draft),
    ...cardMatchesDisk(screen, stored, claims, model),
  ];
}

function queueCountMatchesDisk({ queueCount, kind }: ScreenState, { review, draft }: StoredReview): string[] {
  if (queueCount === null)
    return unless(kind !== 'queue', 'the queue does not say how many claims need review');
  const expected = getReviewQueue(review, draft).length;
  return unless(
    queueCount === expected,
    `the screen says that ${queueCount} claims need review, not ${expected}`,
  );
}
