import { expect, test } from 'vitest';
import { detectTruncation } from '#renderer/documents/read/pdf/pages/detect-truncation.ts';
import { makePdf } from '#tests/unit/renderer/documents/read/make-pdf.ts';

const pdf = makePdf({ pages: [['Hello']] });
const text = new TextDecoder('latin1').decode(pdf);

test('the end of a whole file is found, even when other bytes follow', () => {
  const whole = { isMissing: false, isInsideObject: false };
  expect(detectTruncation(pdf)).toEqual(whole);
  const withJunk = Uint8Array.of(...pdf, ...new TextEncoder().encode('\n<html>junk</html>'));
  expect(detectTruncation(withJunk)).toEqual(whole);
});

test('the end of a truncated file is missing, and the file may end inside an object', () => {
  const afterObjects = pdf.slice(0, text.lastIndexOf('xref\n0'));
  expect(detectTruncation(afterObjects)).toEqual({ isMissing: true, isInsideObject: false });
  const insideObject = pdf.slice(0, text.lastIndexOf('endstream'));
  expect(detectTruncation(insideObject)).toEqual({ isMissing: true, isInsideObject: true });
});

test('the end of a truncated file is missing even when the file has an earlier end, before an update', () => {
  const truncatedUpdate = new TextEncoder().encode(`${text}\n9 0 obj\n<< >>\nendobj\n10 0 obj\n<<`);
  expect(detectTruncation(truncatedUpdate)).toEqual({ isMissing: true, isInsideObject: true });
});
