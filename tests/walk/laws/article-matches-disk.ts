import type { Draft } from '../../../shared/domain/draft/draft';
import { statusLooks } from '../../../shared/domain/verdict';
import { collapseWhitespace } from '../../../shared/text/format/wording';
import type { ScreenState } from '../page/screen/screen-state';
import type { ExpectedClaim } from './expected-claims';
import { unless } from './unless';

/** Each claim in view has its mark and its label in the margin, and there are no others. */
export function articleMatchesDisk(screen: ScreenState, claims: ExpectedClaim[], draft: Draft): string[] {
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
