import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { maxTextLength } from '../../../shared/domain/draft';
import { type ImportedBlock, joinBlocks } from '../../../shared/import/imported-blocks';
import { createNotices } from '../../../shared/import/notices';
import { refuseDamaged, refuseTooLarge } from '../../../shared/import/problems';
import { type ImportResult, noClaims } from '../../../shared/import/proposal';
import type { InputFile, Reporter } from '../format';
import { buildBlocks } from './blocks/build-blocks';
import { detectTruncation } from './detect-truncation';
import { readLines } from './lines/read-lines';
import { withPdf } from './pages/open-pdf';
import { readPages } from './pages/read-pages';
import { findPdfMetadata, type PdfProperties } from './pdf-metadata';
import {
  maxPages,
  refuseCutOff,
  refuseLong,
  refuseProtected,
  refuseScan,
  refuseWithoutPages,
} from './pdf-problems';

/**
 * Reads a PDF as the draft of an article, or says why that is not possible. The stages:
 * 1. `detect-truncation.ts` checks whether the end of the file is missing.
 * 2. `pages/open-pdf.ts` opens it with pdf.js.
 * 3. `pages/read-pages.ts` reads the glyph runs of each page, and joins them to fragments of lines.
 * 4. `lines/read-lines.ts` leaves out running heads and feet, splits pages into columns, and columns into lines.
 * 5. `blocks/build-blocks.ts` groups the lines into blocks: headings, paragraphs, lists, tables, notes.
 * 6. `pdf-metadata.ts` finds title, byline and language.
 */
export async function readPdfDraft({ origin, bytes }: InputFile, reporter: Reporter): Promise<ImportResult> {
  const end = detectTruncation(bytes);
  if (end.isInsideObject) return refuseCutOff(origin.name);
  const result = await withPdf(bytes, reporter, async (pdf): Promise<ImportResult> => {
    if (pdf.numPages === 0) return refuseWithoutPages(origin.name);
    if (pdf.numPages > maxPages) return refuseLong(origin.name);
    const properties = await readProperties(pdf);
    const { pages, unreadableCount } = await readPages(pdf, reporter);
    const emptyCount = pages.filter(({ fragments }) => fragments.length === 0).length;
    if (end.isMissing && unreadableCount + emptyCount > 0) return refuseCutOff(origin.name);
    if (unreadableCount === pdf.numPages) return refuseDamaged(origin.name);
    const { lines, runningLineCount } = readLines(pages);
    const blocks = buildBlocks(lines);
    const draft = joinBlocks(blocks);
    if (draft.blocks.length === 0) return refuseScan(origin.name);
    if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
    const metadata = findPdfMetadata(blocks, properties, origin.name);
    return {
      ok: true,
      proposal: { ...metadata, origin, ...draft, ...noClaims },
      notices: createNotices({
        notesKept: blocks.filter(({ kind }) => kind === 'note').length,
        tablesKept: countTables(blocks),
        pagesWithoutText: emptyCount + unreadableCount,
        pageLinesLeftOut: runningLineCount,
      }),
    };
  });
  if (result.state === 'open') return result.value;
  if (result.state === 'protected') return refuseProtected(origin.name);
  return end.isMissing ? refuseCutOff(origin.name) : refuseDamaged(origin.name);
}

function countTables(blocks: readonly ImportedBlock[]): number {
  return blocks.filter(({ kind }, index) => kind === 'tableRow' && blocks[index - 1]?.kind !== 'tableRow')
    .length;
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
