import { z } from 'zod';
import { storedObject } from '#shared/text/stored-object.ts';
import { dateSchema, idSchema, lineSchema, timestampSchema, titleSchema, urlSchema } from './primitives.ts';

/** The fields of an article that a reviewer may fill in and correct. */
export const articleFields = {
  title: titleSchema,
  byline: lineSchema,
  link: urlSchema.nullable(),
  publishedAt: dateSchema.nullable(),
  /** BCP 47 language tag; null when unknown. */
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
    .nullable(),
};

export const articleSchema = storedObject({
  id: idSchema,
  ...articleFields,
  /** When the check has to be done; null without a deadline. */
  deadline: timestampSchema.nullable(),
  createdAt: timestampSchema,
});

/** The article under review. A review holds exactly one. */
export type Article = z.infer<typeof articleSchema>;
