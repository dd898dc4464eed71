import { z } from 'zod';
import { standings } from './verdict';

export const reportFormats = ['html', 'pdf', 'markdown', 'json'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** How sources are cited, by the names of CSL styles. */
export const citationStyles = ['apa', 'harvard1', 'vancouver'] as const;

export type CitationStyle = (typeof citationStyles)[number];

export const papers = ['a4', 'letter'] as const;

export type Paper = (typeof papers)[number];

export const reportOptionsSchema = z.strictObject({
  /** Whether the notes on claims and evidence are part of the report. */
  notes: z.boolean(),
  /** Claims that stand so are part of the report. */
  standings: z.array(z.enum(standings)).min(1),
  style: z.enum(citationStyles),
  /** Of a PDF. */
  paper: z.enum(papers),
});

export type ReportOptions = z.infer<typeof reportOptionsSchema>;

/** What the reviewer chose for the last report, and is offered for the next. */
export const reportChoicesSchema = z.strictObject({
  format: z.enum(reportFormats),
  options: reportOptionsSchema,
});

export type ReportChoices = z.infer<typeof reportChoicesSchema>;

export const defaultReportChoices: ReportChoices = {
  format: 'html',
  options: { notes: true, standings: [...standings], style: 'apa', paper: 'a4' },
};
