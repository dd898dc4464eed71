import { countCharacters, type GlyphRun } from '../pages/glyph-run';

/**
 * Sorts the runs of a cell for reading. In a line that runs from right to left, words and numbers that run from left to right
 * keep an order of their own, and the other way round (a simple form of the Unicode Bidirectional Algorithm, UAX #9; pdf.js
 * has applied it within each run).
 */
export function sortForReading(cell: readonly GlyphRun[]): GlyphRun[] {
  if (!cell.some(({ isRtl }) => isRtl)) return isMirrored(cell) ? cell.toReversed() : [...cell];
  const fromLeft = isMirrored(cell) ? cell.toReversed() : [...cell];
  const rtl = countCharacters(cell.filter(({ isRtl }) => isRtl));
  const ltr = countCharacters(cell.filter(({ isRtl, text }) => !isRtl && /\p{L}/u.test(text)));
  return rtl >= ltr
    ? reverseGroups(fromLeft.toReversed(), isLtr, isNeutral)
    : reverseGroups(
        fromLeft,
        ({ isRtl }) => isRtl,
        (run) => !/\p{L}/u.test(run.text),
      );
}

function isMirrored(cell: readonly GlyphRun[]): boolean {
  return cell[0]?.isMirrored ?? false;
}

function isLtr(run: GlyphRun): boolean {
  return !run.isRtl && !isNeutral(run);
}

/** Whether a run has no direction: punctuation marks follow what is around them. */
function isNeutral({ text }: GlyphRun): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/** Reverses the groups of runs that belong to one, with runs that may stand between those. */
function reverseGroups(
  runs: readonly GlyphRun[],
  belongs: (run: GlyphRun) => boolean,
  mayStandBetween: (run: GlyphRun) => boolean,
): GlyphRun[] {
  const sorted: GlyphRun[] = [];
  let group: GlyphRun[] = [];
  const closeGroup = () => {
    const end = group.findLastIndex(belongs) + 1;
    sorted.push(...group.slice(0, end).toReversed(), ...group.slice(end));
    group = [];
  };
  for (const run of runs)
    if (belongs(run) || (group.length > 0 && mayStandBetween(run))) group.push(run);
    else {
      closeGroup();
      sorted.push(run);
    }
  closeGroup();
  return sorted;
}
