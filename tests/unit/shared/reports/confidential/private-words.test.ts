import { describe, expect, test } from 'vitest';
import { putEntity } from '#shared/domain/review/review.ts';
import {
  confidentialFields,
  editFourthClaim,
  makeReportAs,
  openWithConfidential,
  sha256,
} from './confidential-review.ts';

const formats = ['html', 'markdown', 'json', 'docx', 'xlsx'] as const;

describe('A name in the note on evidence from a confidential source', () => {
  const possible = / may be a name in the (?:note on evidence from|reason why) a confidential source/;

  test.each(formats)('is asked about in the note on a claim, as %s', (format) => {
    const { found } = makeReportAs(editFourthClaim('note', 'Somebody at Vermilion told us so.'), format);
    expect(
      found.map(({ level, message, excerpt }) => [level, possible.test(message), excerpt.words]),
    ).toEqual([['possible', true, 'Vermilion']]);
  });

  test.each(['Somebody painted it vermilion.', 'Somebody met us in green.'])('is none in “%s”', (note) => {
    expect(makeReportAs(editFourthClaim('note', note), 'html').leaks).toEqual([]);
  });
});

describe('A file of a confidential source', () => {
  test.each(formats)('is not named with a public source that has it as well, as %s', (format) => {
    const opened = openWithConfidential();
    const linked = new Set(Array.from(opened.review.evidence.values(), ({ sourceId }) => sourceId));
    const source = [...opened.review.sources.values()].find(
      ({ id, confidential }) => !confidential && linked.has(id),
    );
    putEntity(opened.review, 'attachments', {
      id: 'copy',
      sourceId: source?.id ?? '',
      sha256,
      name: confidentialFields.file,
      bytes: 5,
      mime: 'application/pdf',
      addedAt: '2026-10-14T10:00:00.000Z',
    });
    const { leaks } = makeReportAs(opened, format);
    expect(
      leaks.filter((leak) => /(?:file|SHA-256) of a(?: file of a)? confidential source/.test(leak)),
    ).not.toEqual([]);
  });
});
