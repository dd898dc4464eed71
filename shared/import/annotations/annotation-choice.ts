import { z } from 'zod';
import { lineSchema } from '../../domain/primitives';

export const annotationChoiceSchema = z.strictObject({
  /** The names of those whose comments are the author's; null stands for comments without a name. */
  authors: z.array(lineSchema).max(10_000),
  /** Whether the footnotes and endnotes are the author's sources. */
  areNotesSources: z.boolean(),
});

/** The reviewer's answer to the question whose comments and notes are the author's. */
export type AnnotationChoice = z.infer<typeof annotationChoiceSchema>;

/** Every comment is an editor's, and the notes are part of the article. */
export const noAuthors: AnnotationChoice = { authors: [], areNotesSources: false };
