import { useLayoutEffect, useRef } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  createGalleyDom,
  type GalleyDom,
} from '../../../../../../renderer/features/reader/galley/galley-dom';
import { useKeptLine } from '../../../../../../renderer/features/reader/place/use-kept-line';
import { showsArticle } from '../../../../../../renderer/state/reading/reading';
import { useReviewView } from '../../../../../../renderer/state/review/review-view';
import { useSession } from '../../../../../../renderer/state/review/session-context';
import { reviewOf, sessionOf, show } from '../../../support/open-session';

const paragraphs = Array.from(
  { length: 60 },
  (_none, at) => `Paragraph ${at} tells of the harbour and its ferry, and is long enough for several lines.`,
);

/** The blocks of the draft, in a frame that scrolls. */
function Reader() {
  const session = useSession();
  const { draft } = session;
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const galley = useRef<GalleyDom | null>(null);
  useLayoutEffect(() => {
    const dom = root.current && createGalleyDom(root.current, draft);
    galley.current = dom;
    return showsArticle(() => dom?.inView() ?? null);
  }, [draft]);
  useKeptLine(session, scroller, root, galley);
  return (
    <div ref={scroller} style={{ overflow: 'auto' }} data-scroller>
      <div ref={root}>
        {draft.blocks.map(({ id, start, end }) => (
          <div key={id}>
            <p data-start={start}>{draft.text.slice(start, end)}</p>
          </div>
        ))}
      </div>
    </div>
  );
}

const frames = async (count: number) => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};

test('the line that is read stays, also where it was about to be noted when the window got another width', async () => {
  const { review, draft } = reviewOf(paragraphs.join('\n\n'));
  const session = sessionOf(review, draft);
  const shown = show(session, <Reader />, { width: 600, height: 400 });
  onTestFinished(shown.close);
  const scroller = shown.column.querySelector('[data-scroller]');
  const [line] = [...shown.column.querySelectorAll('p')].filter(({ textContent }) =>
    textContent.startsWith('Paragraph 30 '),
  );
  if (!scroller || !line) throw new Error('the article is not on the page');
  const top = () => line.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  await frames(2);
  scroller.scrollTop += top() - 150;
  await vi.waitFor(() => expect(scroller.scrollTop).toBeGreaterThan(0));
  const start = draft.text.indexOf('Paragraph 30 ');
  useReviewView.setState({ place: { start, end: start } });
  // Until it was noted, and the frames of a first layout are over.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = top();

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  scroller.dispatchEvent(new Event('scroll'));
  shown.column.style.width = '300px';
  vi.runAllTimers();
  vi.useRealTimers();
  await frames(3);
  expect(Math.abs(top() - before)).toBeLessThan(2);
});
