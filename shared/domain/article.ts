import { z } from 'zod';
import { dateSchema, idSchema, lineSchema, momentSchema, titleSchema } from './primitives';
import { urlSchema } from './url';

/** What is known of the piece itself; a reviewer may fill in or mend every field but the id. */
export const articleFields = {
  title: titleSchema,
  byline: lineSchema,
  link: urlSchema.nullable(),
  publishedAt: dateSchema.nullable(),
  /** BCP 47 language tag, or null when nobody said. */
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
    .nullable(),
};

export const articleSchema = z.strictObject({ id: idSchema, ...articleFields, createdAt: momentSchema });

/** The piece under review. A review holds exactly one. */
export type Article = z.infer<typeof articleSchema>;
