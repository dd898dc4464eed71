import { spanSchema } from '../text/span';
import { storedObject } from '../text/stored-object';
import { idSchema, lineSchema, timestampSchema } from './primitives';

/** A span of one draft that a reviewer marked as "nothing to check here". */
export const dismissalSchema = storedObject({
  id: idSchema,
  draftId: idSchema,
  span: spanSchema,
  by: lineSchema,
  at: timestampSchema,
});
