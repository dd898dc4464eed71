import { collapseWhitespace } from '../../../shared/text/format/wording';
import { fromScreen, type Model } from '../model/model';
import type { ScreenState } from '../page/screen/screen-state';
import { formatRowStart, isListed, type ListedClaim, matchesFilter } from './expected-claims';
import { unless } from './unless';

/** The list has a row for each claim that the filters let through, and for those that were just made, in order, and each filter shows its count. */
export function claimListMatchesDisk(screen: ScreenState, claims: ListedClaim[], model: Model): string[] {
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
