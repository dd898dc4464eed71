import { cleanSelection } from '../../../shared/text/clean-selection';
import { isSameSpan } from '../../../shared/text/span';
import type { StoredReview } from '../app/stored-review';
import type { ScreenState } from '../page/read-screen';
import { fromScreen, type Model } from '../model/model';
import { deriveExpectedClaims } from './expected-claims';

/** The reviewer is where the command led: the screen, the selection, the list and its filter. */
export function viewMatchesModel(seen: ScreenState, stored: StoredReview, model: Model): string[] {
  const span = getCleanSelection(seen, stored);
  const words = (at: Model['selection']) =>
    at !== null && at !== fromScreen ? `“${stored.draft.text.slice(at.start, at.end)}”` : 'nothing';
  const { selection } = model;
  const isSelected =
    selection === fromScreen || (selection === null ? span === null : span !== null && isSameSpan(span, selection));
  const { isInQueue: inQueue } = model;
  const isOnScreen =
    inQueue === fromScreen ? seen.kind !== 'library' : seen.kind === (inQueue ? 'queue' : 'article');
  const chosen = seen.filters.find(({ isChosen }) => isChosen)?.words.replace(/^\W| \d+$/g, '');
  const extras = seen.extras.join(', ');
  const { expectedOffset: leadsTo } = model;
  const led = stored.draft.blocks.find(({ end }) => leadsTo !== null && end > leadsTo);
  const isThere = leadsTo === null || led === undefined || seen.blocks.includes(led.start);
  // The bar goes with its words when they are scrolled out of view, or moved there by another zoom.
  const hasBarToShow = span !== null && seen.selection?.isInView === true;
  return [
    ...(isSelected ? [] : [`${words(span)} is selected, not ${words(selection)}`]),
    ...(seen.dialog === null ? [] : [`the dialog “${seen.dialog}” is open`]),
    ...(isOnScreen ? [] : [`the ${seen.kind} is on the screen`]),
    ...(isThere || !isOnScreen
      ? []
      : [`“${stored.draft.text.slice(led.start, led.start + 40)}” is not in view, where the command led`]),
    ...(chosen === undefined || (chosen === model.filter.verdict && extras === model.filter.extras.join(', '))
      ? []
      : [`the filter is ${chosen} ${extras}, not ${model.filter.verdict} ${model.filter.extras}`]),
    ...(seen.hasBar === hasBarToShow || model.isInQueue
      ? []
      : [`the bar is ${seen.hasBar ? '' : 'not '}shown, and ${words(span)} is selected`]),
  ];
}

function getCleanSelection({ selection }: ScreenState, { draft }: StoredReview) {
  return selection && cleanSelection(draft.text, selection.start, selection.end);
}

/** Takes over what a command does not foretell from what is seen. */
export function updateModelFromScreen(seen: ScreenState, stored: StoredReview, model: Model): void {
  model.selection = getCleanSelection(seen, stored);
  if (model.canMoveFocus) model.focusedRowClaimId = seen.focusedRow;
  else if (seen.focusedRow !== model.focusedRowClaimId) model.focusedRowClaimId = null;
  model.list = seen.list;
  model.isInQueue = seen.kind === 'queue';
  if (model.currentClaimId === fromScreen) model.currentClaimId = findCurrentClaimId(seen, stored);
}

/** The current claim by what the card, the list or the marks say of it; `fromScreen` where none of them is in view. */
function findCurrentClaimId({ card, rows, currentMark }: ScreenState, stored: StoredReview): Model['currentClaimId'] {
  if (currentMark !== null) return currentMark;
  const row = rows.find(({ isCurrent }) => isCurrent);
  if (row?.id) return row.id;
  const number = /^Claim (\d+)$/.exec(card.title)?.[1];
  const claim = deriveExpectedClaims(stored).claims.find((one) => String(one.number) === number);
  if (claim) return claim.id;
  // The card that has no claim to show.
  return card.title === 'Claim' ? null : fromScreen;
}
