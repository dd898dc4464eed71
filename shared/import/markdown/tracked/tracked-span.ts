import { z } from 'zod';

/**
 * The kinds of spans with tracked changes and comments in Markdown. Text that is `set` only looks different. `comment` has its own
 * words as content; a `highlight` is what the comment after it is about.
 */
const spanKinds = ['insertion', 'deletion', 'comment', 'commentEnd', 'joinNext', 'highlight', 'set'] as const;

export const trackedSpanSchema = z.object({
  kind: z.enum(spanKinds),
  /** The name of a comment in its file; '' for other kinds. */
  id: z.string(),
  /** Who wrote a comment, and when, as the file says; '' when it does not. */
  author: z.string(),
  date: z.string(),
  /** Whether a comment stands right behind a highlight. */
  isOnHighlight: z.boolean(),
});

export type TrackedSpan = z.infer<typeof trackedSpanSchema>;

export const createSpan = (kind: TrackedSpan['kind'], details: Partial<TrackedSpan> = {}): TrackedSpan => ({
  ...{ kind, id: '', author: '', date: '', isOnHighlight: false },
  ...details,
});

/** The types of the tokens around the content of a span. */
export const trackedTokens = { open: 'tracked_open', close: 'tracked_close' };
