import type { QueryBlock, QueryText } from '../names/query-text';
import type { Query } from '../query';
import { createMarkQuery } from './create-mark-query';
import { getMarkStyle, listDoubleMarks, type Mark } from './quotation-marks';
import { findUnclosedSingles } from './single-marks';

/** A quotation may close this many blocks after the one that opens it, where the blocks between open nothing. */
const maxQuotedBlocks = 6;
/** More unpaired marks than this share of all marks come from how the text was stored, not from slips. */
const maxUnpairedShare = 0.25;
/** As many unpaired marks are always shown. */
const minUnpaired = 3;
/** At most this many queries are made. */
const maxQueries = 200;

/** In a block where more quotations than this stay open, the marks mean something else. */
const maxOpenInBlock = 20;

interface Unpaired {
  mark: Mark;
  block: QueryBlock;
  blockIndex: number;
}

/**
 * Finds quotation marks that open and never close, or close without opening. A quotation may go on over several paragraphs: in
 * English each of them opens it again and only the last one closes it; elsewhere only the first one opens it.
 */
export function findUnpairedMarks(draft: QueryText): Query[] {
  const unpaired: Unpaired[] = [];
  let count = 0;
  /** Quotations that earlier blocks opened. */
  let open: Unpaired[] = [];
  listMarksOfBlocks(draft).forEach((marks, blockIndex) => {
    const block = draft.blocks[blockIndex];
    if (!block) return;
    count += marks.length;
    const { opening, closing } = pairMarks(marks);
    for (const mark of closing) if (!open.pop()) unpaired.push({ mark, block, blockIndex });
    const [first] = marks;
    if (first && first.role !== 'closes') {
      // A block that begins with a mark opens the quotation again that goes on from the block before.
      const goesOn = (entry: Unpaired) => first.isAtStart && mayGoOn(draft, entry, blockIndex);
      unpaired.push(...open.filter((entry) => !goesOn(entry)));
      open = [];
    }
    const isLate = (entry: Unpaired) => blockIndex - entry.blockIndex >= maxQuotedBlocks;
    unpaired.push(...open.filter(isLate));
    open = open.filter((entry) => !isLate(entry));
    if (opening.length <= maxOpenInBlock) open.push(...opening.map((mark) => ({ mark, block, blockIndex })));
  });
  unpaired.push(...open);
  const isNoise = unpaired.length > minUnpaired && unpaired.length > count * maxUnpairedShare;
  const doubles = isNoise ? [] : unpaired;
  return [
    ...doubles.map(({ mark, block }) => createMarkQuery(draft.text, block, mark)),
    ...draft.blocks.flatMap((block) =>
      findUnclosedSingles(draft.text, block).map((mark) => createMarkQuery(draft.text, block, mark)),
    ),
  ].slice(0, maxQueries);
}

/** The marks of a block that have no partner in it. Marks of one form may enclose each other: "She said "no" to him." */
function pairMarks(marks: readonly Mark[]): { opening: Mark[]; closing: Mark[] } {
  const opening: Mark[] = [];
  const closing: Mark[] = [];
  for (const mark of marks) {
    const role = mark.role ?? (opening.length > 0 ? 'closes' : 'opens');
    if (role === 'opens') opening.push({ ...mark, role });
    else if (!opening.pop()) closing.push({ ...mark, role });
  }
  return { opening, closing };
}

/** A guillemet that opens German words within a block: bullets begin one, and arrows have spaces on both sides. */
const germanOpening = /[\p{L},:;] »\p{L}/u;

/** The double marks of each block. Where the text has guillemets of one direction alone, they are arrows or bullets. */
function listMarksOfBlocks(draft: QueryText): Mark[][] {
  const { text, blocks } = draft;
  const style = getMarkStyle(draft);
  const isGerman = /^de\b/iu.test(draft.language ?? '');
  const hasGuillemets = (text.includes('«') && text.includes('»')) || (isGerman && germanOpening.test(text));
  return blocks.map((block) =>
    listDoubleMarks(text, block, style).filter(
      ({ character }) => hasGuillemets || (character !== '«' && character !== '»'),
    ),
  );
}

/** Words that name the speaker after a quotation: whatever follows them is no quotation until another mark opens one. */
const attribution =
  /[,.!?…] (?:(?:he|she|they|it|I|we|\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3}) (?:said|says|told|added|explained|wrote|recalled|noted|asked|continued)|(?:said|says|sagte?|erklärte?|meinte?|betonte?) \p{L})/u;
/** Longer blocks, in UTF-16 code units, are paragraphs; shorter ones may be captions that stand within a quotation. */
const maxCaptionLength = 80;

/**
 * Whether a quotation that its block leaves open goes on in the next paragraph, rather than having ended before its speaker. It
 * does not in a block that says who spoke.
 */
function mayGoOn(
  { text, blocks }: QueryText,
  { mark, block, blockIndex }: Unpaired,
  nextIndex: number,
): boolean {
  const between = blocks.slice(blockIndex + 1, nextIndex);
  return (
    between.every(({ start, end }) => end - start <= maxCaptionLength) &&
    !attribution.test(text.slice(mark.start, block.end))
  );
}
