import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Block, maxTextLength } from '#shared/domain/base/draft.ts';
import { maxLineLength } from '#shared/domain/base/primitives.ts';
import type { Annotation } from '#shared/import/base/annotation.ts';
import { createLocatedClaims } from '#shared/import/base/comment-claims.ts';
import { type ImportedBlock, joinBlocks } from '#shared/import/base/imported-blocks.ts';
import type { LeftOutBlock } from '#shared/import/base/left-out-blocks.ts';
import { createNotices, type ImportNotice } from '#shared/import/base/notices.ts';
import { refuseDamaged, refuseTooLarge } from '#shared/import/base/problems.ts';
import {
  type DraftProposal,
  type ImportResult,
  noClaims,
  type ProposedClaim,
} from '#shared/import/base/proposal.ts';
import { proposeTitle } from '#shared/import/text/title.ts';
import { foldToLetters } from '#shared/text/characters/folding.ts';
import { collapseWhitespace, shorten } from '#shared/text/format/wording.ts';
import { findWords } from '#shared/text/segmenter/words.ts';
import { cleanSelection } from '#shared/text/selection/clean-selection.ts';
import type { Span } from '#shared/text/span.ts';
import type { InputFile, Reporter } from '../base/format.ts';
import { findCredits } from '../text/article-credits.ts';
import { buildBlocks } from './blocks/build-blocks.ts';
import type { PdfBlock } from './blocks/imported-blocks.ts';
import { readLines } from './lines/read-lines.ts';
import type { RunningLine } from './lines/running-lines.ts';
import { detectTruncation } from './pages/detect-truncation.ts';
import { withPdf } from './pages/open-pdf.ts';
import type { PageText } from './pages/page-text.ts';
import { type ReadPages, readPages } from './pages/read-pages.ts';
import { maxPages, refusePdf, refuseWithoutText } from './pdf-problems.ts';

/** Properties of the file: its information dictionary, and its language. Empty where the file has none. */
interface PdfProperties {
  title: string;
  author: string;
  language: string;
}

/** Titles that programs make up: names of files, of programs, of templates. */
const generatedTitle =
  /\.[a-z]{2,10}\d?$|^(?:microsoft|powerpoint|untitled|unbenannt|sans titre|document\d*|layout|slide|presentation|print|doc|page)\b(?: - .*| ?\d+)?$|^microsoft \w+ - |[\\/]\S*[\\/]|^[^\p{L}\p{N}]*$|^\S*_\S*$/iu;
const genericAuthor =
  /^(?:user|admin(?:istrator)?|root|owner|author|unknown|anonymous|default|pc|office|[^\p{L}\p{N}]*|.*[@\\].*|\S*\d\S*)$/iu;
const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** Blocks at the start among which the title is searched for. */
const maxTopBlocks = 8;

/** Finds title, byline, date and language of an article. The text of its first page counts for more than the properties of the file. */
function findPdfMetadata(
  blocks: readonly ImportedBlock[],
  properties: PdfProperties,
  fileName: string | null,
) {
  const credits = findCredits(blocks);
  return {
    title: chooseTitle(blocks, collapseWhitespace(properties.title), fileName),
    byline: credits.byline ?? readAuthor(collapseWhitespace(properties.author)),
    link: null,
    publishedAt: credits.publishedAt,
    language: languageTag.test(properties.language) ? properties.language : null,
  };
}

function chooseTitle(blocks: readonly ImportedBlock[], property: string, fileName: string | null): string {
  const isUsable = property !== '' && !generatedTitle.test(property);
  const fromProperty = isUsable ? shorten(property, maxLineLength) : null;
  const firstPage = blocks.filter(({ page }) => page === blocks[0]?.page);
  const firstPageText = foldToLetters(firstPage.map(({ text }) => text).join(' '), '');
  if (fromProperty !== null && firstPageText.includes(foldToLetters(fromProperty, ''))) return fromProperty;
  const topHeadings = firstPage.slice(0, maxTopBlocks).filter(({ kind }) => kind === 'heading');
  const largest = topHeadings.toSorted((a, b) => (a.level ?? 6) - (b.level ?? 6))[0];
  const wordCount = largest?.text.trim().split(/\s+/).length ?? 0;
  if (largest && (fromProperty === null || (largest.level === 1 && wordCount > 1)))
    return shorten(largest.text, maxLineLength);
  return fromProperty ?? proposeTitle(blocks, fileName);
}

function readAuthor(author: string): string | null {
  return genericAuthor.test(author) ? null : shorten(author, maxLineLength);
}

/** How much text between two marked parts is taken to be marked with them, in UTF-16 code units. */
const maxGap = 300;

/**
 * Creates a claim for each comment on the words that it is about: from the first part that it marks to the last one near it.
 * `draft` is made of the `blocks` that have text. Comments that are about no words are returned as they are.
 */
function createPdfClaims(
  draft: Pick<DraftProposal, 'text' | 'blocks'>,
  blocks: readonly PdfBlock[],
  comments: readonly Annotation[],
): { claims: ProposedClaim[]; annotationsWithoutWords: Annotation[] } {
  const spans = new Map<number, Span>();
  const filled = blocks.filter(({ text }) => text !== '');
  for (const [index, { commented }] of filled.entries())
    for (const { comment, start, end } of commented) {
      const offset = draft.blocks[index]?.start ?? 0;
      const span = spans.get(comment);
      if (span === undefined) spans.set(comment, { start: offset + start, end: offset + end });
      else if (offset + start - span.end <= maxGap) span.end = Math.max(span.end, offset + end);
    }
  const located = comments.map((annotation, index) => {
    const span = spans.get(index);
    const words = span && cleanSelection(draft.text, span.start, span.end);
    return { annotation, span: words ? widenToWords(draft.text, words) : null };
  });
  return createLocatedClaims(located);
}

/** Widens a span to whole words: the end of a line may have split the one at its edge. */
function widenToWords(text: string, span: Span): Span {
  const near = { start: Math.max(0, span.start - maxGap), end: Math.min(text.length, span.end + maxGap) };
  const words = findWords(text, near);
  const first = words.find(({ end }) => end > span.start);
  const last = words.findLast(({ start }) => start < span.end);
  return { start: Math.min(span.start, first?.start ?? span.start), end: Math.max(span.end, last?.end ?? 0) };
}

/** At most this many lines are quoted in the notice, each shortened to this length in UTF-16 code units. */
const maxQuotes = 10;
const maxQuoteLength = 60;

/**
 * Lists the running lines that were left out, which the reviewer can include again: the same line of several pages once, whatever
 * its page number, before or after the text of the first page that has it. `blocks` are those of the draft.
 */
function listLeftOutLines(
  lines: readonly RunningLine[],
  blocks: readonly Pick<Block, 'page'>[],
): LeftOutBlock[] {
  return findDistinct(lines)
    .map(({ text, pageNumber, isTop }): LeftOutBlock => {
      const lastPageBefore = isTop ? pageNumber - 1 : pageNumber;
      const before = blocks.findIndex(({ page }) => (page ?? 0) > lastPageBefore);
      return {
        kind: 'paragraph',
        level: null,
        text,
        marks: [],
        before: before === -1 ? blocks.length : before,
      };
    })
    .toSorted((a, b) => a.before - b.before);
}

/** The different lines, whatever their numbers: those of columns of line numbers are alike. */
function findDistinct(lines: readonly RunningLine[]): RunningLine[] {
  const distinct = new Map<string, RunningLine>();
  for (const line of lines) {
    const key = line.text.toLowerCase().replace(/\p{Nd}+(?: \p{Nd}+)*/gu, '#');
    if (line.text !== '' && !distinct.has(key)) distinct.set(key, line);
  }
  return [...distinct.values()];
}

/** Says how many running lines and line numbers were left out and quotes them, each different line once. */
function describeLeftOutLines(
  runningLines: readonly RunningLine[],
  lineNumbers: { lines: readonly RunningLine[]; count: number },
): ImportNotice[] {
  return [
    ...describeLines('pageLinesLeftOut', runningLines.length, findDistinct(runningLines)),
    ...describeLines('lineNumbersLeftOut', lineNumbers.count, findDistinct(lineNumbers.lines)),
  ];
}

function describeLines(
  kind: ImportNotice['kind'],
  count: number,
  lines: readonly RunningLine[],
): ImportNotice[] {
  const quotes = lines.slice(0, maxQuotes).map(({ text }) => `“${shorten(text, maxQuoteLength)}”`);
  const name = [...quotes, ...(lines.length > maxQuotes ? ['…'] : [])].join(', ');
  return count > 0 ? [{ kind, count, name }] : [];
}

/** A text with a smaller share of letters that are known is not worth reading. */
const minKnownShare = 0.1;

/** Whether the file does not say of nearly all its characters which letters they are. */
function isGarbled(text: string, { unknownCounts }: ReadPages): boolean {
  const known = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const unknown = sum([...unknownCounts.values()]);
  return unknown > 0 && known < minKnownShare * (known + unknown);
}

/** Says what of a PDF was kept in another form, guessed, or left out. */
function createPdfNotices(
  { pages, damagedPages, unknownCounts, fieldCount, ligatureCount }: ReadPages,
  blocks: readonly PdfBlock[],
): ImportNotice[] {
  const pagesByKind = {
    pagesWithoutText: listPageNumbers(pages, ({ surface }) => surface === 'blank' || surface === 'form'),
    pagesWithPictures: listPageNumbers(
      pages,
      ({ surface, isScan }) => isScan || surface === 'picture' || surface === 'drawing',
    ),
    pagesUnreadable: damagedPages,
    charactersUnknown: [...unknownCounts.keys()],
  };
  return createNotices(
    {
      notesKept: blocks.filter(({ kind }) => kind === 'note').length,
      tablesKept: blocks.filter(
        ({ kind }, index) => kind === 'tableRow' && blocks[index - 1]?.kind !== 'tableRow',
      ).length,
      pagesWithoutText: pagesByKind.pagesWithoutText.length,
      pagesWithPictures: pagesByKind.pagesWithPictures.length,
      pagesUnreadable: damagedPages.length,
      charactersUnknown: sum([...unknownCounts.values()]),
      hyphensJoined: sum(blocks.map(({ hyphensJoined }) => hyphensJoined)),
      ligaturesResolved: ligatureCount,
      fieldsKept: fieldCount,
    },
    pagesByKind,
  );
}

function listPageNumbers(pages: readonly PageText[], isMeant: (page: PageText) => boolean): number[] {
  return pages.filter(isMeant).map(({ pageNumber }) => pageNumber);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * Reads a PDF as the draft of an article, or says why that is not possible: the pages as glyph runs, joined to fragments of lines
 * (`pages/`), these as lines of columns without running heads and feet (`lines/`), and those as blocks (`blocks/`).
 */
export async function readPdfDraft({ origin, bytes }: InputFile, reporter: Reporter): Promise<ImportResult> {
  const end = detectTruncation(bytes);
  if (end.isInsideObject) return refusePdf(origin.name, 'cutOff');
  const result = await withPdf(bytes, reporter, async (pdf): Promise<ImportResult> => {
    if (pdf.numPages === 0) return refusePdf(origin.name, 'withoutPages');
    if (pdf.numPages > maxPages) return refusePdf(origin.name, 'long');
    const properties = await readProperties(pdf);
    const read = await readPages(pdf, reporter);
    const isTextMissing =
      read.damagedPages.length > 0 || read.pages.some(({ surface }) => surface !== 'text');
    if (end.isMissing && isTextMissing) return refusePdf(origin.name, 'cutOff');
    if (read.damagedPages.length === pdf.numPages) return refuseDamaged(origin.name);
    const { lines, runningLines, lineNumbers } = readLines(read.pages);
    const blocks = buildBlocks(lines);
    const draft = joinBlocks(blocks);
    if (isGarbled(draft.text, read)) return refusePdf(origin.name, 'garbled');
    if (draft.blocks.length === 0) return refuseWithoutText(origin.name, read.pages);
    if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
    const metadata = findPdfMetadata(blocks, properties, origin.name);
    const leftOut = listLeftOutLines([...lineNumbers.lines, ...runningLines], draft.blocks);
    const comments = createPdfClaims(draft, blocks, read.comments);
    return {
      ok: true,
      proposal: {
        ...metadata,
        origin,
        ...draft,
        ...noClaims,
        ...comments,
        ...(leftOut.length > 0 && { leftOut }),
      },
      notices: [...createPdfNotices(read, blocks), ...describeLeftOutLines(runningLines, lineNumbers)],
    };
  });
  if (result.state === 'open') return result.value;
  if (result.state === 'protected') return refusePdf(origin.name, 'protected');
  return end.isMissing ? refusePdf(origin.name, 'cutOff') : refuseDamaged(origin.name);
}

async function readProperties(pdf: PDFDocumentProxy): Promise<PdfProperties> {
  const { info }: { info: { Title?: unknown; Author?: unknown; Language?: unknown } } =
    await pdf.getMetadata();
  const { Title, Author, Language } = info;
  return { title: toText(Title), author: toText(Author), language: toText(Language) };
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
