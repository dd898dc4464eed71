import { expect, it } from 'vitest';
import { MarkBar } from '#renderer/window/features/claims/mark-bar.tsx';
import { importReview, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';

it('the bar at selected words says that a read-only article is read-only, and has nothing to press', () => {
  const { review, draft } = importReview('The ferry carried 12 million people.');
  const session = openSession(review, draft);
  const areDisabled = (readOnly: boolean) => {
    const { column } = show({ ...session, readOnly }, <MarkBar />, { width: 600, height: 60 });
    expect(column.textContent?.includes('Read-only')).toBe(readOnly);
    return [...column.querySelectorAll('button')].map(({ disabled }) => disabled);
  };
  expect(areDisabled(true)).toEqual([true, true, true, true]);
  expect(areDisabled(false)).toEqual([false, false, false, false]);
});
