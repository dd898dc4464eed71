import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { maxTextLength } from '../../../shared/domain/draft/draft';
import { joinBlocks } from '../../../shared/import/imported-blocks';
import { refuseDamaged, refuseTooLarge } from '../../../shared/import/problems';
import { type ImportResult, noClaims } from '../../../shared/import/proposal';
import type { InputFile, Reporter } from '../format';
import { buildBlocks } from './blocks/build-blocks';
import { createCommentClaims } from './comment-claims';
import { detectTruncation } from './detect-truncation';
import { describeLeftOutLines, listLeftOutLines } from './left-out-lines';
import { readLines } from './lines/read-lines';
import { withPdf } from './pages/open-pdf';
import { readPages } from './pages/read-pages';
import { findPdfMetadata, type PdfProperties } from './pdf-metadata';
import { createPdfNotices, isGarbled, listEmptyPages } from './pdf-notices';
import {
  maxPages,
  refuseCutOff,
  refuseGarbled,
  refuseLong,
  refuseProtected,
  refuseWithoutPages,
  refuseWithoutText,
} from './pdf-problems';

/**
 * Reads a PDF as the draft of an article, or says why that is not possible. The stages:
 * 1. `detect-truncation.ts` checks whether the end of the file is missing.
 * 2. `pages/open-pdf.ts` opens it with pdf.js.
 * 3. `pages/read-pages.ts` reads the glyph runs of each page, and joins them to fragments of lines.
 * 4. `lines/read-lines.ts` leaves out running heads and feet and line numbers, splits pages into columns, and columns into lines.
 * 5. `blocks/build-blocks.ts` groups the lines into blocks: headings, paragraphs, lists, tables, notes.
 * 6. `pdf-metadata.ts` finds title, byline and language, `comment-claims.ts` the words that comments are about.
 * 7. `left-out-lines.ts` keeps the running lines beside the draft, for the reviewer to include them again.
 * 8. `pdf-notices.ts` says what was left out or guessed, `pdf-problems.ts` why there is no draft.
 */
export async function readPdfDraft({ origin, bytes }: InputFile, reporter: Reporter): Promise<ImportResult> {
  const end = detectTruncation(bytes);
  if (end.isInsideObject) return refuseCutOff(origin.name);
  const result = await withPdf(bytes, reporter, async (pdf): Promise<ImportResult> => {
    if (pdf.numPages === 0) return refuseWithoutPages(origin.name);
    if (pdf.numPages > maxPages) return refuseLong(origin.name);
    const properties = await readProperties(pdf);
    const read = await readPages(pdf, reporter);
    const isTextMissing = read.damagedPages.length + listEmptyPages(read.pages).length > 0;
    if (end.isMissing && isTextMissing) return refuseCutOff(origin.name);
    if (read.damagedPages.length === pdf.numPages) return refuseDamaged(origin.name);
    const { lines, runningLines, lineNumbers } = readLines(read.pages);
    const blocks = buildBlocks(lines);
    const draft = joinBlocks(blocks);
    if (isGarbled(draft.text, read)) return refuseGarbled(origin.name);
    if (draft.blocks.length === 0) return refuseWithoutText(origin.name, read.pages);
    if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
    const metadata = findPdfMetadata(blocks, properties, origin.name);
    const leftOut = listLeftOutLines([...lineNumbers.lines, ...runningLines], draft.blocks);
    const comments = createCommentClaims(draft, blocks, read.comments);
    return {
      ok: true,
      proposal: {
        ...{ ...metadata, origin, ...draft, ...noClaims, ...comments },
        ...(leftOut.length > 0 && { leftOut }),
      },
      notices: [...createPdfNotices(read, blocks), ...describeLeftOutLines(runningLines, lineNumbers)],
    };
  });
  if (result.state === 'open') return result.value;
  if (result.state === 'protected') return refuseProtected(origin.name);
  return end.isMissing ? refuseCutOff(origin.name) : refuseDamaged(origin.name);
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
