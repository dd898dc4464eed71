import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderArticleHtml } from '#main/worker/reports/html/article.ts';
import { renderClaimsHtml } from '#main/worker/reports/html/claims.ts';
import { renderHtml } from '#main/worker/reports/html/render-html.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { normalizeLineInput } from '#shared/domain/base/primitives.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import { choose } from '#tests/unit/effort.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';
import { fixture } from '#tests/unit/shared/fixtures.ts';
import { applyActions, createEditContext, openSample, randomActions } from '#tests/unit/shared/reviews.ts';
import { fillSample } from '../hostile-review.ts';
import { triedStrings } from '../hostile-strings.ts';
import { createNextDraft } from '../next-draft.ts';
import { searched } from '../searched.ts';
import { attributes, context, fonts, options, reportOf, sampleReport, tags } from './rendered.ts';

describe('A hostile article', () => {
  const allowed = new Set(
    'html head meta title style body header main div article section footer h1 h2 h3 h4 h5 h6 p ul ol li b a br span q cite mark sup strong em blockquote figure figcaption table tbody tr td fieldset legend label input'.split(
      ' ',
    ),
  );

  test('Markup in an article stays text', () => {
    const html = renderHtml(reportOf('hostile.md', fixture('hostile.md')), fonts);
    for (const tag of tags(html)) expect(allowed).toContain(tag);
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; stays text');
    expect(html).toContain('<p dir="auto">A link, another, a file, one.</p>');
    expect(html).toContain('A bell ␇, an escape ␛[31mred');
  });

  test('No text in any field becomes markup', () => {
    const markup = `"><script>alert(1)</script>'&lt;`;
    fc.assert(
      fc.property(hostileText, fc.array(randomActions, { maxLength: 6 }), (hostile, wanted) => {
        const { review, draft } = openSample();
        const words = (markup + hostile).slice(0, 500);
        const filled = wanted.map((wish) => ({ ...wish, words }));
        applyActions(review, draft, filled, createEditContext('n', normalizeLineInput(words)));
        const html = renderHtml(buildReport(review, draft, options, { ...context, by: words }), fonts);
        for (const tag of tags(html)) expect(allowed).toContain(tag);
        expect(html).not.toMatch(/\p{Surrogate}|[^\P{Cc}\t\n\f]/u);
        const ids = attributes(html, 'id');
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: choose(6, 60) },
    );
  });

  test('Retired claims and changed words do not become markup', () => {
    for (const hostile of triedStrings) {
      const filled = fillSample(hostile);
      const { review, draft } = createNextDraft(filled, { cut: [3], waiting: [4] });
      for (const placement of [...review.placements.values()])
        if (placement.span === null)
          putEntity(review, 'placements', {
            ...placement,
            changes: placement.changes.map((change) => ({ ...change, before: hostile })),
          });
      const change = {
        before: searched(hostile),
        after: searched(hostile),
        reason: 'words' as const,
        material: true,
      };
      const built = buildReport(review, draft, options, context);
      const claims = built.claims.map((claim) => ({
        ...claim,
        status: 'recheck' as const,
        changes: [change],
      }));
      const html = renderHtml({ ...built, claims }, fonts);
      for (const tag of tags(html)) expect(allowed).toContain(tag);
      expect(html).not.toMatch(/\p{Surrogate}|[^\P{Cc}\t\n\f]/u);
    }
  });

  test('Each block has its own direction, and a block without letters that of the language', () => {
    const report = reportOf('article.md', fixture('article.md'));
    const [block] = report.blocks;
    if (!block) throw new Error('a report has blocks');
    const shown = (kind: 'paragraph' | 'listItem' | 'tableRow', words: string) => ({
      ...block,
      kind,
      text: searched(words),
      level: null,
      runs: [{ text: searched(words), marks: [], claims: [] }],
    });
    const html = renderArticleHtml({
      ...report,
      opensWithTitle: false,
      language: searched('he'),
      blocks: [
        shown('listItem', 'ראשון'),
        shown('listItem', 'Second'),
        shown('paragraph', '1986'),
        shown('tableRow', '2019\tנוסעים'),
      ],
    }).toString();
    expect(html).toContain('<ul dir="rtl">\n<li dir="auto">ראשון</li>\n<li dir="auto">Second</li>\n</ul>');
    expect(html).toContain('<p dir="rtl">1986</p>');
    expect(html).toContain(
      '<table dir="rtl"><tbody>\n<tr><td dir="rtl">2019</td><td dir="auto">נוסעים</td></tr>',
    );
  });

  test('A claim is listed in the direction of its block, regardless of its first letter', () => {
    const report = sampleReport();
    const [claim] = report.claims;
    if (!claim) throw new Error('a claim is marked in it');
    const words = searched('UNCTAD פרסם 7.4% יותר');
    const html = renderClaimsHtml({ ...report, claims: [{ ...claim, words, direction: 'rtl' }] }).toString();
    expect(html).toMatch(/<q dir="rtl"[^>]*>UNCTAD/);
  });

  test('Lists, tables and quotations are rendered as such', () => {
    const html = renderHtml(reportOf('article.md', fixture('article.md')), fonts);
    expect(html).toContain(
      '<blockquote>\n<p dir="auto">“It was <em>never</em> about the money,” she said.</p>\n<p dir="auto">Nobody believed her.</p>\n</blockquote>',
    );
    expect(html).toContain('<figure><figcaption dir="auto">The ferry at noon.</figcaption></figure>');
    expect(html).toContain('<li dir="auto" class="numbered">1986. A year to remember.</li>');
    expect(html).toContain(
      '<tr><td dir="auto">2018</td><td dir="auto"><strong>1.1</strong> million</td></tr>',
    );
    expect(html).toContain('Nothing checked yet');
    expect(html).toContain('No claim was marked.');
  });
});
