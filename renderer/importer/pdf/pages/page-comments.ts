import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Annotation, createAnnotation } from '../../../../shared/import/annotations/annotation';
import type { GlyphRun } from './glyph-run';
import { markWordAt, markWords } from './mark-words';
import { listMarkedLines, type PdfAnnotation, toPageRectangle, toTimestamp } from './page-annotations';

/** The annotations that people write: those that mark text, point at a place, or are drawn around something. */
const commentSubtypes = new Set(
  'Highlight Underline Squiggly StrikeOut Text FreeText Caret Square Circle Polygon PolyLine Line Ink Stamp FileAttachment'.split(
    ' ',
  ),
);
const textMarkup = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut']);
const areas = new Set(['Square', 'Circle', 'Polygon', 'Ink', 'Stamp']);

/** LibreOffice writes the day of a comment behind the name of its author: "Ada Fields, 03/01/26, ". */
const dateAfterName = /, \d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s*$/;

/** States of a review after which nothing is left to do (ISO 32000-1, table 171). */
const settledStates = new Set(['Accepted', 'Rejected', 'Cancelled', 'Completed']);

/** A comment of a page with the replies to it. */
interface PageComment {
  annotation: Annotation;
  /** The annotations that show what it is about: its own, and those that form a group with it. */
  marks: PdfAnnotation[];
}

/** Lists the comments of a page in the order of the file. Replies and states belong to the comment that they are about. */
export function listPageComments(annotations: readonly PdfAnnotation[]): PageComment[] {
  const written = annotations.filter(({ subtype }) => commentSubtypes.has(subtype));
  const byId = new Map(written.map((annotation) => [annotation.id, annotation]));
  const threads = new Map<PdfAnnotation, PdfAnnotation[]>();
  for (const annotation of written) {
    const root = findRoot(annotation, byId);
    const others = threads.get(root);
    if (others) others.push(annotation);
    else threads.set(root, [annotation]);
  }
  return [...threads].flatMap(([root, members]) => createComment(root, members) ?? []);
}

/** The comment at the start of a thread. A reply to something that is not on the page starts one itself. */
function findRoot(annotation: PdfAnnotation, byId: ReadonlyMap<string, PdfAnnotation>): PdfAnnotation {
  let root = annotation;
  for (let depth = 0; depth < byId.size; depth += 1) {
    const before = byId.get(root.inReplyTo ?? '');
    if (!before) return root;
    root = before;
  }
  return annotation;
}

/** Null when nothing is said and no words are marked. */
function createComment(root: PdfAnnotation, members: readonly PdfAnnotation[]): PageComment | null {
  const inGroup = members.filter((member) => member !== root && member.replyType === 'Group');
  const replies = members.filter((member) => member !== root && !inGroup.includes(member));
  const states = replies.filter(({ state }) => state);
  const spoken = [root, ...sortByDate(replies.filter(({ state }) => !state))];
  const comments = spoken.map(({ titleObj, contentsObj, creationDate, modificationDate }) => ({
    by: (titleObj?.str ?? '').replace(dateAfterName, ''),
    at: toTimestamp(creationDate) ?? toTimestamp(modificationDate),
    text: (contentsObj?.str ?? '').replace(/\r\n?/g, '\n').trim(),
  }));
  const group = [root, ...inGroup];
  const markup = group.filter(({ subtype }) => textMarkup.has(subtype));
  // In a replacement, the caret only shows where the new words go.
  const marks = markup.length > 0 ? markup : group;
  const isEmpty = comments.every(({ text }) => text === '');
  if (isEmpty && markup.length === 0) return null;
  const isResolved = settledStates.has(sortByDate(states).at(-1)?.state ?? '');
  return { annotation: createAnnotation(comments, isResolved), marks };
}

function sortByDate(annotations: readonly PdfAnnotation[]): PdfAnnotation[] {
  const dateOf = (one: PdfAnnotation) =>
    toTimestamp(one.creationDate) ?? toTimestamp(one.modificationDate) ?? '';
  return annotations.toSorted((a, b) => dateOf(a).localeCompare(dateOf(b)));
}

/** Marks the words that a comment is about with its index among all comments of the document. */
export function markCommentedWords(
  runs: readonly GlyphRun[],
  { marks }: PageComment,
  index: number,
  viewport: PageViewport,
): readonly GlyphRun[] {
  const mark = (run: GlyphRun): GlyphRun =>
    run.comments.includes(index) ? run : { ...run, comments: [...run.comments, index] };
  return marks.reduce<readonly GlyphRun[]>((marked, annotation) => {
    const rectangle = toPageRectangle(annotation.rect, viewport);
    const { left, top, right, bottom } = rectangle;
    if (textMarkup.has(annotation.subtype)) {
      const lines = listMarkedLines(annotation, viewport);
      return (lines.length > 0 ? lines : [rectangle]).reduce<readonly GlyphRun[]>(
        (some, line) => markWords(some, line, mark),
        marked,
      );
    }
    if (areas.has(annotation.subtype)) return markWords(marked, rectangle, mark);
    if (annotation.subtype === 'Caret' || annotation.subtype === 'Text')
      return markWordAt(marked, { x: (left + right) / 2, y: (top + bottom) / 2 }, mark);
    return marked;
  }, runs);
}
