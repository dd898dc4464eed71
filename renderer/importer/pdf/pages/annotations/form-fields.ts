import type { PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { GlyphRun } from '../glyph-run';
import { type PdfAnnotation, toPageRectangle } from './page-annotations';

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
