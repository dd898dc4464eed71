import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { getDurableId } from '#shared/domain/base/word-comments.ts';
import {
  commented,
  deleted,
  inserted,
  makeReturnedReport,
  paragraph,
  type ReportComment,
  run,
} from '#tests/libraries/returned-report.ts';
import { test } from '../fixtures.ts';
import type { SeededCheck } from '../support/articles/seeded-check.ts';
import { ArticleFiles } from '../support/library/stored-files.ts';
import { expectNoViolations } from '../support/page/accessibility.ts';

const check: SeededCheck = {
  title: 'The ferry',
  paragraphs: ['The ferry', 'It carried 12 million cars. It was built in Gdansk. It has 340 seats.'],
  sources: [],
  claims: [
    { words: '12 million', verdict: 'disputed', correction: '1.2 million' },
    { words: 'Gdansk', verdict: 'verified', correction: 'Gdynia' },
    { words: '340 seats', verdict: 'verified' },
  ],
};

test.use({ reviewer: 'Rosa Lind', article: check });

/** The report on the check as its author sends it back: one correction accepted, one not decided, and an answer. */
function writeReport(userData: string, path: string): void {
  const created = new ArticleFiles(userData)
    .readChanges()
    .flatMap(({ edits }) => edits)
    .filter(({ table }) => table === 'claims')
    .map(({ id }) => String(id));
  const rosa = { by: 'Rosa Lind', at: '2026-11-20T09:00:05Z' };
  const ada = { by: 'Ada Stone', at: '2026-11-21T10:00:00Z' };
  const headings = [
    'Disputed · claim 1\nChange to “1.2 million”.',
    'Verified · claim 2\nChange to “Gdynia”.',
    'Verified · claim 3',
  ];
  const comments = headings.map(
    (text, index): ReportComment => ({
      id: index + 1,
      ...rosa,
      text,
      isResolved: index === 2,
      durableId: getDurableId(created[index] ?? ''),
    }),
  );
  const answer = { id: 4, ...ada, text: 'I counted them myself.', repliesTo: 3 };
  const body = [
    paragraph(run('The ferry')),
    paragraph(
      run('It carried '),
      commented(run('1.2 million'), 1),
      run(' cars. It was built in '),
      commented(deleted('Gdansk', rosa) + inserted('Gdynia', rosa), 2),
      run('. It has '),
      commented(run('340 seats'), 3, 4),
      run('.'),
    ),
  ];
  writeFileSync(path, makeReturnedReport(body.join(''), [...comments, answer]));
}

test('a Word report that came back is recognised, and its answers are on the claims', async ({
  stet,
  userData,
  files,
  answerDialogs,
}) => {
  const path = join(files, 'ferry-back.docx');
  writeReport(userData, path);
  const { preview, newDraft, claims, card, queue, page } = stet;

  // From the library, the file finds its article.
  await stet.bar.library.click();
  await answerDialogs({ open: [path] });
  await stet.press('Control+o');
  await expect(preview.known).toContainText(
    'This is a report on “The ferry” that came back: 3 comments belong',
  );
  await expect(preview.annotations.section).toBeHidden();
  await expectNoViolations(stet, 'preview of a report that came back');
  await preview.known.getByRole('button', { name: 'Import as draft 2 of “The ferry”' }).click();
  await expect(newDraft.notices).toContainText(
    '3 comments of a Stet report came back: 1 with an answer, 1 correction accepted, 1 not decided',
  );
  await newDraft.accept();

  // The queue leads to the accepted correction and to the answer, whose claim keeps its verdict.
  await expect(queue.heading).toHaveText('Draft 2: 2 claims need review');
  await expect(queue.reason).toContainText('Correction applied.');
  await stet.press('j');
  await expect(queue.reason).toContainText('Its verdict holds unless the answer changes it.');
  await expect(queue.reason).toContainText('Ada Stone answered: I counted them myself.');
  await expect(queue.reason).toContainText('The author resolved the comment.');
  await expectNoViolations(stet, 'queue with an answer');
  await stet.press('v');
  await expect(queue.heading).toHaveText('Draft 2: 1 claim needs review');
  await stet.press('Escape');

  await expect(stet.article.text).toContainText('It carried 1.2 million cars. It was built in Gdansk.');
  await expect(claims.rows).toHaveCount(3);
  await expect(claims.row('340 seats')).toContainText('answered');
  await claims.row('340 seats').click();
  await expect(card.answers).toContainText('I counted them myself.');
  await expect(card.answers).toContainText('Ada Stone, 21 November 2026');
  await expect(card.answers).toContainText('comment resolved');
  await expect(card.verdict('Verified')).toBeChecked();
  await expect(card.history.nth(1)).toContainText('Answer by Ada Stone: “I counted them myself.”');
  await expectNoViolations(stet, 'card with an answer');

  await claims.row('1.2 million').click();
  await expect(card.answers).toContainText('Correction “1.2 million” accepted by the author.');
  await expect(card.correction).toHaveValue('');
  await expect(card.card).toContainText('Correction applied since it was judged. Verify the new words');
  await expect(card.card.getByRole('button', { name: /^Open again$|^Still disputed$/ })).toHaveText([
    'Open again',
    'Still disputed',
  ]);

  await stet.press('Control+z');
  await stet.press('Control+z');
  await expect(stet.bar.draft).toHaveText('Draft 1');
  await claims.row('12 million').click();
  await expect(card.answers).toHaveCount(0);
  await expect(card.correction).toHaveValue('1.2 million');
  await expect(page.getByRole('main')).toContainText('12 million');
});
