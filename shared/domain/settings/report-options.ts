import { z } from 'zod';
import { listKeys } from '#shared/text/sequences/records.ts';
import { storedObject } from '#shared/text/stored-object.ts';
import { idSchema } from '../base/primitives.ts';
import { claimStatuses } from '../base/verdict.ts';

interface ReportFormatTraits {
  label: string;
  /** Says in the export dialog what there is in the file. */
  description: string;
  /** Whether most desks need it. The export dialog has the others in a list. */
  isUsual: boolean;
  /** The name of such files in the system's dialog, and their endings. A report has the first one. */
  file: { name: string; extensions: readonly [string, ...string[]] };
  /** The part of the proposed file name that follows the article's title. */
  content: string;
  /** How it is previewed: its content as a page, as tables on a page or as text, or the same report as a page. */
  preview: 'page' | 'tables' | 'text' | 'asPage';
  /** Whether it is printed on paper of some size. */
  hasPaper: boolean;
  /** Whether it reports the check as a whole: with sources in a citation style, and where the text contradicts itself. */
  isWhole: boolean;
}

const factCheck = { content: 'fact check', hasPaper: false, isWhole: true } as const;

const formats = {
  docx: {
    label: 'Word',
    description: 'The article with a comment on each claim, and corrections as tracked changes.',
    isUsual: true,
    file: { name: 'Word document', extensions: ['docx', 'docm', 'dotx', 'dotm'] },
    preview: 'asPage',
    ...factCheck,
    hasPaper: true,
  },
  pdf: {
    label: 'PDF',
    description: 'Article, claims, sources and summary as pages: to read, print and send.',
    isUsual: true,
    file: { name: 'PDF', extensions: ['pdf'] },
    preview: 'page',
    ...factCheck,
    hasPaper: true,
  },
  html: {
    label: 'HTML',
    description: 'One file that opens in any browser: article with numbered marks, claims, sources, summary.',
    isUsual: true,
    file: { name: 'Web page', extensions: ['html'] },
    preview: 'page',
    ...factCheck,
  },
  xlsx: {
    label: 'Excel',
    description: 'A sheet with a row for each claim, and one with a row for each piece of evidence.',
    isUsual: true,
    file: { name: 'Excel workbook', extensions: ['xlsx'] },
    preview: 'tables',
    ...factCheck,
  },
  markdown: {
    label: 'Markdown',
    description: 'The article with a footnote for each claim, for any text editor.',
    isUsual: false,
    file: { name: 'Markdown', extensions: ['md'] },
    preview: 'text',
    ...factCheck,
  },
  csv: {
    label: 'CSV',
    description:
      'The rows of the spreadsheet as text files, one for each table, for any program with tables.',
    isUsual: false,
    file: { name: 'CSV', extensions: ['csv'] },
    preview: 'tables',
    ...factCheck,
  },
  json: {
    label: 'JSON',
    description: 'Everything as data, by a documented JSON Schema.',
    isUsual: false,
    file: { name: 'JSON', extensions: ['json'] },
    preview: 'text',
    ...factCheck,
  },
  webAnnotation: {
    label: 'Web Annotation',
    description: 'The claims as annotations of the article, for programs (W3C JSON-LD).',
    isUsual: false,
    file: { name: 'JSON-LD', extensions: ['jsonld'] },
    content: 'annotations',
    preview: 'text',
    hasPaper: false,
    isWhole: false,
  },
  claimReview: {
    label: 'ClaimReview',
    description: 'Chosen claims for search engines and fact-check databases (schema.org).',
    isUsual: false,
    file: { name: 'JSON-LD', extensions: ['jsonld'] },
    content: 'ClaimReview',
    preview: 'text',
    hasPaper: false,
    isWhole: false,
  },
} satisfies Record<string, ReportFormatTraits>;

export type ReportFormat = keyof typeof formats;

/** Everything that differs between the formats of reports but how they are rendered (`renderFormat`). */
export const reportFormatTraits: Readonly<Record<ReportFormat, ReportFormatTraits>> = formats;

/** In the order of the export dialog. */
export const reportFormats = listKeys(formats);

/**
 * Whom a report is for. The public learns nothing of confidential sources, notes and reviewers; an editor learns that there is a
 * confidential source; lawyers see everything.
 */
export const reportReaders = ['public', 'editor', 'legal'] as const;

export type ReportReader = (typeof reportReaders)[number];

/** Citation styles, by their CSL names. */
export const citationStyles = ['apa', 'harvard1', 'vancouver'] as const;

export type CitationStyle = (typeof citationStyles)[number];

export const paperSizes = ['a4', 'letter'] as const;

export type PaperSize = (typeof paperSizes)[number];

export const pdfLayouts = ['report', 'galley'] as const;

export type PdfLayout = (typeof pdfLayouts)[number];

/** How a Word report is made. The descriptions of all options name them in messages about settings. */
const wordOptionsSchema = storedObject({
  /** The author's own file, where there is one, or a document of our own. */
  base: z.enum(['original', 'clean']).describe('what Word reports are written into'),
  annotations: z.enum(['comments', 'footnotes']).describe('comments or footnotes in Word reports'),
  /** Whether the claims as a table and the numbered sources follow the text. */
  appendix: z.boolean().describe('the appendix of Word reports'),
});

export type WordOptions = z.infer<typeof wordOptionsSchema>;

const defaultWordOptions: WordOptions = { base: 'original', annotations: 'comments', appendix: false };

/** Which claims become ClaimReviews. Chosen for one export and never remembered (`forgetChosenClaims`). */
const claimReviewOptionsSchema = storedObject({
  /** Null for all that can. */
  claimIds: z.array(idSchema).max(100_000).nullable().describe('the claims of ClaimReviews'),
  /** The claims whose claimant is an organization, and not a person: a name does not say. */
  organizationIds: z.array(idSchema).max(100_000).describe('the organizations of ClaimReviews'),
});

export type ClaimReviewOptions = z.infer<typeof claimReviewOptionsSchema>;

const defaultClaimReviewOptions: ClaimReviewOptions = { claimIds: null, organizationIds: [] };

const reportOptionsSchema = storedObject({
  reader: z.enum(reportReaders),
  /** Whether the report includes the notes on claims and evidence. */
  notes: z.boolean().describe('notes in reports'),
  /** The statuses of the claims that the report includes. */
  standings: z.array(z.enum(claimStatuses)).min(1).describe('the verdicts in reports'),
  style: z.enum(citationStyles).describe('the citation style of reports'),
  /** Used by PDF and Word only. */
  paper: z.enum(paperSizes).describe('the paper of reports'),
  /** Whether a public report names the reviewers; the others always do. */
  reviewers: z.boolean().describe('whether public reports name the reviewers'),
  /** Used by PDF only. */
  layout: z.enum(pdfLayouts).describe('the layout of PDF reports'),
  word: wordOptionsSchema.describe('the options of Word reports'),
  /** Used by ClaimReview only. */
  claimReview: claimReviewOptionsSchema.describe('the claims of ClaimReviews'),
});

export type ReportOptions = z.infer<typeof reportOptionsSchema>;

/** The choices for a report. */
export const reportChoicesSchema = storedObject({
  format: z.enum(reportFormats),
  options: reportOptionsSchema,
});

export type ReportChoices = z.infer<typeof reportChoicesSchema>;

/** The readers that are preselected for the next report: lawyers never are, so that naming sources is decided each time. */
const rememberedReaders = ['public', 'editor'] as const;

/** The choices for the last report, which are preselected for the next one. */
export const rememberedChoicesSchema = storedObject({
  format: z.enum(reportFormats).describe('the format of reports'),
  options: storedObject({
    ...reportOptionsSchema.shape,
    reader: z.enum(rememberedReaders).describe('whom reports are for'),
  }).describe('the options of reports'),
});

export type RememberedChoices = z.infer<typeof rememberedChoicesSchema>;

/** The choices to remember of a report. A report for lawyers leaves the remembered reader as it was `before`. */
export function toRememberedChoices(choices: ReportChoices, before: RememberedChoices): RememberedChoices {
  const { reader } = choices.options;
  const remembered = rememberedReaders.find((one) => one === reader) ?? before.options.reader;
  const { format, options } = forgetChosenClaims(choices);
  return { format, options: { ...options, reader: remembered } };
}

export const defaultReportChoices: RememberedChoices = {
  format: 'html',
  options: {
    reader: 'editor',
    notes: true,
    standings: [...claimStatuses],
    style: 'apa',
    paper: 'a4',
    reviewers: false,
    layout: 'report',
    word: defaultWordOptions,
    claimReview: defaultClaimReviewOptions,
  },
};

/** The choices without those claims that count for one export only. */
function forgetChosenClaims({ format, options }: ReportChoices): ReportChoices {
  return { format, options: { ...options, claimReview: defaultClaimReviewOptions } };
}
