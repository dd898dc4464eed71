import { z } from 'zod';
import { spanSchema } from '../text/span';
import { idSchema, lineSchema, momentSchema } from './primitives';

export const dismissalSchema = z.strictObject({
  id: idSchema,
  draftId: idSchema,
  span: spanSchema,
  by: lineSchema,
  at: momentSchema,
});

/** "Nothing to check here", said of words in one draft. */
export type Dismissal = z.infer<typeof dismissalSchema>;
