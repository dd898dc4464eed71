import { z } from 'zod';

/** Where a field is: at the claims, in the details of the article, or in the settings. */
export const missingPlaces = ['claims', 'details', 'settings'] as const;

/** A field that has to be filled in before a report can be written. */
export const missingFieldSchema = z.strictObject({
  place: z.enum(missingPlaces),
  /** Says what is missing and where to fill it in. */
  sentence: z.string(),
});

export type MissingField = z.infer<typeof missingFieldSchema>;
