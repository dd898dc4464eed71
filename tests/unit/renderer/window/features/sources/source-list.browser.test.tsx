import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SourceList } from '#renderer/window/features/sources/source-list.tsx';
import type { Session } from '#renderer/window/state/review/session.ts';
import type { SourceFields } from '#shared/domain/base/source-fields.ts';
import { attachEvidence } from '#shared/domain/sources/evidence-edits.ts';
import { mergeSources } from '#shared/domain/sources/merge-sources.ts';
import { emptySource } from '#tests/libraries/sources.ts';
import { importReview, markWords, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';
import { findGaps, findOverlaps, waitForLayout } from '#tests/unit/renderer/support/rows.ts';

const claims = Array.from({ length: 30 }, (_none, at) => `Claim number ${at} stands here.`);
const getTitle = (at: number) =>
  at % 3 === 0
    ? `Harbour statistics ${at}, second and enlarged edition with tables of all ships that came in since 1986`
    : `Letter ${at}`;

let session: Session;
let shown: ReturnType<typeof show>;

beforeEach(() => {
  const { review, draft, facts } = importReview(claims.join('\n\n'));
  session = openSession(review, draft);
  const ids = claims.map((words) => markWords(session, words, facts));
  for (let at = 0; at < 40; at += 1) {
    const fields: SourceFields = {
      ...emptySource,
      title: getTitle(at),
      confidential: at % 5 === 0,
      publishedAt: String(1990 + (at % 20)),
    };
    const evidence = { stance: 'supports', locator: null, quote: null, note: null } as const;
    const claimId = ids[(at * 7) % ids.length] ?? '';
    const step = attachEvidence(session.review, claimId, null, { fields, files: [] }, evidence, facts);
    session.apply(step);
  }
  shown = show(session, <SourceList />, { width: 256, height: 520 });
});

async function expectNoOverlap(): Promise<void> {
  await waitForLayout();
  const list = shown.column.querySelector('ol');
  expect(findOverlaps(list)).toEqual([]);
  expect(findGaps(list)).toEqual([]);
}

describe('the list of sources', () => {
  it('clears its search on Escape, and leaves the next Escape to the window', async () => {
    const search = page.getByRole('textbox', { name: 'Search sources' });
    const seen: string[] = [];
    const listen = ({ key }: KeyboardEvent) => seen.push(key);
    await userEvent.fill(search, 'Harbour');
    window.addEventListener('keydown', listen);
    await userEvent.keyboard('{Escape}');
    await expect.element(search).toHaveValue('');
    expect(seen).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(seen).toEqual(['Escape']);
    window.removeEventListener('keydown', listen);
  });

  it('has no overlapping rows when it is searched, sorted, and when sources are merged', async () => {
    await expectNoOverlap();
    for (const query of ['Harbour 3', '']) {
      await userEvent.fill(page.getByRole('textbox', { name: 'Search sources' }), query);
      await expectNoOverlap();
    }
    for (const order of ['Most claims', 'Newest', 'Place in the article', 'Title']) {
      await page.getByRole('button', { name: /Sort by/ }).click();
      await page.getByRole('option', { name: order }).click();
      await expectNoOverlap();
    }
    const [kept, duplicate] = session.review.sources.values();
    if (kept && duplicate) session.apply(mergeSources(session.review, kept, duplicate));
    await expectNoOverlap();
  });
});
