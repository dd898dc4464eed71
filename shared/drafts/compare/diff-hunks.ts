import { alignDrafts } from '../../alignment/align-drafts';
import type { Alignment } from '../../alignment/alignment';
import type { DraftText } from '../../text/draft-text';
import type { Comparison, Hunk } from './hunk';
import { createMatchedHunks } from './matched-hunks';
import { createUnmatchedHunkReader } from './unmatched-hunks';

/**
 * The hunks of two aligned drafts, in reading order: `matched-hunks` makes those of blocks that stayed, `unmatched-hunks` those
 * of tokens that were removed, added or moved. `diff-rows` puts blocks side by side, `number-changes` counts the changes.
 */
export function diffHunks(alignment: Alignment): Comparison {
  if (alignment.isSame)
    return alignment.after.blocks.map(({ start, end }) => {
      const span = { start, end };
      return { kind: 'same', before: span, after: span };
    });
  const { before, after } = alignment.tokens;
  const moved = alignment.blocks.filter(({ isMoved }) => isMoved);
  const readRemoved = createUnmatchedHunkReader(before, moved, 'before');
  const readAdded = createUnmatchedHunkReader(after, moved, 'after');
  const hunks: Comparison = [];
  // Not spread into one call of push: a long draft has more hunks than a call can have arguments.
  const append = (more: Iterable<Hunk>) => {
    for (const hunk of more) hunks.push(hunk);
  };
  for (const block of alignment.blocks) {
    if (block.isMoved) continue;
    append(readRemoved(block.before, block.length));
    append(readAdded(block.after, block.length));
    append(createMatchedHunks(alignment, block));
  }
  append(readRemoved(before.count));
  append(readAdded(after.count));
  return hunks;
}

/** Compares two drafts. Takes time nearly in proportion to their length. */
export function compareDrafts(before: DraftText, after: DraftText): Comparison {
  return diffHunks(alignDrafts(before, after));
}
