import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { MergeDialog, mergeOrAsk } from '../../../../../../renderer/features/sources/card/merge-dialog';
import type { Session } from '../../../../../../renderer/state/review/session';
import { createEdit, deleteEdit } from '../../../../../../shared/domain/history/edits';
import type { Source } from '../../../../../../shared/domain/source';
import { sourceOf } from '../../../../shared/sources';
import { reviewOf, sessionOf, show } from '../../../support/open-session';

let session: Session;
let close = () => {};

beforeEach(() => {
  const { review, draft } = reviewOf('The ferry carried 1.2 million people.');
  session = sessionOf(review, draft);
});

afterEach(() => close());

/** Has two sources merged; what is asked is shown. */
function merge(one: Partial<Source>, other: Partial<Source>): void {
  const [kept, double] = [sourceOf('kept', one), sourceOf('double', { title: 'Source kept', ...other })];
  session.apply({
    action: 'source.take',
    edits: [createEdit('sources', kept), createEdit('sources', double)],
  });
  mergeOrAsk(session, kept, double, () => {});
  ({ close } = show(session, <MergeDialog onUndo={() => {}} onClose={() => {}} />, {
    width: 600,
    height: 600,
  }));
}

it('asks why a source fell where both say it, with the day of each, and keeps what is chosen', async () => {
  const fell = { standing: 'withdrawn', standingReason: 'It was a draft.' } as const;
  merge(
    { ...fell, standingSince: '2026-11-20T10:00:00.000Z', primary: true },
    {
      ...{ ...fell, standingReason: 'Its tables were forged', standingSince: '2026-11-22T10:00:00.000Z' },
      secondary: true,
    },
  );
  const stands = page.getByRole('radiogroup', { name: 'Does it stand?' });
  await expect
    .element(
      stands.getByRole('radio', { name: 'Withdrawn on 20 November 2026: It was a draft. This source' }),
    )
    .toBeChecked();
  await stands
    .getByRole('radio', {
      name: 'Withdrawn on 22 November 2026: Its tables were forged. The other source',
    })
    .click();
  await page
    .getByRole('radiogroup', { name: 'Primary or secondary?' })
    .getByRole('radio', { name: 'Secondary The other source' })
    .click();
  await expect.element(page.getByRole('radiogroup').nth(2)).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Merge' }).click();
  expect(session.review.sources.get('kept')).toMatchObject({
    ...{ standingReason: 'Its tables were forged', standingSince: '2026-11-22T10:00:00.000Z' },
    ...{ primary: false, secondary: true },
  });
  expect(session.review.sources.has('double')).toBe(false);
});

it('asks nothing where only one of them says why it fell', () => {
  merge({ standing: 'wrong' }, { standing: 'wrong', standingReason: 'It was forged.', secondary: true });
  expect(session.review.sources.get('kept')).toMatchObject({
    ...{ standing: 'wrong', standingReason: 'It was forged.', secondary: true },
  });
});

it('closes when one of the two is gone, so that the keys are the window’s again', async () => {
  const [kept, double] = [sourceOf('kept', { author: 'Ada' }), sourceOf('double', { author: 'Bo' })];
  const made = [createEdit('sources', kept), createEdit('sources', double)];
  session.apply({ action: 'source.take', edits: made });
  mergeOrAsk(session, kept, double, () => {});
  const onClose = vi.fn();
  const dialog = <MergeDialog onUndo={() => {}} onClose={onClose} />;
  const shown = show(session, dialog, { width: 600, height: 600 });
  close = shown.close;
  await expect.element(page.getByRole('button', { name: 'Merge' })).toBeVisible();
  expect(onClose).not.toHaveBeenCalled();
  session.apply({ action: 'source.delete', edits: [deleteEdit('sources', double)] });
  shown.rerender(<MergeDialog onUndo={() => {}} onClose={onClose} />);
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
});
