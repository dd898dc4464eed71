import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The content of a page without text. A scan is a picture that covers much of the page. */
export type PageSurface = 'scan' | 'picture' | 'drawing' | 'form' | 'blank';

/** In square points: what covers less is no picture. */
const minPictureArea = 16;
/** The share of the page that the pictures of a scan cover. */
const minScanShare = 0.4;

const drawingOperators = new Set([
  OPS.constructPath,
  OPS.shadingFill,
  OPS.stroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
]);

/** Works out what there is on a page without text from its drawing instructions and its form fields. */
export async function readPageSurface(
  page: PDFPageProxy,
  annotations: readonly { subtype?: string }[],
): Promise<PageSurface> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const { width, height } = page.getViewport({ scale: 1 });
  const pictureArea = sumPictureAreas(fnArray, argsArray);
  if (pictureArea >= minScanShare * width * height) return 'scan';
  if (annotations.some(({ subtype }) => subtype === 'Widget')) return 'form';
  if (pictureArea > 0) return 'picture';
  return fnArray.some((operator) => drawingOperators.has(operator)) ? 'drawing' : 'blank';
}

/**
 * The area of all pictures of a page, in square points. pdf.js leaves pictures out, since none may be large by its options. All
 * that remains of one is the matrix that gave its unit square a place, with nothing painted in it.
 */
function sumPictureAreas(operators: readonly number[], operands: readonly unknown[]): number {
  let area = 0;
  let scale = 1;
  let isMatrixUnused = false;
  const saved: number[] = [];
  const addPicture = () => {
    if (isMatrixUnused && scale >= minPictureArea) area += scale;
  };
  for (const [index, operator] of operators.entries()) {
    if (operator === OPS.dependency) continue;
    const operand = operands[index];
    if (operator === OPS.save) saved.push(scale);
    else if (operator === OPS.transform) scale *= readAreaScale(operand);
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(scale);
      scale *= readAreaScale(Array.isArray(operand) ? operand[0] : null);
    } else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) {
      addPicture();
      scale = saved.pop() ?? 1;
    }
    isMatrixUnused = operator === OPS.transform;
  }
  addPicture();
  return area;
}

/** By how much a matrix [a b c d e f] enlarges areas. */
function readAreaScale(operand: unknown): number {
  const [a = 1, b = 0, c = 0, d = 1] = Array.from(toNumbers(operand));
  return Math.abs(a * d - b * c);
}

function toNumbers(value: unknown): number[] {
  return Array.isArray(value) || value instanceof Float32Array ? Array.from(value, Number) : [];
}
