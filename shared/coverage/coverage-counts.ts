import { z } from 'zod';

const count = z.int().nonnegative();

/** The sentences of a draft by their state. */
export const coverageCountsSchema = z.strictObject({
  covered: count,
  dismissed: count,
  unread: count,
  total: count,
});
