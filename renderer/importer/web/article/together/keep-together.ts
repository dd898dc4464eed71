import type { ChosenBlock } from '../block-facts';
import { keepHeadings } from './keep-headings';
import { keepLists } from './keep-lists';
import { keepStandfirst } from './keep-standfirst';
import { leaveOutTeasers } from './leave-out-teasers';

/**
 * Completes a choice of single blocks by the structure of the page, since some blocks say little on their own:
 * - `leave-out-teasers.ts`: a label takes the links below it along.
 * - `keep-lists.ts`: the items of a list and the rows of a table stay or go together.
 * - `keep-headings.ts`: a heading stays or goes with what follows it.
 * - `keep-standfirst.ts`: the standfirst between title and text stays.
 */
export function keepTogether(blocks: readonly ChosenBlock[]): ChosenBlock[] {
  return keepStandfirst(keepHeadings(keepLists(leaveOutTeasers(blocks))));
}
