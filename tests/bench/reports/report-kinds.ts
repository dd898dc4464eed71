import {
  defaultReportChoices,
  type ReportChoices,
  reportFormats,
  reportFormatTraits,
} from '../../../shared/domain/report-options';

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

function createKind(format: ReportChoices['format'], bound: ReportKind['bound'] = 'text'): ReportKind {
  const { label, file } = reportFormatTraits[format];
  return { label, choices: { format, options }, extension: file.extensions[0], bound };
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
  ...reportFormats
    .filter((format) => format !== 'docx' && format !== 'pdf')
    .map((format) => createKind(format, format === 'xlsx' ? 'xlsx' : 'text')),
  createWordKind('Word, original', 'original'),
  createWordKind('Word, clean', 'clean'),
  createKind('pdf', 'pdf'),
];
