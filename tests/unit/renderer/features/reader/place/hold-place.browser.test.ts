import { expect, onTestFinished, test } from 'vitest';
import styles from '../../../../../../renderer/features/reader/galley/section.module.css';
import { holdPlace } from '../../../../../../renderer/features/reader/place/hold-place';

/** An article of three sections in a frame that scrolls, where the words to be seen are the last section. */
function article() {
  const scroller = document.createElement('div');
  Object.assign(scroller.style, { height: '200px', overflow: 'auto' });
  const text = document.createElement('div');
  const sections = [1_000, 500, 2_000].map((height) => {
    const section = document.createElement('div');
    section.style.height = `${height}px`;
    text.append(section);
    return section;
  });
  // As where Chromium finds nothing to hold on to.
  scroller.style.overflowAnchor = 'none';
  scroller.append(text);
  document.body.append(scroller);
  onTestFinished(() => scroller.remove());
  const [first, , words] = sections;
  if (!first || !words) throw new Error('there are three');
  const top = () => words.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  const bring = () => {
    scroller.scrollTop += top() - 50;
  };
  return { scroller, article: text, first, section: words, top, bring };
}

const frames = async (count: number) => {
  for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
};

test('what was brought to a place is there in every painting, whatever is laid out before it', async () => {
  const { first, top, ...parts } = article();
  onTestFinished(holdPlace(parts));
  expect(top()).toBe(50);
  await frames(2);
  first.style.height = '3200px';
  // Asked right behind the painting.
  await frames(1);
  await new Promise((resolve) => setTimeout(resolve));
  expect(top()).toBe(50);
  first.style.height = '300px';
  await frames(1);
  await new Promise((resolve) => setTimeout(resolve));
  expect(top()).toBe(50);
});

test('who scrolls into what is only laid out then stays there', async () => {
  const { first, top, ...parts } = article();
  const { scroller } = parts;
  let ended = 0;
  onTestFinished(holdPlace({ ...parts, ended: () => (ended += 1) }));
  await frames(2);
  // As far as Chromium may scroll by itself.
  first.style.height = '1300px';
  scroller.scrollTop += 250;
  await frames(2);
  expect([top(), ended]).toEqual([50, 0]);

  first.style.height = '1400px';
  scroller.scrollTop = 2_600;
  await frames(4);
  expect([scroller.scrollTop, ended]).toEqual([2_600, 1]);
});

test('it is let go when anything else scrolls, and when the caller ends it', async () => {
  const { first, top, ...parts } = article();
  let ended = 0;
  const ending = { ...parts, ended: () => (ended += 1) };
  onTestFinished(holdPlace(ending));
  await frames(2);
  parts.scroller.scrollTop -= 120;
  await frames(2);
  expect(ended).toBe(1);
  first.style.height = '1300px';
  await frames(2);
  expect(top()).toBe(50 + 120 + 300);

  const end = holdPlace(ending);
  await frames(2);
  end();
  first.style.height = '1000px';
  await frames(2);
  expect(top()).toBe(50 - 300);
  expect(ended).toBe(1);
});

test('it is over by itself once nothing is laid out any more', async () => {
  const { first, top, ...parts } = article();
  await new Promise<void>((resolve) => holdPlace({ ...parts, ended: resolve }));
  first.style.height = '1100px';
  await frames(2);
  expect(top()).toBe(150);
});

test('a place far down in what is not laid out yet is in view, and stays so when it is over', async () => {
  const { scroller, article: text, first } = article();
  first.className = String(styles.section);
  first.style.height = '';
  const lines = Array.from({ length: 50 }, (_, index) => {
    const line = first.appendChild(document.createElement('p'));
    line.textContent = `Line ${index}`;
    Object.assign(line.style, { height: '400px', margin: '0' });
    return line;
  });
  scroller.scrollTop = scroller.scrollHeight;
  await frames(3);
  expect(first.clientHeight).toBe(3_600);

  const top = () =>
    Math.round((lines[40]?.getBoundingClientRect().top ?? 0) - scroller.getBoundingClientRect().top);
  const bring = () => {
    scroller.scrollTop += top() - 50;
  };
  await new Promise<void>((resolve) =>
    holdPlace({ scroller, article: text, section: first, bring, ended: resolve }),
  );
  await frames(3);
  expect([top(), first.clientHeight]).toEqual([50, 20_000]);
});
