import { describe, expect, test } from 'vitest';
import { escapeMarkdown, getHeadingFragment } from '#main/worker/reports/markdown/markdown.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { openContradiction } from '../contradiction.ts';
import { createDraft, openFixture, options } from '../hostile-review.ts';
import { createNextDraft } from '../next-draft.ts';
import { searched } from '../searched.ts';
import {
  expectSafe,
  flattenTokens,
  listArticleTexts,
  normalizeSpace,
  parser,
  renderReport,
} from './read-markdown.ts';

describe('The Markdown report', () => {
  const { review, draft } = openSample();
  const markdown = renderReport(review, draft);

  test('The Markdown report has header, summary, article with footnotes, claims and numbered sources', () => {
    expect(markdown).toMatch(
      /^# Harbour tram to open in March, two years late\n\nBy the city desk · 20 Nov 2026 · \[https:/,
    );
    expect(markdown).toContain(
      '- 6 verified\n- 2 disputed\n- 1 can’t verify\n- 5 open\n- 6 sources, 4 primary',
    );
    expect(markdown).toContain('Shows all 14 claims.');
    expect(markdown).toContain('cost €412 million[^c3]');
    expect(markdown).toContain(
      '[^c3]: **Claim 3** “cost €412 million”\n\n    ✓ **Verified** — Final account, VAT included.\n\n    - Supports: Transport authority, *Final account, harbour line*, 2 Nov 2026, p. 14, table 3, [source 3](#source-3): “total outturn 411.8 million”.\n    - Context: confidential [source 4](#source-4).',
    );
    expect(markdown).toContain('### Source 4\n\nConfidential source.');
    expect(markdown).toContain(
      '### Source 3\n\n*Final account, harbour line*. (2026, November 2). Transport authority.\nDocument, primary.',
    );
    expect(renderReport(review, draft)).toBe(markdown);
  });

  test('A parser finds each footnote used once, and a heading for each link', () => {
    const tokens = flattenTokens(parser.parse(markdown, {}));
    const references = tokens
      .filter(({ type }) => type === 'footnote_ref')
      .map(({ meta }) => String(meta?.label));
    expect(references.toSorted()).toEqual(Array.from({ length: 14 }, (_, at) => `c${at + 1}`).toSorted());
    const headings = tokens.filter(({ type }) => type === 'inline').map(({ content }) => content);
    for (const token of tokens.filter(({ type }) => type === 'link_open')) {
      const [, fragment] = /^#(.+)$/.exec(String(token.attrGet('href'))) ?? [];
      if (fragment)
        expect(
          headings.map((heading) => `${getHeadingFragment(escapeMarkdown(searched(heading)))}`),
        ).toContain(`#${fragment}`);
    }
    expectSafe(markdown);
  });

  test('The Markdown report shows the chosen claims', () => {
    const some = renderReport(review, draft, { ...options, standings: ['disputed'] });
    expect(some).toContain('Shows 2 of 14 claims: disputed.');
    expect(some).toContain('- 6 verified');
    expect(Array.from(some.matchAll(/^\[\^c(\d+)\]:/gm), ([, number]) => number)).toEqual(['4', '13']);
  });

  test('The summary leads to open queries, which have their places, and to what was not looked at', () => {
    const opened = openContradiction();
    const rendered = renderReport(opened.review, opened.draft);
    expect(rendered).toContain(
      '[33% of 3 sentences read, 2 not looked at](#not-looked-at) · [1 open query](#open-queries)\n\nShows the one claim.',
    );
    expect(rendered).toContain(
      '## Open queries\n\n1 open query.\n\n-   **Two figures for one thing**\n\n    “12,400 tonnes” and “124,000 tonnes” seem',
    );
    expect(rendered).toContain(
      '    - “12,400 tonnes” (paragraph 1)\n    - “124,000 tonnes” (paragraph 2)\n\n## Not looked at',
    );
    expectSafe(rendered);
  });

  test('Claims without a place are listed below headings of their own, before the sources', () => {
    const next = createNextDraft(openSample(), { cut: [3], waiting: [4] });
    const rendered = renderReport(next.review, next.draft);
    expect(Array.from(rendered.matchAll(/^## (.+)$/gm), ([, heading]) => heading)).toEqual([
      'Summary',
      'Article',
      'Waiting for a place in draft 2',
      'Cut from draft 2',
      'Open queries',
      'Not looked at',
      'Sources',
    ]);
    expect(rendered).toContain(
      '## Waiting for a place in draft 2\n\n-   “a third more than planned”\n\n    ↻ **Re-check** — It was disputed; it has to be checked again. 412 against 340 is 21 %, not a third. Change to',
    );
    expect(rendered).toMatch(
      /## Cut from draft 2\n\n- {3}“cost €412 million”\n\n {4}✓ \*\*Verified\*\* — Final account, VAT included\.\n\n {4}- Supports: .*\n {4}- Context: confidential \[source \d\]\(#source-\d\)\.\n\n {4}Stated by the transport authority\. Judged by Ada, 21 November 2026, 11:52\.\n/,
    );
    expect(rendered).not.toMatch(/finance office|telephone|no further bills/);
    expectSafe(rendered);
    expect(markdown).not.toMatch(/Cut from|Waiting for a place/);
  });

  test('A claim to be re-checked says what changed', () => {
    const words = [['€412 million', '€421 million']] as const;
    const next = createNextDraft(openSample(), {}, words);
    expect(renderReport(next.review, next.draft)).toContain(
      '↻ **Re-check** — It was verified; its words have changed since. A number changed: 412 → 421.',
    );
  });

  test('Numbered items are items of a numbered list as long as their numbers follow each other', () => {
    const { review, draft } = openSample();
    review.placements.clear();
    const items = [
      '1. The county council',
      '2. The port',
      '4. Left out: 3',
      '5. The end',
      'No number',
      'b) A letter',
    ];
    const rendered = renderReport(review, createDraft(draft, [...items, '7) Other\nline'], 'listItem'));
    expect(rendered).toContain(
      '1. The county council\n2. The port\n\n- 4\\. Left out: 3\n\n5. The end\n\n- No number\n- b) A letter\n\n7) Other\\\n   line\n',
    );
    expect(listArticleTexts(rendered)).toEqual([...items, '7) Other line']);
  });

  test('Lists, tables, quotations, emphasis and links of the article are kept', () => {
    const fixture = openFixture('article.md');
    const rendered = renderReport(fixture.review, fixture.draft);
    expect(rendered).toContain('> “It was *never* about the money,” she said.\n>\n> Nobody believed her.');
    expect(rendered).toContain('- 1986\\. A year to remember.');
    expect(rendered).toMatch(/\| --- \| --- \|\n\| 2018 \| \*\*1.1\*\* million \|/);
    const texts = listArticleTexts(rendered);
    for (const { kind, start, end } of fixture.draft.blocks) {
      const text = fixture.draft.text.slice(start, end);
      for (const cell of kind === 'tableRow' ? text.split('\t') : [text]) {
        if (kind !== 'heading') expect(texts).toContain(normalizeSpace(cell));
      }
    }
  });
});
