import { expect, onTestFinished, test } from 'vitest';
import { holdScrollTarget } from '#renderer/window/features/article-view/scroll/hold-scroll-target.ts';
import styles from '#renderer/window/features/article-view/section.module.css';

/** Creates an article with three sections in a scrolling element. The target is the last section. */
function createArticle() {
  const scroller = document.createElement('div');
  Object.assign(scroller.style, { height: '200px', overflow: 'auto' });
  const text = document.createElement('div');
  const sections = [1_000, 500, 2_000].map((height) => {
    const section = document.createElement('div');
    section.style.height = `${height}px`;
    text.append(section);
    return section;
  });
  // As when Chromium finds no scroll anchor.
  scroller.style.overflowAnchor = 'none';
  scroller.append(text);
  document.body.append(scroller);
  onTestFinished(() => scroller.remove());
  const [first, , target] = sections;
  if (!first || !target) throw new Error('The article has three sections.');
  const getTop = () => target.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  const scrollToTarget = () => {
    scroller.scrollTop += getTop() - 50;
  };
  return { scroller, article: text, first, section: target, getTop, scrollToTarget };
}

const waitForFrames = async (count: number) => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};

test('A held target is at its position in every painted frame, whatever is laid out before it.', async () => {
  const { first, getTop, ...target } = createArticle();
  onTestFinished(holdScrollTarget(target));
  expect(getTop()).toBe(50);
  await waitForFrames(2);
  first.style.height = '3200px';
  // The timer runs right after the frame was painted.
  await waitForFrames(1);
  await new Promise((resolve) => setTimeout(resolve));
  expect(getTop()).toBe(50);
  first.style.height = '300px';
  await waitForFrames(1);
  await new Promise((resolve) => setTimeout(resolve));
  expect(getTop()).toBe(50);
});

test('A reader who scrolls into a section while it is laid out stays there.', async () => {
  const { first, getTop, ...target } = createArticle();
  const { scroller } = target;
  let endCount = 0;
  onTestFinished(holdScrollTarget({ ...target, onEnd: () => (endCount += 1) }));
  await waitForFrames(2);
  // Not farther than Chromium may scroll by itself.
  first.style.height = '1300px';
  scroller.scrollTop += 250;
  await waitForFrames(2);
  expect([getTop(), endCount]).toEqual([50, 0]);

  first.style.height = '1400px';
  scroller.scrollTop = 2_600;
  await waitForFrames(4);
  expect([scroller.scrollTop, endCount]).toEqual([2_600, 1]);
});

test('The hold ends when anything else scrolls, and when the caller ends it.', async () => {
  const { first, getTop, ...target } = createArticle();
  let endCount = 0;
  const counting = { ...target, onEnd: () => (endCount += 1) };
  onTestFinished(holdScrollTarget(counting));
  await waitForFrames(2);
  target.scroller.scrollTop -= 120;
  await waitForFrames(2);
  expect(endCount).toBe(1);
  first.style.height = '1300px';
  await waitForFrames(2);
  expect(getTop()).toBe(50 + 120 + 300);

  const end = holdScrollTarget(counting);
  await waitForFrames(2);
  end();
  first.style.height = '1000px';
  await waitForFrames(2);
  expect(getTop()).toBe(50 - 300);
  expect(endCount).toBe(1);
});

test('The hold ends when the layout has settled.', async () => {
  const { first, getTop, ...target } = createArticle();
  await new Promise<void>((resolve) => holdScrollTarget({ ...target, onEnd: resolve }));
  first.style.height = '1100px';
  await waitForFrames(2);
  expect(getTop()).toBe(150);
});

test('A target far down in a section that is not laid out yet is in view, and stays there after the hold.', async () => {
  const { scroller, article: text, first } = createArticle();
  first.className = String(styles.section);
  first.style.height = '';
  const lines = Array.from({ length: 50 }, (_, index) => {
    const line = first.appendChild(document.createElement('p'));
    line.textContent = `Line ${index}`;
    Object.assign(line.style, { height: '400px', margin: '0' });
    return line;
  });
  scroller.scrollTop = scroller.scrollHeight;
  await waitForFrames(3);
  expect(first.clientHeight).toBe(3_600);

  const getTop = () =>
    Math.round((lines[40]?.getBoundingClientRect().top ?? 0) - scroller.getBoundingClientRect().top);
  const scrollToTarget = () => {
    scroller.scrollTop += getTop() - 50;
  };
  await new Promise<void>((resolve) =>
    holdScrollTarget({ scroller, article: text, section: first, scrollToTarget, onEnd: resolve }),
  );
  await waitForFrames(3);
  expect([getTop(), first.clientHeight]).toEqual([50, 20_000]);
});
