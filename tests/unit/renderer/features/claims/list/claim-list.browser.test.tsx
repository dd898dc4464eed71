import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClaimList } from '../../../../../../renderer/features/claims/list/claim-list';
import type { Session } from '../../../../../../renderer/state/review/session';
import { setCurrentClaim } from '../../../../../../renderer/state/view/navigate';
import { useReviewView } from '../../../../../../renderer/state/view/review-view';
import { deleteClaim } from '../../../../../../shared/domain/claims/claim-edits';
import { setVerdict } from '../../../../../../shared/domain/claims/set-verdict';
import type { EditContext } from '../../../../../../shared/domain/history/step';
import { importReview, markWords, openSession, show } from '../../../support/open-session';
import { findGaps, findOverlaps, waitForLayout } from '../../../support/rows';

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
  const opened = importReview(sentences.join('\n\n'));
  facts = opened.facts;
  session = openSession(opened.review, opened.draft);
  shown = show(session, <ClaimList onOpenUnplaced={() => {}} />, { width: 260, height: 500 });
});

afterEach(() => shown.close());

const getList = () => shown.column.querySelector('ol');
const getScroller = () => getList()?.parentElement;

async function expectTidy(): Promise<void> {
  await waitForLayout();
  expect(findOverlaps(getList())).toEqual([]);
  expect(findGaps(getList())).toEqual([]);
}

describe('the list of claims', () => {
  it('overlaps no rows when claims are marked before, between and after existing ones', async () => {
    for (const at of [11, 31, 10, 30, 1, 0, 20, 21, 59, 58, 2, 3]) {
      markWords(session, sentences[at] ?? '', facts);
      await expectTidy();
    }
  });

  it('overlaps no rows after a filter is set, and after it is cleared', async () => {
    const ids = sentences.map((words) => markWords(session, words, facts));
    for (const [at, id] of ids.entries()) {
      const claim = session.review.claims.get(id);
      if (claim && at % 3 === 0)
        session.apply(setVerdict(session.review, session.draft, claim, 'verified', facts));
    }
    for (const verdict of ['all', 'verified', 'unchecked', 'all'] as const) {
      useReviewView.setState({ filter: { verdict, extras: [] } });
      await expectTidy();
    }
  });

  it('overlaps no rows when a claim is deleted from a scrolled list', async () => {
    const ids = sentences.map((words) => markWords(session, words, facts));
    await waitForLayout();
    getScroller()?.scrollTo({ top: 900 });
    await waitForLayout();
    for (const at of [20, 5, 25]) {
      const claim = session.review.claims.get(ids[at] ?? '');
      if (claim) session.apply(deleteClaim(session.review, claim));
      await expectTidy();
    }
  });

  it('tells screen readers the number of claims and the position of each row', async () => {
    for (const words of sentences) markWords(session, words, facts);
    await waitForLayout();
    const rows = [...(getList()?.querySelectorAll('li') ?? [])];
    expect(rows.length).toBeLessThan(40);
    expect(rows[3]?.getAttribute('aria-posinset')).toBe('4');
    expect(rows[3]?.getAttribute('aria-setsize')).toBe('60');
  });

  it('scrolls to the current claim', async () => {
    const ids = sentences.map((words) => markWords(session, words, facts));
    setCurrentClaim(ids[50] ?? null);
    await waitForLayout();
    const row = getList()?.querySelector('[aria-current]')?.getBoundingClientRect();
    const frame = getScroller()?.getBoundingClientRect();
    expect(row && frame && row.top >= frame.top && row.bottom <= frame.bottom).toBe(true);
  });
});
