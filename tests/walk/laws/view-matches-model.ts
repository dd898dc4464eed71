import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import { isSameSpan, type Span } from '#shared/text/span.ts';
import { unless } from '../app/law-violation.ts';
import type { StoredReview } from '../app/stored-review.ts';
import { fromScreen, type Model } from '../model/model.ts';
import type { ScreenState } from '../page/screen-state.ts';
import { deriveExpectedClaims } from './expected-claims.ts';

/** The command left the notice that it must leave, with Undo. */
export function noticeMatchesModel({ notices }: ScreenState, { expectedNotice }: Model): string[] {
  if (expectedNotice === null) return [];
  const isShown = notices.some(
    ({ text, buttons }) => text.includes(expectedNotice) && buttons.includes('Undo'),
  );
  const shown = notices.map(({ text, buttons }) => `“${text}” [${buttons}]`).join(', ');
  return unless(isShown, `no notice says “${expectedNotice}” with Undo, but ${shown || 'there is none'}`);
}

/** The window shows what the command leads to: the screen, the selection, the position in the text, the filters. */
export function viewMatchesModel(screen: ScreenState, stored: StoredReview, model: Model): string[] {
  const { isInQueue, filter } = model;
  const isOnScreen =
    isInQueue === fromScreen ? screen.kind !== 'library' : screen.kind === (isInQueue ? 'queue' : 'article');
  const verdict = screen.filters.find(({ isSelected }) => isSelected)?.label.replace(/^\W| \d+$/g, '');
  const extras = screen.extraFilters.join(', ');
  const isFiltered = verdict === filter.verdict && extras === filter.extras.join(', ');
  return [
    ...selectionMatchesModel(screen, stored, model),
    ...unless(screen.dialog === null, `the dialog “${screen.dialog}” is open`),
    ...unless(isOnScreen, `the ${screen.kind} is on the screen`),
    ...(isOnScreen ? expectedTextIsInView(screen, stored, model) : []),
    ...unless(
      verdict === undefined || isFiltered,
      `the filters are ${verdict} ${extras}, not ${filter.verdict} ${filter.extras}`,
    ),
  ];
}

function selectionMatchesModel(
  screen: ScreenState,
  stored: StoredReview,
  { selection, isInQueue }: Model,
): string[] {
  const span = getCleanSelection(screen, stored);
  const quote = (of: Span | null) => (of ? `“${stored.draft.text.slice(of.start, of.end)}”` : 'nothing');
  const isSelected =
    selection === fromScreen ||
    (selection === null ? span === null : span !== null && isSameSpan(span, selection));
  // The bar disappears when the selected words are scrolled out of view, or moved there by another zoom.
  const shouldHaveBar = span !== null && screen.selection?.isInView === true;
  return [
    ...unless(
      isSelected,
      `${quote(span)} is selected, not ${quote(selection === fromScreen ? null : selection)}`,
    ),
    ...unless(
      screen.hasSelectionBar === shouldHaveBar || Boolean(isInQueue),
      `the selection bar is ${screen.hasSelectionBar ? '' : 'not '}shown, and ${quote(span)} is selected`,
    ),
  ];
}

function expectedTextIsInView(
  { blocksInView }: ScreenState,
  { draft }: StoredReview,
  { expectedOffset }: Model,
): string[] {
  const block = draft.blocks.find(({ end }) => expectedOffset !== null && end > expectedOffset);
  if (!block) return [];
  const start = draft.text.slice(block.start, block.start + 40);
  return unless(blocksInView.includes(block.start), `“${start}” is not in view, where the command leads`);
}

function getCleanSelection({ selection }: ScreenState, { draft }: StoredReview): Span | null {
  return selection && cleanSelection(draft.text, selection.start, selection.end);
}

/** Copies from the screen what the model can't predict. */
export function updateModelFromScreen(screen: ScreenState, stored: StoredReview, model: Model): void {
  model.selection = getCleanSelection(screen, stored);
  if (model.canMoveFocus) model.focusedRowClaimId = screen.focusedRowClaimId;
  else if (screen.focusedRowClaimId !== model.focusedRowClaimId) model.focusedRowClaimId = null;
  model.list = screen.list;
  model.isInQueue = screen.kind === 'queue';
  if (model.currentClaimId === fromScreen) model.currentClaimId = findCurrentClaimId(screen, stored);
}

/** The current claim by the marks, the list or the card; `fromScreen` when none of them is in view. */
function findCurrentClaimId(screen: ScreenState, stored: StoredReview): Model['currentClaimId'] {
  const { card, rows, highlightedClaimId } = screen;
  if (highlightedClaimId !== null) return highlightedClaimId;
  const row = rows.find(({ isCurrent }) => isCurrent);
  if (row?.id) return row.id;
  const number = /^Claim (\d+)$/.exec(card.title)?.[1];
  const claim = deriveExpectedClaims(stored).claims.find((each) => String(each.number) === number);
  if (claim) return claim.id;
  // A card with this title shows that there is no current claim.
  return card.title === 'Claim' ? null : fromScreen;
}
