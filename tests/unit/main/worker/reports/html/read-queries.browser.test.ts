import { describe, expect, test } from 'vitest';
import { renderHtml } from '#main/worker/reports/html/render-html.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import { openContradiction } from '../contradiction.ts';
import { emulateMedia, openInFrame } from './opened-report.ts';
import { context, options } from './rendered.ts';

const { review, draft } = openContradiction();
putEntity(review, 'tags', { id: 'legal', name: 'Legal', color: 'red' });
for (const claim of [...review.claims.values()]) putEntity(review, 'claims', { ...claim, tagIds: ['legal'] });
const html = renderHtml(buildReport(review, draft, options, context), { serif: '', sans: '' });

describe('What was read, what is queried and how claims are tagged', () => {
  test('The summary leads to the queries and to what was not looked at', async () => {
    for (const width of [1280, 480]) {
      const { document, follow } = await openInFrame(html, width, 600);
      for (const href of ['#queries', '#coverage']) {
        await follow(href);
        const { top = -1, bottom = 0 } = document.querySelector(':target')?.getBoundingClientRect() ?? {};
        expect(top, href).toBeGreaterThanOrEqual(0);
        expect(bottom, href).toBeLessThanOrEqual(600);
      }
    }
  });

  test('A tag has a dot of its colour in each theme, and its name as text', async () => {
    const readDot = async (theme: 'light' | 'dark') => {
      await emulateMedia({ theme });
      const { document } = await openInFrame(html);
      const tag = document.querySelector('.tag');
      expect(tag?.textContent).toBe('Legal');
      return tag ? getComputedStyle(tag, '::before').backgroundColor : null;
    };
    expect(await readDot('light')).toBe('rgb(179, 52, 44)');
    expect(await readDot('dark')).toBe('rgb(242, 147, 139)');
  });

  test.each(['light', 'dark'] as const)('axe finds nothing in the %s theme', async (theme) => {
    await emulateMedia({ theme });
    const { findViolations } = await openInFrame(html);
    expect(await findViolations()).toEqual([]);
  });
});
