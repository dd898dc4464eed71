import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TagField } from '#renderer/window/features/claims/tags/tag-field.tsx';
import type { Session } from '#renderer/window/state/review/session.ts';
import { useTable } from '#renderer/window/state/review/use-session.ts';
import { importReview, markWords, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';
import { waitForLayout } from '#tests/unit/renderer/support/rows.ts';

let session: Session;
let ids: string[];

function Field() {
  useTable('claims');
  return <TagField claims={ids.flatMap((id) => session.review.claims.get(id) ?? [])} />;
}

beforeEach(async () => {
  const opened = importReview('The first claim.\n\nThe second claim.');
  session = openSession(opened.review, opened.draft);
  ids = ['The first claim', 'The second claim'].map((words) => markWords(session, words, opened.facts));
  show(session, <Field />, { width: 320, height: 500 });
  await page.getByRole('button', { name: 'Add a tag' }).click();
});

const input = () => page.getByRole('combobox', { name: 'Add a tag' });
const tagsOf = (at: number) =>
  (session.review.claims.get(ids[at] ?? '')?.tagIds ?? []).map((id) => session.review.tags.get(id)?.name);

describe('the field for tags', () => {
  it('makes a new tag by Enter, finds it in any case, and gives it to all of the claims', async () => {
    await input().fill('Legal');
    await userEvent.keyboard('{Enter}');
    expect([tagsOf(0), tagsOf(1)]).toEqual([['Legal'], ['Legal']]);
    await waitForLayout();
    await page.getByRole('button', { name: /Remove tag/ }).click();
    expect([tagsOf(0), tagsOf(1)]).toEqual([[], []]);
    await waitForLayout();
    await input().fill('LEGAL');
    await waitForLayout();
    await userEvent.keyboard('{Enter}');
    expect([tagsOf(0), tagsOf(1)]).toEqual([['Legal'], ['Legal']]);
    expect(session.review.tags.size).toBe(1);
    await expect.element(input()).toHaveValue('');
  });

  it('takes what is typed by Enter while the list is open', async () => {
    await input().fill('Legal');
    await userEvent.keyboard('{Enter}');
    ids = ids.slice(0, 1);
    await waitForLayout();
    await page.getByRole('button', { name: /Remove tag/ }).click();
    await waitForLayout();
    input().element().blur();
    await waitForLayout();
    input().element().focus();
    await waitForLayout();
    await expect.element(page.getByRole('option', { name: 'Legal' })).toBeVisible();
    await input().fill('legal');
    await userEvent.keyboard('{Enter}');
    expect(tagsOf(0)).toEqual(['Legal']);
  });

  it('lists existing tags, of which the arrow keys choose one', async () => {
    for (const name of ['Legal', 'Numbers']) {
      await input().fill(name);
      await userEvent.keyboard('{Enter}');
    }
    ids = ids.slice(0, 1);
    for (const button of ['Legal', 'Numbers']) {
      await waitForLayout();
      await page.getByRole('button', { name: new RegExp(`Remove tag .*${button}`) }).click();
    }
    await waitForLayout();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(tagsOf(0)).toEqual(['Numbers']);
  });
});
