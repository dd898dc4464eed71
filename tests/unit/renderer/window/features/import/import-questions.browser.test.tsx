import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { importPastedText } from '#renderer/documents/read/text/import-text.ts';
import { KnownDrafts } from '#renderer/window/features/import/import-questions.tsx';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';

const title = 'As Debt Rises, the Government Will Soon Spend More on Interest Than on the Military';

it('wraps long titles in the narrow column of the dialog', async () => {
  fakeMain(async () => ({
    ok: true,
    value: [{ articleId: 'a', draftId: null, title, number: 3, same: 'claims', comments: 13 }],
  }));
  const imported = importPastedText('The ferry carried 12 million people.');
  if (!imported.ok) throw new Error(imported.problem.message);
  const pendingImport = {
    id: 'i',
    proposalId: 'p',
    name: 'a.docx',
    proposal: imported.proposal,
    blocks: null,
    fields: {},
    notices: [],
    words: 6,
    draftOf: null,
  };
  const known = (
    <KnownDrafts pendingImport={pendingImport} isTextEdited={false} edits={{ blocks: null, fields: {} }} />
  );
  show(null, known, { width: 250, height: 300 });
  const button = page.getByRole('button', { name: /^Import as draft 4 of/ });
  await expect.element(button).toBeVisible();
  const status = page.getByRole('status').element();
  expect(status.scrollWidth).toBeLessThanOrEqual(status.clientWidth);
  expect(button.element().scrollWidth).toBeLessThanOrEqual(250);
});
