import { expect, test } from 'vitest';
import { endOfFile } from '../../../../../renderer/importer/pdf/cut-off';
import { makePdf } from '../make-pdf';

const pdf = makePdf({ pages: [['Hello']] });
const text = new TextDecoder('latin1').decode(pdf);

test('a whole file has its end, whatever follows', () => {
  expect(endOfFile(pdf)).toEqual({ missing: false, midway: false });
  expect(endOfFile(Uint8Array.of(...pdf, ...new TextEncoder().encode('\n<html>junk</html>')))).toEqual({
    missing: false,
    midway: false,
  });
});

test('a file that is cut off has none, and may end in an object', () => {
  expect(endOfFile(pdf.slice(0, text.lastIndexOf('xref\n0')))).toEqual({ missing: true, midway: false });
  expect(endOfFile(pdf.slice(0, text.lastIndexOf('endstream')))).toEqual({ missing: true, midway: true });
});

test('a file that was added to and then cut off has only its former end', () => {
  expect(endOfFile(new TextEncoder().encode(`${text}\n9 0 obj\n<< >>\nendobj\n10 0 obj\n<<`))).toEqual({
    missing: true,
    midway: true,
  });
});
