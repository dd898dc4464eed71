import type { Draft } from '../../../shared/domain/draft';
import { getReviewQueue } from '../../../shared/domain/review/review-queue';
import { statusLooks } from '../../../shared/domain/verdict';
import type { StoredReview } from '../app/stored-review';
import type { ScreenState } from '../page/read-screen';
import { fromScreen, type Model } from '../model/model';
import {
  formatStatusCounts,
  type ExpectedClaim,
  deriveExpectedClaims,
  isListed,
  matchesFilter,
  type ListedClaim,
  onLine,
  formatRowStart,
} from './expected-claims';

/** List, margin, marks, card and counts show what is stored, and agree on the current claim. */
export function screenMatchesDisk(seen: ScreenState, stored: StoredReview, model: Model): string[] {
  const { claims, waiting } = deriveExpectedClaims(stored);
  const all = [...claims, ...waiting];
  const counts = formatStatusCounts(all.map(({ status: standing }) => standing));
  return [
    ...(seen.draft === `Draft ${stored.draft.number}`
      ? []
      : [`${seen.draft ?? 'no draft'} is on the screen, not draft ${stored.draft.number}`]),
    ...(seen.counts.includes(counts) ? [] : [`the status bar says “${seen.counts}”, not “${counts}”`]),
    ...needs(seen, stored),
    ...list(seen, all, model),
    ...filters(seen, all),
    ...article(seen, claims, stored.draft),
    ...card(seen, stored, claims, model),
  ];
}

function needs({ needs: said }: ScreenState, { review, draft }: StoredReview): string[] {
  const waiting = getReviewQueue(review, draft).length;
  return said === null || said === waiting
    ? []
    : [`${said} claims are said to need the reviewer, not ${waiting}`];
}

function list({ rows, isListWhole, kind: screen }: ScreenState, all: ListedClaim[], { filter, currentClaimId: current }: Model): string[] {
  if (rows.length === 0) return [];
  const listed = all.filter((claim) => isListed(claim, filter));
  const wrong = rows.flatMap(({ at, of, words, isCurrent }) => {
    const claim = listed[at - 1];
    if (of !== listed.length)
      return [`the list has ${of} rows of ${filter.verdict} ${filter.extras}, not ${listed.length}`];
    if (!claim) return [`row ${at} of ${of} is of no claim: “${words}”`];
    const begins = formatRowStart(claim);
    const isMeant = current === fromScreen ? isCurrent : claim.id === current;
    return [
      ...(words.startsWith(begins) ? [] : [`row ${at} says “${words}”, not “${begins}”`]),
      ...(isCurrent === isMeant
        ? []
        : [`row ${at}, “${words}”, is ${isCurrent ? '' : 'not '}the current one`]),
    ];
  });
  const gap =
    isListWhole || screen !== 'article' ? [] : ['the list ends before its frame does, and goes on below'];
  return [...new Set([...wrong, ...gap])];
}

/** Every filter counts what it would list, and the claims that wait for a place with it. */
function filters(seen: ScreenState, all: ListedClaim[]): string[] {
  return seen.filters.flatMap(({ words }) => {
    const [, label = words, count] = /^\W?(.*) (\d+)$/.exec(words) ?? [];
    const wanted = all.filter((claim) => matchesFilter(claim, label)).length;
    return Number(count) === wanted ? [] : [`the filter says “${words}”, and there are ${wanted}`];
  });
}

function article(
  { kind: screen, margin, more, marks, blocks, painted }: ScreenState,
  claims: ExpectedClaim[],
  draft: Draft,
): string[] {
  if (screen !== 'article') return [];
  const shown = new Set([...blocks, ...painted]);
  /** The words of a claim as far as they are painted; blocks are parted by nothing in the window. */
  const paintedOf = ({ span }: ExpectedClaim) =>
    draft.blocks
      .filter(({ start, end }) => shown.has(start) && start < span.end && end > span.start)
      .map(({ start, end }) => draft.text.slice(Math.max(start, span.start), Math.min(end, span.end)))
      .join('');
  const told = (claim: ExpectedClaim) =>
    `${claim.number} ${statusLooks[claim.status].glyph}${statusLooks[claim.status].label}`;
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const numbers = new Set(claims.map(told));
  const last = blocks.at(-1) ?? -1;
  const inView = claims.filter(({ span }) => span.start >= (blocks[0] ?? 0) && span.start < last);
  const missing = inView.map(told).filter((words) => !margin.includes(words));
  return [
    ...margin
      .filter((words) => !numbers.has(words))
      .map((words) => `the margin says “${words}”, which no claim is`),
    ...(missing.length <= more
      ? []
      : missing.map((words) => `the margin does not say “${words}”, and has ${more} more behind a button`)),
    ...inView
      .filter(({ id }) => marks[id] === undefined)
      .map(({ number }) => `claim ${number} is in view and not marked`),
    ...Object.entries(marks).flatMap(([id, words]) => {
      const claim = known.get(id);
      if (!claim) return [`“${words}” is marked, and no claim stands there`];
      const whole = paintedOf(claim);
      return onLine(whole) === onLine(words)
        ? []
        : [`claim ${claim.number} is marked on “${words}”, not on “${whole}”`];
    }),
  ];
}

function card(
  { card: shown, kind: screen }: ScreenState,
  { review }: StoredReview,
  claims: ExpectedClaim[],
  { currentClaimId: current }: Model,
): string[] {
  if (!/^Claim \d+$/.test(shown.title)) {
    const isClaim = claims.some(({ id }) => id === current);
    return isClaim && shown.title === 'Claim' && screen === 'article'
      ? ['the card shows no claim, and one is current']
      : [];
  }
  const claim = claims.find(({ number }) => shown.title === `Claim ${number}`);
  const stored = review.claims.get(claim?.id ?? '');
  if (!claim || !stored) return [`the card shows ${shown.title}, which is none`];
  const titles = [...review.evidence.values()]
    .filter(({ claimId }) => claimId === claim.id)
    .map(({ sourceId }) => onLine(review.sources.get(sourceId)?.title ?? ''));
  const verdict = statusLooks[stored.verdict];
  const fields = { Note: stored.note, 'Stated by': stored.claimant };
  return [
    ...(current === fromScreen || current === claim.id
      ? []
      : [`the card shows claim ${claim.number}, which is not the current one`]),
    ...(onLine(shown.words) === onLine(claim.words)
      ? []
      : [`the card says “${shown.words}” of claim ${claim.number}, which is on “${claim.words}”`]),
    ...(shown.verdict === null || shown.verdict.includes(verdict.label)
      ? []
      : [`the card says ${shown.verdict} of claim ${claim.number}, which is ${verdict.label}`]),
    ...(shown.evidence.toSorted().join() === titles.toSorted().join()
      ? []
      : [`the card has evidence from “${shown.evidence.join('”, “')}”, not from “${titles.join('”, “')}”`]),
    ...Object.entries(fields).flatMap(([label, value]) =>
      shown.fields[label] === undefined || shown.fields[label] === (value ?? '')
        ? []
        : [`${label} shows “${shown.fields[label]}”, and “${value}” is stored`],
    ),
  ];
}
