import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { longestText } from '../../../shared/domain/draft';
import { type BlockPart, joinParts } from '../../../shared/import/draft-body';
import { noticesOf } from '../../../shared/import/notices';
import { refuseDamaged, refuseTooLarge } from '../../../shared/import/problems';
import type { Imported } from '../../../shared/import/proposal';
import type { File, Told } from '../format';
import { factsOf, type PdfProperties } from './article-facts';
import { endOfFile } from './cut-off';
import { layOut } from './lay-out';
import { withPdf } from './pages/open-pdf';
import { readPages } from './pages/read-pages';
import { refuseCutOff, refuseLong, refuseProtected, refuseScan, refuseWithoutPages } from './pdf-problems';

const mostPages = 5_000;

/** The draft of the article that a PDF holds. */
export async function draftOfPdf({ origin, bytes }: File, told: Told): Promise<Imported> {
  const end = endOfFile(bytes);
  if (end.midway) return refuseCutOff(origin.name);
  const opened = await withPdf(bytes, async (pdf): Promise<Imported> => {
    if (pdf.numPages === 0) return refuseWithoutPages(origin.name);
    if (pdf.numPages > mostPages) return refuseLong(origin.name);
    const properties = await propertiesOf(pdf);
    const { pages, unread } = await readPages(pdf, told);
    const withoutText = pages.filter(({ strips }) => strips.length === 0).length;
    if (end.missing && unread + withoutText > 0) return refuseCutOff(origin.name);
    if (unread === pdf.numPages) return refuseDamaged(origin.name);
    const { parts, runningLines } = layOut(pages);
    const draft = joinParts(parts);
    if (draft.blocks.length === 0) return refuseScan(origin.name);
    if (draft.text.length > longestText) return refuseTooLarge(origin.name);
    const facts = factsOf(parts, properties, origin.name);
    return {
      ok: true,
      proposal: { ...facts, origin, ...draft, sources: [], claims: [] },
      notices: noticesOf({
        notesKept: parts.filter(({ kind }) => kind === 'note').length,
        tablesKept: tablesIn(parts),
        pagesWithoutText: withoutText + unread,
        pageLinesLeftOut: runningLines,
      }),
    };
  });
  if (opened.state === 'open') return opened.value;
  if (opened.state === 'protected') return refuseProtected(origin.name);
  return end.missing ? refuseCutOff(origin.name) : refuseDamaged(origin.name);
}

function tablesIn(parts: readonly BlockPart[]): number {
  return parts.filter(({ kind }, at) => kind === 'tableRow' && parts[at - 1]?.kind !== 'tableRow').length;
}

async function propertiesOf(pdf: PDFDocumentProxy): Promise<PdfProperties> {
  const { info }: { info: { Title?: unknown; Author?: unknown; Language?: unknown } } =
    await pdf.getMetadata();
  const { Title, Author, Language } = info;
  return { title: words(Title), author: words(Author), language: words(Language) };
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
