import { createNotices, type ImportNotice } from '../../../shared/import/notices';
import type { PdfBlock } from './blocks/imported-blocks';
import type { PageText } from './pages/page-text';
import type { ReadPages } from './pages/read-pages';

/** A text with a smaller share of letters that are known is not worth reading. */
const minKnownShare = 0.1;

/** The pages that have no text. */
export function listEmptyPages(pages: readonly PageText[]): PageText[] {
  return pages.filter(({ surface }) => surface !== 'text');
}

/** Whether the file does not say of nearly all its characters which letters they are. */
export function isGarbled(text: string, { unknownCounts }: ReadPages): boolean {
  const known = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const unknown = sum([...unknownCounts.values()]);
  return unknown > 0 && known < minKnownShare * (known + unknown);
}

/** Says what of a PDF was kept in another form, guessed, or left out. */
export function createPdfNotices(
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
