import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ClaimReviewPart, parseRating } from '#renderer/window/features/settings/claim-review-part.tsx';
import { usePreferences } from '#renderer/window/state/base/preferences.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';
import { fakePreferences } from '#tests/unit/renderer/support/preferences.ts';

it('stores the organization and the scale, and nothing that is no address or number', async () => {
  fakePreferences();
  show(null, <ClaimReviewPart />, { width: 500, height: 700 });
  await page.getByText('ClaimReview', { exact: true }).click();
  const fill = async (label: string, text: string) => {
    await page.getByLabelText(label, { exact: true }).fill(text);
    await userEvent.tab();
  };
  await fill('Organization', 'The Mill');
  await fill('Address of the organization', 'the mill');
  await page.getByLabelText('Best rating', { exact: true }).fill('five');
  await expect.element(page.getByText('A number, please')).toBeVisible();
  expect(usePreferences.getState().claimReview).toMatchObject({
    organization: 'The Mill',
    url: null,
    best: null,
  });
  // Text that is no address stays in the field, with its error.
  await expect.element(page.getByText('An address such as https://example.org')).toBeVisible();
  await expect.element(page.getByLabelText('Address of the organization')).toHaveValue('the mill');
  await fill('Address of the organization', 'mill.example');
  await expect.poll(() => usePreferences.getState().claimReview.url).toBe('https://mill.example');
  await fill('Address of the organization', 'https://mill.example/');
  await fill('Best rating', '5');
  await fill('Worst rating', '1');
  await page.getByLabelText('Disputed: rating', { exact: true }).fill('7');
  await expect.element(page.getByText('Between 1 and 5, please')).toBeVisible();
  await fill('Disputed: rating', '1,5');
  await fill('Disputed: name', 'False');
  await expect
    .poll(() => usePreferences.getState().claimReview)
    .toMatchObject({
      organization: 'The Mill',
      url: 'https://mill.example/',
      best: 5,
      ratings: { disputed: { value: 1.5, name: 'False' }, verified: { value: null, name: null } },
    });
});

it.each([
  ['', null],
  [' 3 ', 3],
  ['-1', -1],
  ['2,5', 2.5],
  ['x', undefined],
  ['1e9', undefined],
])('reads the rating %j as %j', (typed, value) => {
  expect(parseRating(typed)).toBe(value);
});
