import { claimStatuses, statusLooks } from '#shared/domain/base/verdict.ts';
import {
  type CitationStyle,
  type PaperSize,
  type PdfLayout,
  type ReportChoices,
  type ReportReader,
  reportFormatTraits,
  type WordOptions,
} from '#shared/domain/settings/report-options.ts';
import { capitalize, joinList } from '#shared/text/format/wording.ts';

export const styleLabels: Record<CitationStyle, string> = {
  apa: 'APA',
  harvard1: 'Harvard',
  vancouver: 'Vancouver',
};

export const paperLabels: Record<PaperSize, string> = { a4: 'A4', letter: 'Letter' };

export const layoutLabels: Record<PdfLayout, string> = {
  report: 'Report',
  galley: 'Galley, with line numbers',
};

export const baseLabels: Record<WordOptions['base'], string> = {
  original: 'The author’s file',
  clean: 'A clean document',
};

export const readersInSentence: Record<ReportReader, string> = {
  public: 'the public',
  editor: 'an editor',
  legal: 'lawyers',
};

export const annotationLabels: Record<WordOptions['annotations'], string> = {
  comments: 'Comments',
  footnotes: 'Footnotes',
};

/** Says in one line which options are chosen. `hasNoOriginal` when a Word report can't be written into the author's file. */
export function describeOptions({ format, options }: ReportChoices, hasNoOriginal = false): string {
  const { reader, notes, standings, style, paper, layout, word, reviewers } = options;
  const isAll = standings.length === claimStatuses.length;
  const isClean = hasNoOriginal || word.base === 'clean' || reader === 'public';
  const parts = [
    isAll ? 'all claims' : `claims: ${joinList(standings.map((status) => statusLooks[status].inSentence))}`,
    reader === 'editor' && (notes ? 'with notes' : 'without notes'),
    reader === 'public' && reviewers && 'with reviewers',
    reportFormatTraits[format].isWhole && styleLabels[style],
    reportFormatTraits[format].hasPaper && paperLabels[paper],
    format === 'pdf' && layout === 'galley' && 'galley',
    // The note below the reader says whether there is an author's file.
    format === 'docx' && isClean && 'clean document',
    format === 'docx' && word.annotations,
    format === 'docx' && word.appendix && 'appendix',
  ];
  return capitalize(parts.filter((part) => typeof part === 'string').join(', '));
}
