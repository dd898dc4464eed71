import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { useExport } from '../../../../../renderer/features/reports/use-export';
import type { Session } from '../../../../../renderer/state/review/session';
import { defaultReportChoices } from '../../../../../shared/domain/report-options';
import { askedOfMain } from '../../support/main';
import { reviewOf, sessionOf, show } from '../../support/open-session';

let close = () => {};
afterEach(() => close());

function Export({ session, told }: { session: Session; told: (isDone: boolean) => void }) {
  const { save } = useExport(session);
  return (
    <button type="button" onClick={() => void save(defaultReportChoices).then(told)}>
      Save
    </button>
  );
}

it('asks for no place for a report once its dialog was closed while the last edits were being saved', async () => {
  const asked = askedOfMain();
  const { review, draft } = reviewOf('The ferry carried 12 million people.');
  const session = sessionOf(review, draft);
  let saved = (_isSaved: boolean) => {};
  const saving = new Promise<boolean>((resolve) => {
    saved = resolve;
  });
  vi.spyOn(session, 'settled').mockImplementation(() => saving);
  const told = vi.fn();
  ({ close } = show(session, <Export session={session} told={told} />, { width: 300, height: 300 }));
  await page.getByRole('button', { name: 'Save' }).click();
  close();
  saved(true);
  await expect.poll(() => told.mock.calls).toEqual([[false]]);
  expect(asked).toEqual([]);
});
