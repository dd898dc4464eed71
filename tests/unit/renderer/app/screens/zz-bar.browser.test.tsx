import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ReviewBar } from '../../../../../renderer/app/screens/review-bar';
import { useFind } from '../../../../../renderer/state/view/find';
import { importReview, openSession, show } from '../../support/open-session';

let shown: ReturnType<typeof show>;
afterEach(() => shown.close());
it('measures the bar', async () => {
  const out: string[] = [];
  for (const width of [620, 860, 870, 880, 900, 940, 980, 1100]) {
    await page.viewport(width, 600);
    const { review, draft } = importReview('The ferry stops. It is old and it is a long title to be sure about it all.');
    const session = openSession(review, draft);
    shown = show(session, <div style={{ width: `${width}px`, minWidth: 0, overflow: "hidden" }}><ReviewBar /></div>, { width, height: 500 });
    for (const query of ['', 'zzz', 'it']) {
      await userEvent.fill(page.getByRole('searchbox', { name: 'Find' }), query);
      await new Promise((r) => setTimeout(r, 100));
      const header = document.querySelector('header');
      const input = header?.querySelector('input');
      out.push(`${width} ${query}: ${header?.scrollWidth} / ${header?.clientWidth} h ${header?.clientHeight} input ${input?.clientWidth}`);
    }
    shown.close();
  }
  console.log(out.join('\n'));
});
