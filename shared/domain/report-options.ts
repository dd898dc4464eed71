import { z } from 'zod';
import { storedObject } from '../text/stored-object';
import { idSchema } from './primitives';
import { claimStatuses } from './verdict';

export const reportFormats = [
  'docx',
  'pdf',
  'html',
  'xlsx',
  'csv',
  'markdown',
  'json',
  'webAnnotation',
  'claimReview',
] as const;

export type ReportFormat = (typeof reportFormats)[number];

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

/** How a Word report is made. */
const wordOptionsSchema = storedObject({
  /** The author's own file, where there is one, or a document of our own. */
  base: z.enum(['original', 'clean']).default('original'),
  annotations: z.enum(['comments', 'footnotes']).default('comments'),
  /** Whether the claims as a table and the numbered sources follow the text. */
  appendix: z.boolean().default(false),
});

export type WordOptions = z.infer<typeof wordOptionsSchema>;

const defaultWordOptions: WordOptions = { base: 'original', annotations: 'comments', appendix: false };

/** Which claims become ClaimReviews. Chosen for one export and never remembered (`forgetChosenClaims`). */
const claimReviewOptionsSchema = storedObject({
  /** Null for all that can. */
  claimIds: z.array(idSchema).max(100_000).nullable().default(null),
  /** The claims whose claimant is an organization, and not a person: a name does not say. */
  organizationIds: z.array(idSchema).max(100_000).default([]),
});

export type ClaimReviewOptions = z.infer<typeof claimReviewOptionsSchema>;

const defaultClaimReviewOptions: ClaimReviewOptions = { claimIds: null, organizationIds: [] };

const reportOptionsSchema = storedObject({
  reader: z.enum(reportReaders).default('editor'),
  /** Whether the report includes the notes on claims and evidence. */
  notes: z.boolean(),
  /** The statuses of the claims that the report includes. */
  standings: z.array(z.enum(claimStatuses)).min(1),
  style: z.enum(citationStyles),
  /** Used by PDF and Word only. */
  paper: z.enum(paperSizes),
  /** Whether a public report names the reviewers; the others always do. */
  reviewers: z.boolean().default(false),
  /** Used by PDF only. */
  layout: z.enum(pdfLayouts).default('report'),
  word: wordOptionsSchema.default(defaultWordOptions),
  /** Used by ClaimReview only. */
  claimReview: claimReviewOptionsSchema.default(defaultClaimReviewOptions),
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
  format: z.enum(reportFormats),
  options: storedObject({
    ...reportOptionsSchema.shape,
    reader: z.enum(rememberedReaders).default('editor'),
  }),
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
    ...{ reader: 'editor', notes: true, standings: [...claimStatuses], style: 'apa', paper: 'a4' },
    ...{ reviewers: false, layout: 'report', word: defaultWordOptions },
    claimReview: defaultClaimReviewOptions,
  },
};

/** The choices without those claims that count for one export only. */
function forgetChosenClaims({ format, options }: ReportChoices): ReportChoices {
  return { format, options: { ...options, claimReview: defaultClaimReviewOptions } };
}
