import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposeName } from '#main/core/reports/propose-name.ts';
import {
  defaultReportChoices,
  type ReportFormat,
  type ReportReader,
  reportFormats,
  reportReaders,
} from '#shared/domain/settings/report-options.ts';

const ferry = { title: 'The ferry', draftNumber: 2, importedNames: [] };

function choose(format: ReportFormat, reader: ReportReader) {
  return { format, options: { ...defaultReportChoices.options, reader } };
}

test.each([
  ['docx', 'public', 'The ferry – fact check, draft 2, public'],
  ['xlsx', 'editor', 'The ferry – fact check, draft 2, editor'],
  ['pdf', 'legal', 'Confidential for legal review – The ferry – fact check, draft 2'],
  ['webAnnotation', 'public', 'The ferry – annotations, draft 2, public'],
  ['claimReview', 'editor', 'The ferry – ClaimReview, draft 2'],
] as const)('a report as %s for %s is named %j', (format, reader, name) => {
  expect(proposeName(ferry, choose(format, reader), '.x')).toBe(`${name}.x`);
});

test('a long title is cut between words', () => {
  const title = 'As Debt Rises, the Government Will Soon Spend More on Interest Than on the Military';
  expect(proposeName({ ...ferry, title }, choose('docx', 'editor'), '.docx')).toBe(
    'As Debt Rises, the Government Will Soon Spend More on – fact check, draft 2, editor.docx',
  );
});

test('it is not the name of a file that a draft was read from, also in other letters', () => {
  const name = 'The ferry – fact check, draft 2, editor';
  const imported = [`${name.toUpperCase()}.DOCX`, `${name} (2).docx`.normalize('NFD')];
  const article = { ...ferry, importedNames: imported };
  expect(proposeName(article, choose('docx', 'editor'), '.docx')).toBe(`${name} (3).docx`);
});

test('every title makes a name of at most 240 bytes without its extension', () => {
  const title = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constant('語'.repeat(100)));
  const choices = fc.tuple(fc.constantFrom(...reportFormats), fc.constantFrom(...reportReaders));
  fc.assert(
    fc.property(title, choices, (some, [format, reader]) => {
      const name = proposeName(
        { title: some, draftNumber: 9_999, importedNames: [] },
        choose(format, reader),
        '',
      );
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(240);
      expect(name).not.toMatch(/[\p{Cc}\p{Cs}<>:"/\\|?*]/u);
    }),
  );
});
