import { type PageViewport, PDFDateString, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';
import type { GlyphRun } from './page-text';

/** An annotation as pdf.js describes it (ISO 32000-1, 12.5): a link, a comment, a form field. */
const pdfAnnotationSchema = z.object({
  id: z.string().catch(''),
  subtype: z.string().catch(''),
  rect: z.array(z.number()).length(4),
  /** Four corners for each line of marked text. */
  quadPoints: z.instanceof(Float32Array).nullish().catch(null),
  unsafeUrl: z.string().nullish().catch(null),
  contentsObj: z.object({ str: z.string() }).nullish().catch(null),
  titleObj: z.object({ str: z.string() }).nullish().catch(null),
  creationDate: z.string().nullish().catch(null),
  modificationDate: z.string().nullish().catch(null),
  /** The comment that this one replies to, or with which it forms a group. */
  inReplyTo: z.string().nullish().catch(null),
  replyType: z.string().nullish().catch(null),
  /** A state that a reviewer gave to a comment, instead of words. */
  stateModel: z.string().nullish().catch(null),
  state: z.string().nullish().catch(null),
  fieldType: z.string().nullish().catch(null),
  fieldValue: z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .catch(null),
  options: z
    .array(z.object({ exportValue: z.string(), displayValue: z.string() }))
    .nullish()
    .catch(null),
  password: z.boolean().nullish().catch(null),
  checkBox: z.boolean().nullish().catch(null),
  radioButton: z.boolean().nullish().catch(null),
  exportValue: z.string().nullish().catch(null),
  buttonValue: z.string().nullish().catch(null),
  defaultAppearanceData: z.object({ fontSize: z.number() }).nullish().catch(null),
});

export type PdfAnnotation = z.infer<typeof pdfAnnotationSchema>;

/** A rectangle on the page as it is shown, in points from the top left. */
export interface PageRectangle {
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

export function toPageRectangle(rect: readonly number[], viewport: PageViewport): PageRectangle {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = viewport.convertToViewportRectangle([...rect]);
  return {
    left: Math.min(x1, x2),
    top: Math.min(y1, y2),
    right: Math.max(x1, x2),
    bottom: Math.max(y1, y2),
  };
}

/** The rectangles of the lines that an annotation marks; none when it marks no text. */
export function listMarkedLines({ quadPoints }: PdfAnnotation, viewport: PageViewport): PageRectangle[] {
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
export function toTimestamp(date: string | null | undefined): string | null {
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
