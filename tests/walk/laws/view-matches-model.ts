import { cleanSelection } from '../../../shared/text/clean-selection';
import { isSameSpan } from '../../../shared/text/span';
import type { Stored } from '../app/stored-review';
import type { Seen } from '../page/read-screen';
import { asSeen, type World } from '../model/model';
import { expectedOf } from './expected-claims';

/** The reviewer is where the command led: the screen, the selection, the list and its filter. */
export function placeLaw(seen: Seen, stored: Stored, world: World): string[] {
  const span = selectionOf(seen, stored);
  const words = (at: World['selection']) =>
    at !== null && at !== asSeen ? `“${stored.draft.text.slice(at.start, at.end)}”` : 'nothing';
  const { selection } = world;
  const isSelected =
    selection === asSeen || (selection === null ? span === null : span !== null && isSameSpan(span, selection));
  const { inQueue } = world;
  const isOnScreen =
    inQueue === asSeen ? seen.screen !== 'library' : seen.screen === (inQueue ? 'queue' : 'article');
  const chosen = seen.filters.find(({ isChosen }) => isChosen)?.words.replace(/^\W| \d+$/g, '');
  const extras = seen.extras.join(', ');
  const { leadsTo } = world;
  const led = stored.draft.blocks.find(({ end }) => leadsTo !== null && end > leadsTo);
  const isThere = leadsTo === null || led === undefined || seen.blocks.includes(led.start);
  // The bar goes with its words when they are scrolled out of view, or moved there by another zoom.
  const hasBarToShow = span !== null && seen.selection?.isInView === true;
  return [
    ...(isSelected ? [] : [`${words(span)} is selected, not ${words(selection)}`]),
    ...(seen.dialog === null ? [] : [`the dialog “${seen.dialog}” is open`]),
    ...(isOnScreen ? [] : [`the ${seen.screen} is on the screen`]),
    ...(isThere || !isOnScreen
      ? []
      : [`“${stored.draft.text.slice(led.start, led.start + 40)}” is not in view, where the command led`]),
    ...(chosen === undefined || (chosen === world.filter.verdict && extras === world.filter.extras.join(', '))
      ? []
      : [`the filter is ${chosen} ${extras}, not ${world.filter.verdict} ${world.filter.extras}`]),
    ...(seen.hasBar === hasBarToShow || world.inQueue
      ? []
      : [`the bar is ${seen.hasBar ? '' : 'not '}shown, and ${words(span)} is selected`]),
  ];
}

function selectionOf({ selection }: Seen, { draft }: Stored) {
  return selection && cleanSelection(draft.text, selection.start, selection.end);
}

/** Takes over what a command does not foretell from what is seen. */
export function takeOver(seen: Seen, stored: Stored, world: World): void {
  world.selection = selectionOf(seen, stored);
  if (world.movesFocus) world.row = seen.focusedRow;
  else if (seen.focusedRow !== world.row) world.row = null;
  world.list = seen.list;
  world.inQueue = seen.screen === 'queue';
  if (world.current === asSeen) world.current = currentIn(seen, stored);
}

/** The current claim by what the card, the list or the marks say of it; `asSeen` where none of them is in view. */
function currentIn({ card, rows, currentMark }: Seen, stored: Stored): World['current'] {
  if (currentMark !== null) return currentMark;
  const row = rows.find(({ isCurrent }) => isCurrent);
  if (row?.id) return row.id;
  const number = /^Claim (\d+)$/.exec(card.title)?.[1];
  const claim = expectedOf(stored).claims.find((one) => String(one.number) === number);
  if (claim) return claim.id;
  // The card that has no claim to show.
  return card.title === 'Claim' ? null : asSeen;
}
