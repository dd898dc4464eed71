import { type PageViewport, PDFDateString, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import { parseUrl } from '#shared/domain/base/primitives.ts';
import { type Annotation, createAnnotation } from '#shared/import/base/annotation.ts';
import { groupBy } from '#shared/text/sequences/group-by.ts';
import type { GlyphRun } from './page-text.ts';

const optional = <T>(schema: z.ZodType<T>) => schema.nullish().catch(null);

/** An annotation as pdf.js describes it (ISO 32000-1, 12.5): a link, a comment, a form field. */
const pdfAnnotationSchema = z.object({
  id: z.string().catch(''),
  subtype: z.string().catch(''),
  rect: z.array(z.number()).length(4),
  /** Four corners for each line of marked text. */
  quadPoints: optional(z.instanceof(Float32Array)),
  unsafeUrl: optional(z.string()),
  contentsObj: optional(z.object({ str: z.string() })),
  titleObj: optional(z.object({ str: z.string() })),
  creationDate: optional(z.string()),
  modificationDate: optional(z.string()),
  /** The comment that this one replies to, or with which it forms a group. */
  inReplyTo: optional(z.string()),
  replyType: optional(z.string()),
  /** A state that a reviewer gave to a comment, instead of words. */
  stateModel: optional(z.string()),
  state: optional(z.string()),
  fieldType: optional(z.string()),
  fieldValue: optional(z.union([z.string(), z.array(z.string())])),
  options: optional(z.array(z.object({ exportValue: z.string(), displayValue: z.string() }))),
  password: optional(z.boolean()),
  checkBox: optional(z.boolean()),
  radioButton: optional(z.boolean()),
  exportValue: optional(z.string()),
  buttonValue: optional(z.string()),
  defaultAppearanceData: optional(z.object({ fontSize: z.number() })),
});

type PdfAnnotation = z.infer<typeof pdfAnnotationSchema>;

/** A rectangle on the page as it is shown, in points from the top left. */
interface PageRectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Reads the annotations of a page, those that are only printed or only shown included. */
export async function readPageAnnotations(page: PDFPageProxy): Promise<PdfAnnotation[]> {
  const annotations: unknown[] = await page.getAnnotations({ intent: 'any' });
  return annotations.flatMap((annotation) => pdfAnnotationSchema.safeParse(annotation).data ?? []);
}

function toPageRectangle(rect: readonly number[], viewport: PageViewport): PageRectangle {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = viewport.convertToViewportRectangle([...rect]);
  return {
    left: Math.min(x1, x2),
    top: Math.min(y1, y2),
    right: Math.max(x1, x2),
    bottom: Math.max(y1, y2),
  };
}

/** The rectangles of the lines that an annotation marks; none when it marks no text. */
function listMarkedLines({ quadPoints }: PdfAnnotation, viewport: PageViewport): PageRectangle[] {
  const corners = Array.from(quadPoints ?? []);
  const rectangles: PageRectangle[] = [];
  for (let index = 0; index + 8 <= corners.length; index += 8) {
    const quad = corners.slice(index, index + 8);
    const [xs, ys] = [quad.filter((_, at) => at % 2 === 0), quad.filter((_, at) => at % 2 === 1)];
    rectangles.push(
      toPageRectangle([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], viewport),
    );
  }
  return rectangles;
}

/** A date of a PDF (ISO 32000-1, 7.9.4) as ISO 8601 with milliseconds, in UTC; null when it is none. */
function toTimestamp(date: string | null | undefined): string | null {
  const parsed = PDFDateString.toDateObject(date ?? '');
  return parsed && !Number.isNaN(parsed.getTime()) ? parsed.toISOString() : null;
}

/** In points: the largest font that a field without a size of its own gets, and the inner margin of a field. */
const maxFontSize = 12;
const padding = 2;
/** The width of a character, in font sizes. */
const characterWidth = 0.5;
const leading = 1.2;

/** Lists what is filled in on a form as runs at the places of its fields, one for each line. */
export function listFieldRuns(
  annotations: readonly PdfAnnotation[],
  viewport: PageViewport,
): { glyphRuns: GlyphRun[]; fieldCount: number } {
  const filled = annotations.flatMap((annotation) => {
    const value = annotation.subtype === 'Widget' ? readFieldValue(annotation).trim() : '';
    return value === '' ? [] : [{ annotation, lines: value.split(/\r\n?|\n/) }];
  });
  const glyphRuns = filled.flatMap(({ annotation, lines }) => createRuns(annotation, lines, viewport));
  return { glyphRuns, fieldCount: filled.length };
}

/** The text that a field shows; '' when nothing is filled in, or it is a password or a signature. */
function readFieldValue({ fieldType, fieldValue, options, password, ...button }: PdfAnnotation): string {
  if (password || fieldValue === null || fieldValue === undefined) return '';
  const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  if (fieldType === 'Tx') return values.join('\n');
  if (fieldType === 'Ch')
    return values
      .map((value) => options?.find(({ exportValue }) => exportValue === value)?.displayValue ?? value)
      .join('\n');
  const onValue = button.checkBox ? button.exportValue : button.radioButton ? button.buttonValue : null;
  return onValue && values.includes(onValue) && onValue !== 'Off' ? '☒' : '';
}

function createRuns(annotation: PdfAnnotation, lines: readonly string[], viewport: PageViewport): GlyphRun[] {
  const { left, top, right, bottom } = toPageRectangle(annotation.rect, viewport);
  const height = bottom - top;
  const size = annotation.defaultAppearanceData?.fontSize || Math.min(maxFontSize, Math.max(4, height * 0.7));
  const isCentred = lines.length === 1 && height < 2 * leading * size;
  const firstBaseline = isCentred ? (top + bottom) / 2 + 0.35 * size : top + padding + size;
  return lines.flatMap((text, index): GlyphRun[] => {
    if (text.trim() === '') return [];
    const width = Math.min(right - left - 2 * padding, text.length * size * characterWidth);
    return [
      {
        text: text.trim(),
        style: { bold: false, italic: false, href: null },
        left: left + padding,
        right: left + padding + Math.max(width, size * characterWidth),
        baseline: firstBaseline + index * leading * size,
        size,
        font: '',
        order: index,
        hasSpaceBefore: true,
        isRtl: false,
        isMirrored: false,
        isArtifact: false,
        comments: [],
      },
    ];
  });
}

/**
 * Marks the words of runs that lie in a rectangle: runs are split where it begins or ends, assuming that characters are equally
 * wide and that whole words are meant.
 */
function markWords(
  runs: readonly GlyphRun[],
  rectangle: PageRectangle,
  mark: (run: GlyphRun) => GlyphRun,
): GlyphRun[] {
  return runs.flatMap((run) => {
    if (!isTouched(run, rectangle)) return [run];
    const offsets = [rectangle.left, rectangle.right].map((x) =>
      findNearestWordBoundary(run.text, getOffset(run, x)),
    );
    return splitRun(run, Math.min(...offsets), Math.max(...offsets), mark);
  });
}

/** In font sizes: how far the middle of a line may be from a point that is on it. */
const maxPointDistance = 0.8;

/** Marks the one word at a point, or right before it, on the line next to the point; nothing when there is none. */
function markWordAt(
  runs: readonly GlyphRun[],
  { x, y }: { x: number; y: number },
  mark: (run: GlyphRun) => GlyphRun,
): GlyphRun[] {
  const getDistance = ({ baseline, size }: GlyphRun) => Math.abs(getMiddle({ baseline, size }) - y);
  const [nearest] = runs
    .filter((run) => run.left - run.size / 2 < x && x < run.right + run.size / 2)
    .filter((run) => getDistance(run) <= maxPointDistance * run.size)
    .toSorted((a, b) => getDistance(a) - getDistance(b));
  if (!nearest) return [...runs];
  const { text } = nearest;
  const offset = Math.max(0, Math.min(text.length, getOffset(nearest, x)));
  const start = /\S*\s*$/.exec(text.slice(0, offset))?.index ?? 0;
  const end = start + (/^\s*\S+/.exec(text.slice(start))?.[0].length ?? 0);
  return runs.flatMap((run) => (run === nearest ? splitRun(run, start, end, mark) : [run]));
}

/** The height of the middle of small letters. */
function getMiddle({ baseline, size }: { baseline: number; size: number }): number {
  return baseline - size * 0.3;
}

function isTouched(run: GlyphRun, { left, right, top, bottom }: PageRectangle): boolean {
  const middle = getMiddle(run);
  return top < middle && middle < bottom && left < run.right - 1 && run.left + 1 < right;
}

/** The offset into the text of a run at a position of the page. It counts from the right in Hebrew and Arabic. */
function getOffset({ text, left, right, isRtl }: GlyphRun, x: number): number {
  const share = right > left ? (x - left) / (right - left) : 0;
  return Math.round((isRtl ? 1 - share : share) * text.length);
}

function splitRun(run: GlyphRun, start: number, end: number, mark: (run: GlyphRun) => GlyphRun): GlyphRun[] {
  if (start >= end) return [run];
  const parts = [
    sliceRun(run, 0, start),
    mark(sliceRun(run, start, end)),
    sliceRun(run, end, run.text.length),
  ];
  return parts.filter(({ text }) => text.trim() !== '');
}

function sliceRun(run: GlyphRun, start: number, end: number): GlyphRun {
  const width = (run.right - run.left) / run.text.length;
  const [before, after] = run.isRtl ? [run.text.length - end, start] : [start, run.text.length - end];
  return {
    ...run,
    text: run.text.slice(start, end),
    left: run.left + width * before,
    right: run.right - width * after,
    hasSpaceBefore: start === 0 ? run.hasSpaceBefore : /^\s/.test(run.text.slice(start - 1)),
  };
}

function findNearestWordBoundary(text: string, offset: number): number {
  const boundaries = Array.from(text.matchAll(/(?<=\s)\S|(?<=\S)\s/g), ({ index }) => index);
  return [0, text.length, ...boundaries].reduce((best, boundary) =>
    Math.abs(boundary - offset) < Math.abs(best - offset) ? boundary : best,
  );
}

/** A link over text. */
interface PageLink extends PageRectangle {
  href: string;
}

/** Lists the addresses that a page links to, and the rectangles of the links. */
export function listPageLinks(annotations: readonly PdfAnnotation[], viewport: PageViewport): PageLink[] {
  return annotations.flatMap(({ unsafeUrl, rect }) => {
    const href = unsafeUrl ? parseUrl(unsafeUrl) : null;
    return href === null ? [] : [{ href, ...toPageRectangle(rect, viewport) }];
  });
}

export function markLink(runs: readonly GlyphRun[], link: PageLink): readonly GlyphRun[] {
  return markWords(runs, link, (run) => ({
    ...run,
    style: { ...run.style, href: run.style.href ?? link.href },
  }));
}

/** The annotations that people write: those that mark text, point at a place, or are drawn around something. */
const toSet = (names: string) => new Set(names.split(' '));
const textMarkup = toSet('Highlight Underline Squiggly StrikeOut');
const areas = toSet('Square Circle Polygon Ink Stamp');
const otherComments = toSet('Text FreeText Caret PolyLine Line FileAttachment');
const commentSubtypes = new Set([...textMarkup, ...areas, ...otherComments]);

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
  const threads = groupBy(written, (annotation) => findRoot(annotation, byId));
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
