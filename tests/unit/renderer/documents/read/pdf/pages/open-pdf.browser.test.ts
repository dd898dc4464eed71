import { expect, test } from 'vitest';
import { withPdf } from '#renderer/documents/read/pdf/pages/open-pdf.ts';
import { makePdf } from '#tests/unit/renderer/documents/read/make-pdf.ts';

/** Opens a PDF, and returns the result with the errors that were reported. */
async function openReporting(bytes: Uint8Array, use: () => Promise<string>) {
  const errors: unknown[] = [];
  const reporter = { reportProgress: () => {}, reportError: (error: unknown) => errors.push(error) };
  return { result: await withPdf(bytes, reporter, use), errors };
}

test('an error of our own while a PDF is read is reported, although the file counts as damaged', async () => {
  const bug = new TypeError('a bug');
  const { result, errors } = await openReporting(makePdf({ pages: [['Hello']] }), () => Promise.reject(bug));
  expect(result).toEqual({ state: 'damaged' });
  expect(errors).toEqual([bug]);
});

test.each([
  ['a password', makePdf({ pages: [['Hello']], locked: true }), 'protected'],
  ['nothing but its signature', new TextEncoder().encode('%PDF-1.4\n'), 'damaged'],
])('the error of pdf.js for a PDF with %s is not reported', async (_problem, bytes, state) => {
  const { result, errors } = await openReporting(bytes, () => Promise.resolve('read'));
  expect(result).toEqual({ state });
  expect(errors).toEqual([]);
});
