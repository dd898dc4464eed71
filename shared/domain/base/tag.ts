import { z } from 'zod';
import { storedObject } from '#shared/text/stored-object.ts';
import { idSchema, titleSchema } from './primitives.ts';

export const tagColors = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'grey'] as const;

export type TagColor = (typeof tagColors)[number];

export const tagSchema = storedObject({ id: idSchema, name: titleSchema, color: z.enum(tagColors) });

/** A label that a reviewer gives to claims, such as "Legal" or "Ask the author". Each article has its own. */
export type Tag = z.infer<typeof tagSchema>;
