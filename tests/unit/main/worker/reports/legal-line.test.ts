import { expect, test } from 'vitest';
import { reportJsonSchema } from '#main/worker/reports/json/report-schema.ts';
import { makeReport } from '#main/worker/reports/make-report.ts';
import { legalLine } from '#shared/reports/base/reader-lines.ts';
import {
  confidentialFields,
  createReportJob,
  openWithConfidential,
} from '#tests/unit/shared/reports/confidential/confidential-review.ts';

const formats = ['html', 'pdf', 'markdown', 'json'] as const;

function makeFor(reader: 'public' | 'editor' | 'legal', format: (typeof formats)[number]) {
  const job = createReportJob(openWithConfidential(), format);
  const { choices } = job;
  return makeReport({ ...job, choices: { ...choices, options: { ...choices.options, reader } } });
}

test.each(formats)('A %s report for lawyers says so first, and names the source', (format) => {
  const { content, leaks, confidentialCount } = makeFor('legal', format);
  const beginnings = {
    html: `<p class="reader-line">${legalLine}</p>\n<header>`,
    pdf: `<title>${legalLine} – `,
    markdown: `**${legalLine}**\n\n# `,
    json: `"notice": "${legalLine}"`,
  };
  expect(content).toContain(beginnings[format]);
  if (format === 'markdown') expect(content.startsWith(beginnings.markdown)).toBe(true);
  expect(content).toContain('umbrage.example');
  expect({ leaks, confidentialCount }).toEqual({ leaks: [], confidentialCount: 1 });
});

test.each(formats)('A %s report for others does not, and is searched', (format) => {
  for (const reader of ['public', 'editor'] as const) {
    const { content, leaks, confidentialCount } = makeFor(reader, format);
    expect(content).not.toContain(legalLine);
    expect(content).not.toContain('umbrage.example');
    expect({ leaks, confidentialCount }).toEqual({ leaks: [], confidentialCount: 1 });
  }
});

test('The JSON report for lawyers keeps to its schema', () => {
  const { sources, reader } = reportJsonSchema.parse(JSON.parse(makeFor('legal', 'json').content));
  expect(reader).toBe('legal');
  expect(sources.find(({ confidential }) => confidential)).toMatchObject({
    title: confidentialFields.title,
    contact: confidentialFields.contact,
  });
});

test.each(formats)('A %s report for the public is searched for what a correction repeats', (format) => {
  const opened = openWithConfidential();
  const [claim] = opened.review.claims.values();
  if (claim) opened.review.claims.set(claim.id, { ...claim, correction: 'as Quillan_Vost *senior* said' });
  const job = createReportJob(opened, format);
  const { choices } = job;
  const options = { ...choices.options, reader: 'public' } as const;
  expect(makeReport({ ...job, choices: { ...choices, options } }).leaks).not.toEqual([]);
});
