import { z } from 'zod';
import { storedObject } from '../text/stored-object';
import type { Claim } from './claim';
import type { ImportFacts } from './draft/draft';
import { lineSchema, maxProseLength, timestampSchema } from './primitives';

export const storedAnnotationSchema = storedObject({
  /** Who wrote it; null when the file does not say. */
  by: lineSchema,
  at: timestampSchema.nullable(),
  /** With the replies to it, one line for each. */
  text: z.string().min(1).max(maxProseLength),
  /** The lines that the author wrote, when `text` has replies of others or our remark as well; absent when all of it is the author's. */
  authorText: z.string().max(maxProseLength).optional(),
});

/** A comment or note of an imported file as a whole. Its words never leave the app: it may hold telephones and addresses. */
export type StoredAnnotation = z.infer<typeof storedAnnotationSchema>;

/** The words of an annotation that are the author's. Replies of editors are the note of its claim. */
export function getAuthorText({ text, authorText = text }: StoredAnnotation): string {
  return authorText;
}

/** Whether the note of a claim came with an imported file, as an editor's comment. */
export function hasImportedNote({ note, noteFromComment }: Pick<Claim, 'note' | 'noteFromComment'>): boolean {
  return note !== null && noteFromComment === true;
}

/** How the item of a comment on no words of the article begins, in the account that is stored with a draft. */
export const unplacedCommentStart = 'comment on no words of the article: ';

/** Lists the comments on no words of the article, from the import of a draft and from those of the drafts before it. */
export function listUnplacedComments({ account, earlierComments }: ImportFacts): string[] {
  const own = (account ?? [])
    .filter((item) => item.startsWith(unplacedCommentStart))
    .map((item) => item.slice(unplacedCommentStart.length));
  return [...new Set([...earlierComments, ...own])];
}
