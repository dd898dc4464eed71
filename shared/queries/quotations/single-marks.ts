import type { Span } from '../../text/span';
import type { Mark } from './quotation-marks';

/** A single mark that opens, before a letter. An apostrophe may stand there as well: ‘em, ‘90s, ‘til. */
const opening = /(?<=^|[\s([“"„—–])[‘‚‹](?=\p{L})/gu;
/** Words that lost their first letters. */
const elision =
  /^(?:em|n|til|till|tis|twas|cause|round|bout|cuz|neath|s|ne|nem|nen|rum|rein|raus|ran|ll|ve|re|d|m|t|fore|ere|way|kay|cos)(?![\p{L}\p{N}])/iu;

/**
 * Finds single quotation marks that open and never close in their block. An apostrophe looks like a closing mark, so whatever
 * may close one does: none is found that closes without opening.
 */
export function findUnclosedSingles(text: string, block: Span): Mark[] {
  const content = text.slice(block.start, block.end);
  if (!/[‘‚‹]/u.test(content)) return [];
  const openings = [...content.matchAll(opening)].filter(
    ({ index }) => !elision.test(content.slice(index + 1, index + 8)),
  );
  return openings.flatMap(({ 0: character, index }, at): Mark[] => {
    const end = openings[at + 1]?.index ?? content.length;
    const closing =
      character === '‚' ? /[‘’']/u : character === '‹' ? /›/u : /[’'](?!\p{L})|[‘](?![\p{L}\p{N}])/u;
    if (closing.test(content.slice(index + 1, end))) return [];
    // It may enclose the next quotation, or go on in the next block.
    if (openings.length > 1 || !/[\p{L}\p{N}]/u.test(content.slice(0, index))) return [];
    return [{ start: block.start + index, character, role: 'opens', isAtStart: false }];
  });
}
