import { expect, test } from 'vitest';
import { createClaimTables } from '#main/worker/reports/word/appendix.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import type { PlanLine } from '#shared/reports/word/word-plan.ts';
import { openCheckedArticle } from '#tests/unit/shared/drafts/checked-articles.ts';
import { buildTestReport } from '../model/build-test-report.ts';

const readText = (line: PlanLine) => line.map(({ text }) => text).join('');

function readTable(more: { note: string | null; correction: string | null }) {
  const { review, draft } = openCheckedArticle(['It carried 12 million cars.'], { '12 million': 'disputed' });
  for (const claim of [...review.claims.values()]) putEntity(review, 'claims', { ...claim, ...more });
  const [table] = createClaimTables(buildTestReport(review, draft));
  return table?.kind === 'table' ? table.rows.map((row) => row.map(readText)) : [];
}

test('correction and note follow the verdict in its cell', () => {
  expect(readTable({ note: 'See the log.', correction: '21 million' })).toEqual([
    ['Claim', 'Words', 'Verdict', 'Evidence'],
    ['1', '12 million', 'Disputed\nChange to “21 million”.\nSee the log.', 'No source.'],
  ]);
});

test('a cell has no empty lines', () => {
  expect(readTable({ note: 'See the log.', correction: null })[1]?.[2]).toBe('Disputed\nSee the log.');
  expect(readTable({ note: null, correction: null })[1]?.[2]).toBe('Disputed');
});
