import { z } from 'zod';
import { idSchema, lineSchema, momentSchema } from './primitives';
import { spanSchema } from './span';

export const dismissalSchema = z.strictObject({
  id: idSchema,
  draftId: idSchema,
  span: spanSchema,
  by: lineSchema,
  at: momentSchema,
});

/** "Nothing to check here", said of words in one draft. */
export type Dismissal = z.infer<typeof dismissalSchema>;
