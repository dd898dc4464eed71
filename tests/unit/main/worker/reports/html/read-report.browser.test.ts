import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderHtml } from '#main/worker/reports/html/render-html.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { claimStatuses } from '#shared/domain/base/verdict.ts';
import { generateArticle } from '#tests/bench/support/generate-article.ts';
import { chooseExamples } from '#tests/unit/effort.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { createNextDraft } from '../next-draft.ts';
import { emulateMedia, openInFrame } from './opened-report.ts';
import { context, options, reportOfProposal } from './rendered.ts';

const { review, draft } = createNextDraft(openSample(), { cut: [3], waiting: [4] });
const report = buildReport(review, draft, options, context);
const html = renderHtml(report, { serif: '', sans: '' });
const paper = renderHtml(report, { serif: '', sans: '' }, 'paper');

const entries = [
  ...report.claims.map(({ number, status }) => ({ id: `c${number}`, status })),
  ...report.unplaced.flatMap(({ state, draftNumber, claims }) =>
    claims.map(({ status }, index) => ({ id: `${state}-${draftNumber}-${index + 1}`, status })),
  ),
];
const allIds = entries.map(({ id }) => id);

describe('The filter of a report', () => {
  test('The filter shows the claims of one status, and how many there are of each', async () => {
    const { document, choose, listVisibleClaims } = await openInFrame(html);
    const labels = [...document.querySelectorAll('.filter label')].map((label) =>
      label.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(labels[0]).toBe(`All ${entries.length}`);
    for (const [index, status] of claimStatuses.entries()) {
      const chosen = entries.filter((entry) => entry.status === status).map(({ id }) => id);
      expect(labels[index + 1]).toMatch(new RegExp(` ${chosen.length}$`));
      if (chosen.length === 0) continue;
      choose(status);
      expect(listVisibleClaims()).toEqual(chosen);
    }
    choose('all');
    expect(listVisibleClaims()).toEqual(allIds);
  });

  test('A list without any of the chosen claims is hidden with its heading, and the sources stay', async () => {
    const { document, choose } = await openInFrame(html);
    const listHeadings = () =>
      [...document.querySelectorAll('section h2')].filter((h2) => h2.checkVisibility()).map(({ id }) => id);
    expect(listHeadings()).toEqual(['claims', 'waiting-2', 'cut-2', 'queries', 'coverage', 'sources']);
    choose('recheck');
    expect(listHeadings()).toEqual(['waiting-2', 'queries', 'coverage', 'sources']);
    choose('verified');
    expect(listHeadings()).toEqual(['claims', 'cut-2', 'queries', 'coverage', 'sources']);
  });

  test('In the article, other claims keep their words and get a grey line', async () => {
    const { document, choose } = await openInFrame(html);
    const readMarks = () =>
      [...document.querySelectorAll('mark')].map((mark) => {
        const { textDecorationColor, color } = getComputedStyle(mark);
        return { line: textDecorationColor, color, isChosen: mark.classList.contains('disputed') };
      });
    const before = readMarks();
    choose('disputed');
    const after = readMarks();
    const grey = new Set(after.filter(({ isChosen }) => !isChosen).map(({ line }) => line));
    expect(grey.size).toBe(1);
    for (const [index, { line, color, isChosen }] of after.entries()) {
      expect(color).toBe(before[index]?.color);
      expect(line === before[index]?.line).toBe(isChosen);
    }
    choose('all');
    expect(readMarks()).toEqual(before);
  });

  test('The filter is a group of radio buttons, which the arrow keys go through', async () => {
    const { document, listVisibleClaims } = await openInFrame(html);
    document.getElementById('show-all')?.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.id).toBe('show-verified');
    expect(listVisibleClaims().length).toBeLessThan(entries.length);
    await userEvent.keyboard('{ArrowLeft}');
    expect(listVisibleClaims()).toEqual(allIds);
  });

  test('Paper shows every claim, whatever is chosen on the screen', async () => {
    const { document, choose, listVisibleClaims } = await openInFrame(html);
    choose('disputed');
    await emulateMedia({ media: 'print' });
    expect(listVisibleClaims()).toEqual(allIds);
    expect(document.querySelector('.filter')?.checkVisibility()).toBe(false);
    expect(paper).not.toContain('<fieldset');
  });

  test('Without styles there is no filter, and everything is shown', async () => {
    const { document, listVisibleClaims } = await openInFrame(html.replace(/<style>.*<\/style>/s, ''));
    expect(document.querySelector('fieldset')?.checkVisibility()).toBe(false);
    expect(listVisibleClaims()).toEqual(allIds);
  });

  test('A report without claims, or of one status, has no filter', () => {
    const empty = { ...report.counts, verified: 0, disputed: 0, unverifiable: 0, recheck: 0, unchecked: 0 };
    const without = { ...report, claims: [], unplaced: [], counts: empty };
    expect(renderHtml(without, { serif: '', sans: '' })).not.toContain('<fieldset');
    const one = buildReport(review, draft, { ...options, standings: ['disputed'] }, context);
    expect(renderHtml(one, { serif: '', sans: '' })).not.toContain('<fieldset');
  });
});

describe('Jumps in a report', () => {
  test('A link in the article shows its claim, even one that the filter hides', async () => {
    const { document, choose, follow, listVisibleClaims } = await openInFrame(html);
    choose('disputed');
    const shown = listVisibleClaims();
    await follow('#c1');
    expect(listVisibleClaims()).toEqual(['c1', ...shown]);
    const claim = document.querySelector('#c1');
    expect(document.querySelector(':target')).toBe(claim);
    expect(claim?.getBoundingClientRect().top).toBeGreaterThanOrEqual(40);
    expect(claim?.getBoundingClientRect().bottom).toBeLessThanOrEqual(800);
  });

  test('Links lead from a claim to its words and its source, and from a source back to its claims', async () => {
    const { document, follow } = await openInFrame(html);
    const isInView = () => {
      const { top, bottom } = document.querySelector(':target')?.getBoundingClientRect() ?? {};
      return top !== undefined && bottom !== undefined && top >= 40 && bottom <= 800;
    };
    for (const href of ['#m11', '#c11', '#s1', '#c1', '#m1', '#cut-2-1']) {
      await follow(href);
      expect(isInView(), href).toBe(true);
    }
  });

  test('Beside a long article, a link in the text moves the lists and not the text', async () => {
    const { document, follow } = await openInFrame(html);
    const view = document.defaultView;
    view?.scrollTo(0, 700);
    await follow('#c11');
    expect(view?.scrollY).toBe(700);
    expect(document.querySelector('#c11')?.getBoundingClientRect().top).toBeCloseTo(60, 0);
  });
});

describe('A long report', () => {
  const long = renderHtml(reportOfProposal(generateArticle(8_000, 200)), { serif: '', sans: '' });

  test('Only what is near the window is laid out on a screen, and everything on paper', async () => {
    const { document } = await openInFrame(long);
    const readVisibility = () =>
      ['.article p', '.entries > li'].flatMap((selector) =>
        Array.from(document.querySelectorAll(selector), (one) => getComputedStyle(one).contentVisibility),
      );
    expect(new Set(readVisibility())).toEqual(new Set(['auto']));
    await emulateMedia({ media: 'print' });
    expect(new Set(readVisibility())).toEqual(new Set(['visible']));
  });

  test.each([640, 1280])(
    'A link to a far claim, and back to its words, leads there at %i pixels',
    async (width) => {
      const { document, follow } = await openInFrame(long, width, 800);
      for (const href of ['#c180', '#m180', '#m3', '#c3', '#c200', '#m200']) {
        await follow(href);
        const { top, bottom } = document.querySelector(':target')?.getBoundingClientRect() ?? {};
        expect(top, href).toBeGreaterThanOrEqual(0);
        expect(bottom, href).toBeLessThanOrEqual(800);
      }
    },
  );
});

describe('A report is accessible', () => {
  const looks = [
    ['dark', 640, 400],
    ['light', 1280, 800],
    ['dark', 1280, 800],
    ['light', 640, 400],
  ] as const;
  test.each(chooseExamples(looks, 2))(
    'axe finds nothing in the %s theme at %i pixels, filtered or not',
    async (theme, width, height) => {
      await emulateMedia({ theme });
      const { document, choose, follow, findViolations } = await openInFrame(html, width, height);
      const isDark = document.defaultView?.matchMedia('(prefers-color-scheme: dark)').matches;
      expect(isDark).toBe(theme === 'dark');
      expect(await findViolations()).toEqual([]);
      choose('disputed');
      await follow('#c1');
      expect(await findViolations()).toEqual([]);
      await follow('#m1');
      expect(await findViolations()).toEqual([]);
    },
  );

  test.each([1280, 640, 320])('Nothing is wider than a window of %i pixels', async (width) => {
    const { document } = await openInFrame(html, width, 800);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(document.querySelector('.lists')?.scrollWidth).toBeLessThanOrEqual(width);
  });
});
