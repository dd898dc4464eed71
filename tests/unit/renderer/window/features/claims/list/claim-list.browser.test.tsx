import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ClaimList } from '#renderer/window/features/claims/list/claim-list.tsx';
import type { Session } from '#renderer/window/state/review/session.ts';
import { setCurrentClaim } from '#renderer/window/state/view/navigate.ts';
import { resetReviewView, useReviewView } from '#renderer/window/state/view/review-view.ts';
import { deleteClaim } from '#shared/domain/claims/claim-edits.ts';
import { noFilter } from '#shared/domain/claims/claim-filter.ts';
import type { EditContext } from '#shared/domain/review/step.ts';
import { importReview, markWords, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';
import { findGaps, findOverlaps, waitForLayout } from '#tests/unit/renderer/support/rows.ts';

const createLongClaim = (name: string) =>
  `${name} claim describes at length how the ferry carried one million people over the river in a year that nobody on either bank is going to forget soon.`;

/** Short and long claims alternate, so that the rows differ in height. */
const sentences = Array.from({ length: 60 }, (_none, at) =>
  at % 2 === 0 ? `Short claim ${at}.` : createLongClaim(`Number ${at}, a long`),
);

let session: Session;
let facts: EditContext;
let shown: ReturnType<typeof show>;

beforeEach(() => {
  resetReviewView();
  const opened = importReview(sentences.join('\n\n'));
  facts = opened.facts;
  session = openSession(opened.review, opened.draft);
  shown = show(session, <ClaimList onOpenUnplaced={() => {}} />, {
    width: 260,
    height: 500,
  });
});

const getList = () => shown.column.querySelector('[role="grid"]');
const getScroller = () => getList()?.parentElement;

async function expectTidy(): Promise<void> {
  await waitForLayout();
  expect(findOverlaps(getList())).toEqual([]);
  expect(findGaps(getList())).toEqual([]);
}

describe('the list of claims', () => {
  it('overlaps no rows when claims are marked, filtered and deleted while the list is scrolled', async () => {
    const ids = sentences.map((words) => markWords(session, words, facts));
    await waitForLayout();
    getScroller()?.scrollTo({ top: 900 });
    await expectTidy();
    for (const at of [20, 5]) {
      const claim = session.review.claims.get(ids[at] ?? '');
      if (claim) session.apply(deleteClaim(session.review, claim));
      await expectTidy();
    }
    for (const text of ['number', '']) {
      useReviewView.setState({ filter: { ...noFilter, text } });
      await expectTidy();
    }
  });

  it('tells screen readers the number of claims and the position of each row', async () => {
    for (const words of sentences) markWords(session, words, facts);
    await waitForLayout();
    const rows = [...(getList()?.querySelectorAll('[role="row"]') ?? [])];
    expect(rows.length).toBeLessThan(40);
    expect(rows[3]?.getAttribute('aria-rowindex')).toBe('4');
    expect(getList()?.getAttribute('aria-rowcount')).toBe('60');
  });

  it('scrolls to the current claim', async () => {
    const ids = sentences.map((words) => markWords(session, words, facts));
    setCurrentClaim(ids[50] ?? null);
    await waitForLayout();
    const row = getList()?.querySelector('[aria-current]')?.getBoundingClientRect();
    const frame = getScroller()?.getBoundingClientRect();
    expect(row && frame && row.top >= frame.top && row.bottom <= frame.bottom).toBe(true);
  });

  const row = (at: number) => page.getByRole('row', { name: sentences[at] ?? '' });
  const listSelected = () =>
    sentences.flatMap((_words, at) => {
      const id = ids[at];
      return id !== undefined && useReviewView.getState().selectedClaimIds.has(id) ? [at] : [];
    });
  let ids: string[] = [];

  it('selects several claims by Ctrl and Shift with a click or the keyboard, and tells screen readers', async () => {
    ids = sentences.slice(0, 8).map((words) => markWords(session, words, facts));
    await waitForLayout();
    const button = (at: number) => row(at).getByRole('button');
    await button(1).click();
    expect(listSelected()).toEqual([]);
    await button(3).click({ modifiers: ['Control'] });
    expect(listSelected()).toEqual([1, 3]);
    await expect.element(row(3)).toHaveAttribute('aria-selected', 'true');
    await expect.element(row(2)).toHaveAttribute('aria-selected', 'false');
    await button(5).click({ modifiers: ['Shift'] });
    expect(listSelected()).toEqual([3, 4, 5]);
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(listSelected()).toEqual([3, 4, 5, 6]);
    await userEvent.keyboard('{ArrowUp}{Control>} {/Control}');
    expect(listSelected()).toEqual([3, 4, 6]);
    await expect.element(page.getByRole('status')).toHaveTextContent('3 claims selected');
    await expect.element(page.getByRole('region', { name: 'Selected claims' })).toBeVisible();
    await button(0).click();
    expect(listSelected()).toEqual([]);
  });

  it('no longer selects a claim that a filter hides', async () => {
    ids = sentences.slice(0, 4).map((words) => markWords(session, words, facts));
    useReviewView.setState({ selectedClaimIds: new Set(ids) });
    useReviewView.setState({ filter: { ...noFilter, text: 'number' } });
    await waitForLayout();
    expect(listSelected()).toEqual([1, 3]);
    useReviewView.setState({ filter: noFilter });
    await waitForLayout();
    expect(listSelected()).toEqual([1, 3]);
  });

  it('says that no claim matches, and clears the filters', async () => {
    markWords(session, sentences[0] ?? '', facts);
    useReviewView.setState({ filter: { ...noFilter, text: 'nowhere' } });
    await waitForLayout();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    expect(useReviewView.getState().filter).toEqual(noFilter);
  });
});
