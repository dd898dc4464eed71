import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ClaimReviewOptions } from '#renderer/window/features/reports/claim-review-options.tsx';
import { type ClaimStatus, claimStatuses } from '#shared/domain/base/verdict.ts';
import { editClaim } from '#shared/domain/claims/claim-edits.ts';
import { setVerdict } from '#shared/domain/claims/set-verdict.ts';
import type { MissingField } from '#shared/reports/missing-field.ts';
import { importReview, markWords, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';

let close = () => {};
afterEach(() => close());

function open(
  missing: MissingField[] = [],
  standings: readonly ClaimStatus[] = claimStatuses,
  { width = 400, claimant = 'The harbour office' } = {},
) {
  const { review, draft, facts } = importReview('The ferry carried 12 million people in 1986, he said.');
  const session = openSession(review, draft);
  const ids = ['12 million', '1986', 'ferry'].map((words) => markWords(session, words, facts));
  const [first = '', second = ''] = ids;
  for (const id of [first, second]) {
    const claim = session.review.claims.get(id);
    if (claim) session.apply(editClaim(claim, { claimant }));
  }
  const judged = session.review.claims.get(first);
  if (judged) session.apply(setVerdict(session.review, draft, judged, 'verified', facts));
  const onChange = vi.fn();
  const onGoTo = vi.fn();
  const options = { claimIds: null, organizationIds: [] };
  const props = { options, standings, missing, onGoTo, onChange };
  ({ close } = show(session, <ClaimReviewOptions {...props} />, { width, height: 500 }));
  return { first, onChange, onGoTo };
}

it('offers only claims with a claimant and a verdict, all of them chosen at first', async () => {
  const { first, onChange } = open();
  const claim = page.getByRole('checkbox', { name: 'The harbour office: “12 million”' });
  await expect.element(claim).toBeChecked();
  expect(page.getByRole('checkbox').elements()).toHaveLength(2);
  await expect.element(page.getByText(/2 claims without a verdict that counts/)).toBeVisible();
  await claim.click();
  expect(onChange).toHaveBeenCalledWith({ claimIds: [], organizationIds: [] });
  await page.getByRole('checkbox', { name: 'The harbour office is an organization' }).click();
  expect(onChange).toHaveBeenLastCalledWith({ claimIds: null, organizationIds: [first] });
});

it('offers no claim that the report leaves out', async () => {
  open([], ['disputed']);
  await expect.element(page.getByText(/^3 claims .*not selected in “More options”/)).toBeVisible();
  expect(page.getByRole('checkbox').elements()).toEqual([]);
});

it('says what is missing, and goes to where it is filled in', async () => {
  const { onGoTo } = open([
    { place: 'settings', sentence: 'Your organization has no name: fill it in under “ClaimReview”.' },
    { place: 'details', sentence: 'The article has no address.' },
    { place: 'claims', sentence: 'There is no claim to review.' },
  ]);
  await expect
    .element(page.getByRole('status', { name: 'Missing' }))
    .toHaveTextContent(/no name: fill it in/);
  for (const name of ['Open settings', 'Open details', 'Go to a claim'])
    await page.getByRole('button', { name }).click();
  expect(onGoTo.mock.calls).toEqual([['settings'], ['details'], ['claims']]);
});

it('wraps long names and requirements in the narrow column of the dialog', async () => {
  const sentence = 'Your organization has no address: fill it in under “ClaimReview” in the settings.';
  open([{ place: 'settings', sentence }], claimStatuses, {
    width: 250,
    claimant: 'The department for harbours, ferries and the coast of Kelderhaven',
  });
  await expect.element(page.getByRole('status', { name: 'Missing' })).toBeVisible();
  const group = page.getByRole('group', { name: 'Claims to review' }).element();
  const { right } = group.getBoundingClientRect();
  for (const one of group.querySelectorAll('div, label, li, p'))
    expect(one.getBoundingClientRect().right).toBeLessThanOrEqual(right + 0.5);
  expect(group.scrollWidth).toBeLessThanOrEqual(250);
});
