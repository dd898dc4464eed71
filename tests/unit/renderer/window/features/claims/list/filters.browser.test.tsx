import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ClaimList } from '#renderer/window/features/claims/list/claim-list.tsx';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { noFacets, noFilter } from '#shared/domain/claims/claim-filter.ts';
import { importReview, markWords, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';
import { waitForLayout } from '#tests/unit/renderer/support/rows.ts';

let shown: ReturnType<typeof show>;

function open(width: number, claims: number): void {
  const words = Array.from({ length: claims }, (_none, at) => `Claim number ${at} stands here.`);
  const { review, draft, facts } = importReview(words.join('\n\n'));
  const session = openSession(review, draft);
  for (const claim of words) markWords(session, claim, facts);
  shown = show(session, <ClaimList onOpenUnplaced={() => {}} />, { width, height: 500 });
}

beforeEach(() => useReviewView.setState({ filter: noFilter }));

const getHeight = () => page.getByRole('group', { name: 'Show' }).element().getBoundingClientRect().height;

/** The controls that extend beyond the panel. */
function listControlsOutside(): string[] {
  const panel = shown.column.getBoundingClientRect();
  return Array.from(shown.column.querySelectorAll('fieldset :is(button, select)'))
    .filter((control) => control.checkVisibility({ visibilityProperty: true }))
    .filter((control) => control.getBoundingClientRect().right > panel.right + 0.5)
    .map(({ textContent }) => textContent ?? '');
}

describe('the filters of the list of claims', () => {
  for (const [width, claims] of [
    [480, 3],
    [256, 60],
    [200, 60],
    [180, 120],
  ] as const)
    it(`take at most two rows in a panel ${width} pixels wide, with ${claims} claims, whatever is selected`, async () => {
      open(width, claims);
      await waitForLayout();
      expect(getHeight()).toBeLessThan(66);
      expect(listControlsOutside()).toEqual([]);
      useReviewView.setState({
        filter: {
          verdict: 'open',
          facets: { ...noFacets, recheck: ['recheck'], evidence: ['noSource', 'oneSource', 'secondaryOnly'] },
          text: 'claim',
        },
      });
      await waitForLayout();
      // Those that are on take one more part, which scrolls.
      expect(getHeight()).toBeLessThan(66 + 90);
      expect(listControlsOutside()).toEqual([]);
      await expect.element(page.getByRole('button', { name: 'Clear', exact: true })).toBeVisible();
    });

  it('have accessible names with the verdict and the number of claims', async () => {
    open(300, 3);
    await waitForLayout();
    await expect.element(page.getByRole('button', { name: 'Unchecked 3' })).toBeVisible();
    await page.getByRole('button', { name: 'Verified 0' }).click();
    expect(useReviewView.getState().filter.verdict).toBe('verified');
  });

  it('show the verdicts as a select element if there is no room for all of them', async () => {
    open(180, 120);
    await waitForLayout();
    await expect.element(page.getByRole('button', { name: 'Unchecked 120' })).not.toBeInTheDocument();
    const select = page.getByRole('combobox', { name: 'Verdict' });
    await userEvent.selectOptions(select, 'Unchecked 120');
    expect(useReviewView.getState().filter.verdict).toBe('unchecked');
  });

  it('can be combined from the menu, each can be taken away, and Clear keeps the verdict', async () => {
    open(300, 3);
    await waitForLayout();
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Evidence' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'No source 3' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'One source only 0' }).click();
    await userEvent.keyboard('{Escape}{Escape}');
    expect(useReviewView.getState().filter.facets.evidence).toEqual(['noSource', 'oneSource']);
    await page.getByRole('button', { name: 'Unchecked 3' }).click();
    await page.getByRole('button', { name: 'Remove filter One source only' }).click();
    expect(useReviewView.getState().filter.facets.evidence).toEqual(['noSource']);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    expect(useReviewView.getState().filter).toEqual({ ...noFilter, verdict: 'unchecked' });
  });

  it('are reached by keyboard alone', async () => {
    open(300, 3);
    await waitForLayout();
    // A pointer that rests where a menu opens would move the focus in it.
    await userEvent.hover(document.documentElement, { position: { x: 2, y: innerHeight - 2 } });
    page.getByRole('button', { name: 'Filter', exact: true }).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('menuitem', { name: 'Re-check' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    await expect.element(page.getByRole('menuitem', { name: 'Kind' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('menuitemcheckbox', { name: 'Figure 0' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => useReviewView.getState().filter.facets.kind).toEqual(['figure']);
  });
});
