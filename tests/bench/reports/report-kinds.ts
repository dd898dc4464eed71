import { defaultReportChoices, type ReportChoices } from '../../../shared/domain/report-options';

/** A report that is measured. */
export interface ReportKind {
  label: string;
  choices: ReportChoices;
  /** The ending of its file. */
  extension: string;
  /** Which bound it has (`Size.bounds`). */
  bound: 'text' | 'xlsx' | 'word' | 'pdf';
}

const { options } = defaultReportChoices;

function createKind(
  label: string,
  format: ReportChoices['format'],
  extension: string,
  bound: ReportKind['bound'] = 'text',
): ReportKind {
  return { label, choices: { format, options }, extension, bound };
}

function createWordKind(label: string, base: ReportChoices['options']['word']['base']): ReportKind {
  const choices: ReportChoices = {
    format: 'docx',
    options: { ...options, word: { ...options.word, base } },
  };
  return { label, choices, extension: 'docx', bound: 'word' };
}

/** Printing is last, because thousands of pages take long. */
export const reportKinds: readonly ReportKind[] = [
  createKind('HTML', 'html', 'html'),
  createKind('Markdown', 'markdown', 'md'),
  createKind('JSON', 'json', 'json'),
  createKind('Excel', 'xlsx', 'xlsx', 'xlsx'),
  createKind('CSV', 'csv', 'csv'),
  createKind('Web Annotation', 'webAnnotation', 'jsonld'),
  createKind('ClaimReview', 'claimReview', 'jsonld'),
  createWordKind('Word, original', 'original'),
  createWordKind('Word, clean', 'clean'),
  createKind('PDF', 'pdf', 'pdf', 'pdf'),
];
