import { z } from 'zod';

export const reportFormats = ['html'] as const;

export const reportOptionsSchema = z.strictObject({
  /** Whether the reviewers' notes on claims are part of the report. */
  notes: z.boolean(),
});

export type ReportOptions = z.infer<typeof reportOptionsSchema>;
