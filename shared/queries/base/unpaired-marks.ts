import { pairMarks, type QuotationMark } from '#shared/reading/quotations.ts';
import type { ReadBlock, ReadDraft, ReadText } from '#shared/reading/read-text.ts';
import { isolate } from '#shared/text/format/wording.ts';
import type { Span } from '#shared/text/span.ts';
import type { Query } from './query.ts';

/** A quotation may close this many blocks after the one that opens it, where the blocks between open nothing. */
const maxQuotedBlocks = 6;
/** A larger share of unpaired marks comes from how the text was stored, not from slips. */
const maxUnpairedShare = 0.25;
/** This many unpaired marks are shown whatever their share. */
const minUnpaired = 3;
/** At most this many queries are made. */
const maxQueries = 200;

/** Where more quotations than this stay open in a block, the marks mean something else. */
const maxOpenInBlock = 20;

interface Unpaired {
  mark: QuotationMark;
  block: ReadBlock;
  blockIndex: number;
}

/**
 * Finds quotation marks that open and never close, or close without opening. A quotation may go on over several paragraphs: in
 * English each of them opens it again and only the last one closes it; elsewhere only the first one opens it.
 */
export function findUnpairedMarks(read: ReadText): Query[] {
  const { draft } = read;
  const unpaired: Unpaired[] = [];
  let count = 0;
  /** Quotations that earlier blocks left open. */
  let open: Unpaired[] = [];
  listMarks(read).forEach((marks, blockIndex) => {
    const block = draft.blocks[blockIndex];
    if (!block) return;
    count += marks.length;
    const { opening, closing } = pairMarks(marks);
    for (const mark of closing) if (!open.pop()) unpaired.push({ mark, block, blockIndex });
    const [first] = marks;
    if (first && first.role !== 'closes') {
      // A mark at the start of a block may open the quotation of the block before again.
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
  // One slip may leave several marks of a block without partners, so each block gets one query.
  const first = new Map<ReadBlock, QuotationMark>();
  for (const { mark, block } of doubles) if (!first.has(block)) first.set(block, mark);
  for (const block of draft.blocks) {
    const [mark] =
      first.has(block) || isCode(draft.text, block) ? [] : findUnclosedSingles(draft.text, block);
    if (mark) first.set(block, mark);
  }
  return [...first].slice(0, maxQueries).map(([block, mark]) => createMarkQuery(draft.text, block, mark));
}

/** Signs of program code, whose quotation marks enclose strings rather than quotations. */
const codePattern =
  /[{};]\s*$|=>|[=!]==?|<\/?[a-z][^<>]*>|[\w\])]\(["'“‘]|\w=["“'‘]|\w\.\w+\(|&&|\|\||^\s*(?:[$>] |#!|import |const |let |var |def |echo |SELECT |return )|\\[nt"']/mu;

function isCode(text: string, { start, end }: Span): boolean {
  return codePattern.test(text.slice(start, end));
}

/** A guillemet that opens a German quotation. Bullets begin a block, and arrows have spaces on both sides. */
const germanOpening = /[\p{L},:;] »\p{L}/u;

/** The double marks of each block. Guillemets of only one direction are arrows or bullets, and are left out. */
function listMarks({ draft: { text, blocks, language }, marks }: ReadText): QuotationMark[][] {
  const isGerman = /^de\b/iu.test(language ?? '');
  const hasGuillemets = (text.includes('«') && text.includes('»')) || (isGerman && germanOpening.test(text));
  return blocks.map((block, index) =>
    isCode(text, block)
      ? []
      : (marks[index] ?? []).filter(
          ({ character }) => hasGuillemets || (character !== '«' && character !== '»'),
        ),
  );
}

/** Words that name the speaker after a quotation. The quotation has ended before them. */
const attribution =
  /[,.!?…] (?:(?:he|she|they|it|I|we|\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3}) (?:said|says|told|added|explained|wrote|recalled|noted|asked|continued)|(?:said|says|sagte?|erklärte?|meinte?|betonte?) \p{L})/u;
/** Longest caption, in UTF-16 code units. A caption may interrupt a quotation; a paragraph may not. */
const maxCaptionLength = 80;

/**
 * Whether a quotation that its block leaves open may go on in the next paragraph. A block that names the speaker has ended it.
 */
function mayGoOn(
  { text, blocks }: ReadDraft,
  { mark, block, blockIndex }: Unpaired,
  nextIndex: number,
): boolean {
  const between = blocks.slice(blockIndex + 1, nextIndex);
  return (
    between.every(({ start, end }) => end - start <= maxCaptionLength) &&
    !attribution.test(text.slice(mark.start, block.end))
  );
}

/** A single mark that opens, before a letter. An apostrophe may stand there as well: ‘em, ‘90s, ‘til. */
const singleOpening = /(?<=^|[\s([“"„—–])[‘‚‹](?=\p{L})/gu;
/** Words that lost their first letters. */
const elision =
  /^(?:em|n|til|till|tis|twas|cause|round|bout|cuz|neath|s|ne|nem|nen|rum|rein|raus|ran|ll|ve|re|d|m|t|fore|ere|way|kay|cos)(?![\p{L}\p{N}])/iu;

/**
 * Finds single quotation marks that open and never close in their block. An apostrophe looks like a closing mark, so closing marks
 * without an opening one are not reported.
 */
function findUnclosedSingles(text: string, block: Span): QuotationMark[] {
  const content = text.slice(block.start, block.end);
  if (!/[‘‚‹]/u.test(content)) return [];
  const openings = [...content.matchAll(singleOpening)].filter(
    ({ index }) => !elision.test(content.slice(index + 1, index + 8)),
  );
  return openings.flatMap(({ 0: character, index }, at): QuotationMark[] => {
    const end = openings[at + 1]?.index ?? content.length;
    const closing =
      character === '‚' ? /[‘’']/u : character === '‹' ? /›/u : /[’'](?!\p{L})|[‘](?![\p{L}\p{N}])/u;
    if (closing.test(content.slice(index + 1, end))) return [];
    // It may enclose the next quotation, or go on in the next block.
    if (openings.length > 1 || !/[\p{L}\p{N}]/u.test(content.slice(0, index))) return [];
    return [{ start: block.start + index, character, role: 'opens', isAtStart: false }];
  });
}

/** A query about a mark without its partner. Its place is the mark with the words beside it. */
function createMarkQuery(text: string, block: Span, mark: QuotationMark): Query {
  const opens = mark.role !== 'closes';
  const place = opens ? spanAfter(text, block, mark) : spanBefore(text, block, mark);
  const words = text.slice(place.start, place.end).replace(/\s+/gu, ' ');
  const quoted = isolate(words);
  return {
    rule: 'quotation-mark',
    places: [place],
    explanation: opens
      ? `The quotation that begins with ${quoted} opens and never closes.`
      : `The quotation that ends with ${quoted} closes and never opens.`,
  };
}

/** A mark with the first words of its quotation. */
function spanAfter(text: string, block: Span, { start, character }: QuotationMark): Span {
  const rest = text.slice(start + character.length, Math.min(block.end, start + 60));
  const words = /^\s?(?:[^\s]+(?:\s|$)){0,3}/u.exec(rest)?.[0].trimEnd() ?? '';
  return { start, end: start + character.length + words.length };
}

/** A mark with the last words of its quotation. */
function spanBefore(text: string, block: Span, { start, character }: QuotationMark): Span {
  const rest = text.slice(Math.max(block.start, start - 60), start);
  const words = /(?:(?:^|\s)[^\s]+){0,3}\s?$/u.exec(rest)?.[0].trimStart() ?? '';
  return { start: start - words.length, end: start + character.length };
}
