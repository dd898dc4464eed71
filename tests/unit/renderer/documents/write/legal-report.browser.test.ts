import { expect, test } from 'vitest';
import { readWordDraft } from '#renderer/documents/read/word/word.ts';
import { writeWordReport } from '#renderer/documents/write/write-word-report.ts';
import { legalLine } from '#shared/reports/base/reader-lines.ts';
import { silentReporter } from '../read/reporter.ts';
import { fileOf, makeDocx, p, r } from '../read/word/make-docx.ts';
import { readMapped, writeInto } from './write-report.ts';

/** A report for lawyers that came back, as it is read, and as the base of another report with this line on its pages. */
async function bringBack(pageLine: string | null) {
  const article = makeDocx({ body: p(r('It sank.')) });
  const draft = readMapped(article);
  if (!draft) throw new Error('The file can’t be read.');
  const { bytes } = await writeInto(article, draft, { pageLine });
  const read = readWordDraft(fileOf(bytes));
  const again = readMapped(bytes);
  if (!read.ok || !again) throw new Error('The report can’t be read.');
  const write = (line: string | null) =>
    writeWordReport(
      {
        base: { kind: 'original', map: again.map },
        annotations: 'comments',
        comments: [],
        changes: [],
        madeAt: '2026-03-04T05:06:07Z',
        appendix: [],
        pageLine: line,
      },
      bytes,
      silentReporter,
    );
  return { notices: read.notices.map(({ kind }) => kind), write };
}

test('a report for lawyers that comes back is named as one, and only lawyers get another report in it', async () => {
  const { notices, write } = await bringBack(legalLine);
  expect(notices).toContain('legalReport');
  expect(await write(null)).toEqual({
    ok: false,
    why: 'is a report for lawyers, which may name confidential sources',
  });
  expect(await write(legalLine)).toMatchObject({ ok: true });
});

test('a report for an editor that comes back is not', async () => {
  const { notices, write } = await bringBack(null);
  expect(notices).not.toContain('legalReport');
  expect(await write(null)).toMatchObject({ ok: true });
});
