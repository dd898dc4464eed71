import { z } from 'zod';
import { storedObject } from '../text/stored-object';
import { claimStatuses } from './verdict';

export const reportFormats = ['html', 'pdf', 'markdown', 'json'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** Citation styles, by their CSL names. */
export const citationStyles = ['apa', 'harvard1', 'vancouver'] as const;

export type CitationStyle = (typeof citationStyles)[number];

export const paperSizes = ['a4', 'letter'] as const;

export type PaperSize = (typeof paperSizes)[number];

const reportOptionsSchema = storedObject({
  /** Whether the report includes the notes on claims and evidence. */
  notes: z.boolean(),
  /** The statuses of the claims that the report includes. */
  standings: z.array(z.enum(claimStatuses)).min(1),
  style: z.enum(citationStyles),
  /** Used by PDF only. */
  paper: z.enum(paperSizes),
});

export type ReportOptions = z.infer<typeof reportOptionsSchema>;

/** The choices for the last report, which are preselected for the next one. */
export const reportChoicesSchema = storedObject({
  format: z.enum(reportFormats),
  options: reportOptionsSchema,
});

export type ReportChoices = z.infer<typeof reportChoicesSchema>;

export const defaultReportChoices: ReportChoices = {
  format: 'html',
  options: { notes: true, standings: [...claimStatuses], style: 'apa', paper: 'a4' },
};
