import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { WordOptions } from '#renderer/window/features/reports/more-options.tsx';
import { describeOptions } from '#renderer/window/features/reports/option-labels.ts';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';

let close = () => {};
afterEach(() => close());

const { options } = defaultReportChoices;

function open(whyClean: string | null) {
  const props = { options, whyClean, onChange: vi.fn() };
  ({ close } = show(null, <WordOptions {...props} />, { width: 300, height: 500 }));
}

it('shows a clean document as chosen where there is no file of the author, and says why', async () => {
  open('Draft 1 was not read from a Word file (.docx).');
  await expect.element(page.getByRole('radio', { name: 'A clean document' })).toBeChecked();
  await expect.element(page.getByRole('radio', { name: 'The author’s file' })).toBeDisabled();
  await expect.element(page.getByText('Draft 1 was not read')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /Paper/ })).toBeVisible();
});

it('offers the file of the author', async () => {
  open(null);
  await expect.element(page.getByRole('radio', { name: 'The author’s file' })).toBeChecked();
  await expect.element(page.getByRole('radio', { name: 'A clean document' })).toBeEnabled();
});

it('says in one line what is written', () => {
  const choices = { format: 'docx', options } as const;
  expect(describeOptions(choices)).not.toContain('clean document');
  expect(describeOptions(choices, true)).toContain('clean document, comments');
});
