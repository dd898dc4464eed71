import type { Annotation } from '../../../../../shared/import/annotations/annotation';
import type { DraftProposal } from '../../../../../shared/import/proposal';
import { type AnnotatedArticle, footnoteTexts, type Thread } from './annotated-article';

/** The annotations of a document that were read as they are in it, and descriptions of the others. */
export interface AnnotationComparison {
  total: number;
  /** Threads that became a claim on exactly their words, or that are listed when they have none. */
  onWords: number;
  /** Those with every comment in order, with author and text, and with their resolution. */
  whole: number;
  /** Comments that occur nowhere in the proposal. */
  missing: string[];
  /** Descriptions of the threads that are not whole, as they should be and as they were read. */
  wrong: string[];
  footnotes: { total: number; kept: number };
}

/** Comments as one string, without the reply by which Google says that a thread is resolved. */
function formatComments(comments: readonly { by: string | null; text: string }[]): string {
  return comments
    .filter(({ text }) => text !== '_Marked as resolved_')
    .map(({ by, text }) => `${by}: ${text}`)
    .join(' / ');
}

function isWhole({ comments, isResolved }: Thread, annotation: Annotation | null): boolean {
  return (
    annotation !== null &&
    formatComments(annotation.comments) === formatComments(comments) &&
    annotation.isResolved === isResolved
  );
}

/** Compares a proposal with the article that its document was written from. */
export function compareAnnotations(article: AnnotatedArticle, proposal: DraftProposal): AnnotationComparison {
  const { text, claims, annotationsWithoutWords, blocks } = proposal;
  const read = claims.map(({ span, annotation }) => ({
    words: text.slice(span.start, span.end),
    annotation,
  }));
  const allComments = [...read.map(({ annotation }) => annotation), ...annotationsWithoutWords].flatMap(
    (annotation) => annotation?.comments ?? [],
  );
  const threads = article.paragraphs.flatMap((paragraph) => paragraph.threads);
  const compared = threads.map((thread) => {
    const [first] = thread.comments;
    const begins = (annotation: Annotation | null) => annotation?.comments[0]?.text === first?.text;
    const found = read.find(({ annotation }) => begins(annotation));
    const listed = annotationsWithoutWords.find(begins);
    // A comment on deleted words may be listed, or be beside them.
    const isOnWords = thread.words === '' ? !!(found ?? listed) : found?.words === thread.words;
    return { thread, isOnWords, words: found?.words, annotation: found?.annotation ?? listed ?? null };
  });
  const failures = compared.filter(
    ({ thread, isOnWords, annotation }) => !isOnWords || !isWhole(thread, annotation),
  );
  const footnoteCount = article.paragraphs.filter(({ footnote }) => footnote !== null).length;
  const notes = blocks.filter(({ kind }) => kind === 'note').map(({ start, end }) => text.slice(start, end));
  return {
    total: threads.length,
    onWords: compared.filter(({ isOnWords }) => isOnWords).length,
    whole: compared.filter(({ thread, annotation }) => isWhole(thread, annotation)).length,
    missing: threads
      .flatMap(({ comments }) => comments)
      .filter(({ by, text }) => !allComments.some((comment) => comment.by === by && comment.text === text))
      .map(({ text }) => text),
    wrong: failures.map(
      ({ thread, words, annotation }) =>
        `“${thread.words}” with ${formatComments(thread.comments)}${thread.isResolved ? ' (resolved)' : ''}; read: “${words ?? ''}” with ${formatComments(annotation?.comments ?? [])}${annotation?.isResolved ? ' (resolved)' : ''}`,
    ),
    footnotes: {
      total: footnoteCount,
      kept: notes.filter((note) => footnoteTexts.some((footnote) => note.endsWith(footnote))).length,
    },
  };
}
