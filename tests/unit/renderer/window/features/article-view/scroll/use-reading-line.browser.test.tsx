import { useLayoutEffect, useRef } from 'react';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  type ArticleDom,
  createArticleDom,
} from '#renderer/window/features/article-view/dom/create-article-dom.ts';
import { useReadingLine } from '#renderer/window/features/article-view/scroll/use-reading-line.ts';
import { getReadingPosition, saveReadingPosition } from '#renderer/window/state/base/reading-positions.ts';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { registerArticleView } from '#renderer/window/state/view/viewport.ts';
import { importReview, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';

const paragraphs = Array.from(
  { length: 60 },
  (_none, at) => `Paragraph ${at} tells of the harbour and its ferry, and is long enough for several lines.`,
);

/** The blocks of the draft, in a scrolling element. */
function Reader() {
  const session = useSession();
  const { draft } = session;
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const articleDom = useRef<ArticleDom | null>(null);
  useLayoutEffect(() => {
    const dom = root.current && createArticleDom(root.current, draft);
    articleDom.current = dom;
    return registerArticleView({
      getVisibleSpan: () => dom?.getVisibleSpan() ?? null,
      getOffsetAt: () => null,
    });
  }, [draft]);
  useReadingLine(session, scroller, root, articleDom);
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

const waitForFrames = async (count: number) => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};

test('The reading line keeps its position even if the width changes just before the line is recorded.', async () => {
  const { review, draft } = importReview(paragraphs.join('\n\n'));
  const session = openSession(review, draft);
  const shown = show(session, <Reader />, { width: 600, height: 400 });
  const scroller = shown.column.querySelector('[data-scroller]');
  const [line] = [...shown.column.querySelectorAll('p')].filter(({ textContent }) =>
    textContent.startsWith('Paragraph 30 '),
  );
  if (!scroller || !line) throw new Error('The article is not on the page.');
  const getTop = () => line.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  await waitForFrames(2);
  scroller.scrollTop += getTop() - 150;
  await expect.poll(() => scroller.scrollTop).toBeGreaterThan(0);
  const start = draft.text.indexOf('Paragraph 30 ');
  useReviewView.setState({ lastSpan: { start, end: start } });
  // Until the line was recorded and the first layout has settled.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = getTop();

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  scroller.dispatchEvent(new Event('scroll'));
  shown.column.style.width = '300px';
  vi.runAllTimers();
  vi.useRealTimers();
  await waitForFrames(3);
  expect(Math.abs(getTop() - before)).toBeLessThan(2);
});

test('A line too near the end to be scrolled to the top stays the position until the reviewer scrolls.', async () => {
  const { review, draft } = importReview(paragraphs.join('\n\n'));
  const position = draft.text.indexOf('Paragraph 59 ');
  const session = openSession(review, draft);
  saveReadingPosition(session.articleId, draft.id, position);
  const shown = show(session, <Reader />, { width: 600, height: 400 });
  const scroller = shown.column.querySelector('[data-scroller]');
  if (!scroller) throw new Error('The article is not on the page.');
  await expect.poll(() => scroller.scrollTop).toBeGreaterThan(0);
  // Until the first layout has settled and the line was recorded.
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(getReadingPosition(session.articleId, draft.id)).toBe(position);

  scroller.scrollTop -= 5;
  await expect.poll(() => getReadingPosition(session.articleId, draft.id)).toBeLessThan(position);
});
