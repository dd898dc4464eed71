import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../../shared/domain/draft/draft';
import type { Review } from '../../../../../shared/domain/review/review';
import { emphasize, toMarkdownText } from '../../../../../shared/reports/markdown/escape-markdown';
import { renderMarkdown } from '../../../../../shared/reports/markdown/render-markdown';
import { buildReport } from '../../../../../shared/reports/model/build-report';
import { toPrintable } from '../../../../../shared/reports/printable';
import { hostileText, proseText } from '../../arbitraries';
import { applyActions, createEditContext, openSample, randomActions } from '../../reviews';
import { createDraft, fillSample, openFixture, options, reportContext } from '../hostile-review';
import { hostileStrings } from '../hostile-strings';
import { createNextDraft } from '../next-draft';

// The parser accepts HTML, so that text which became HTML by mistake is noticed.
const parser = new MarkdownIt({ html: true }).use(footnotes);

const renderReport = (review: Review, draft: Draft, chosen = options) =>
  renderMarkdown(buildReport(review, draft, chosen, reportContext));
const normalizeSpace = (text: string) =>
  toPrintable(text)
    .replace(/[\s\u0085]+/g, ' ')
    .trim();

function flattenTokens(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...flattenTokens(token.children ?? [])]);
}

/** The text of an inline token as a reader sees it. */
function getVisibleText(token: Token): string {
  return (token.children ?? [])
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('');
}

/** Lists the texts of the blocks below the heading "Article", and of the cells of each table row. */
function listArticleTexts(markdown: string): string[] {
  const tokens = parser.parse(markdown, {});
  const start = tokens.findIndex((token) => token.type === 'inline' && token.content === 'Article') + 1;
  const end = tokens.findIndex(
    (token, at) =>
      at > start &&
      (token.type === 'footnote_block_open' || (token.type === 'heading_open' && token.tag === 'h2')),
  );
  return tokens
    .slice(start, end === -1 ? undefined : end)
    .filter(({ type }) => type === 'inline')
    .map(getVisibleText)
    .filter((text) => !text.startsWith('On no words:'))
    .map(normalizeSpace);
}

/** Few assertions for all tokens together: one for each of the thousands of tokens would take longer than parsing. */
function expectSafe(markdown: string): void {
  const tokens = flattenTokens(parser.parse(markdown, {}));
  const types = tokens.map(({ type }) => type);
  expect(types.filter((type) => /^html|^image|^code_block|^fence|^hr/.test(type))).toEqual([]);
  const links = tokens
    .filter(({ type }) => type === 'link_open')
    .map((token) => String(token.attrGet('href')));
  expect(links.filter((href) => !/^(https?:\/\/|mailto:|#source-\d+$)/.test(href))).toEqual([]);
  expect(markdown).not.toMatch(/\p{Surrogate}|[^\P{Cc}\t\n\f]/u);
}

/** Creates a span that splits no surrogate pair, like those of importers and selections. */
function createSpan(text: string, a: number, b: number) {
  const alignToPair = (at: number, step: number) =>
    /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1)) ? at + step : at;
  const start = alignToPair(a % text.length, -1);
  return { start, end: alignToPair(Math.min(text.length, start + 1 + b), 1) };
}

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

  test('A parser finds each footnote used once, and a heading for each linked source', () => {
    const tokens = flattenTokens(parser.parse(markdown, {}));
    const references = tokens
      .filter(({ type }) => type === 'footnote_ref')
      .map(({ meta }) => String(meta?.label));
    expect(references.toSorted()).toEqual(Array.from({ length: 14 }, (_, at) => `c${at + 1}`).toSorted());
    const headings = tokens.filter(({ type }) => type === 'inline').map(({ content }) => content);
    for (const token of tokens.filter(({ type }) => type === 'link_open')) {
      const [, number] = /^#source-(\d+)$/.exec(String(token.attrGet('href'))) ?? [];
      if (number) expect(headings).toContain(`Source ${number}`);
    }
    expectSafe(markdown);
  });

  test('The Markdown report shows the chosen claims', () => {
    const some = renderReport(review, draft, { ...options, standings: ['disputed'] });
    expect(some).toContain('Shows 2 of 14 claims: disputed.');
    expect(some).toContain('- 6 verified');
    expect(Array.from(some.matchAll(/^\[\^c(\d+)\]:/gm), ([, number]) => number)).toEqual(['4', '13']);
  });

  test('Claims without a place are listed below headings of their own, before the sources', () => {
    const next = createNextDraft(openSample(), { cut: [3], waiting: [4] });
    const rendered = renderReport(next.review, next.draft);
    expect(Array.from(rendered.matchAll(/^## (.+)$/gm), ([, heading]) => heading)).toEqual([
      'Summary',
      'Article',
      'Waiting for a place in draft 2',
      'Cut from draft 2',
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

  test('No text of a claim without a place leaves its list item', () => {
    for (const words of hostileStrings) {
      const next = createNextDraft(fillSample(words), { cut: [3, 4], waiting: [6] });
      for (const placement of [...next.review.placements.values()])
        if (placement.span === null)
          next.review.placements.set(placement.id, {
            ...placement,
            changes: placement.changes.map((change) => ({ ...change, before: words })),
          });
      const rendered = renderReport(next.review, next.draft);
      expectSafe(rendered);
      const lists = rendered.slice(
        rendered.indexOf('## Waiting for a place'),
        rendered.indexOf('## Sources'),
      );
      const own = parser
        .parse(lists, {})
        .filter(({ type, level }) => type === 'list_item_open' && level === 1);
      expect(own).toHaveLength(3);
    }
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

  test('Hostile articles and fields become no markup and lose no text', () => {
    const { review: hostile, draft: hostileDraft } = openFixture('hostile.md');
    expectSafe(renderReport(hostile, hostileDraft));
    const texts = listArticleTexts(markdown);
    for (const words of hostileStrings) {
      const filled = fillSample(words);
      const rendered = renderReport(filled.review, filled.draft);
      expectSafe(rendered);
      expect(listArticleTexts(rendered).slice(-texts.length)).toEqual(texts);
      const all = flattenTokens(parser.parse(rendered, {}))
        .filter(({ type }) => type === 'inline')
        .map((token) => normalizeSpace(getVisibleText(token)).replaceAll(' ', ''));
      const note = normalizeSpace(words).replaceAll(' ', '');
      for (const around of ['—', 'Changeto“', ':“'])
        expect(all.some((text) => text.includes(around + note))).toBe(true);
    }
  });

  test('Any text with any claims and marks is parsed back to the same text', () => {
    const kinds = fc.constantFrom('paragraph', 'quote', 'listItem', 'heading', 'caption', 'note' as const);
    const texts = fc.array(
      fc
        .oneof(hostileText, proseText, fc.constantFrom(...hostileStrings))
        .filter((text) => normalizeSpace(text) !== ''),
      { minLength: 1, maxLength: 4 },
    );
    const anyMarks = fc.array(
      fc.record({
        kind: fc.constantFrom('bold', 'italic', 'link' as const),
        a: fc.nat(),
        b: fc.nat({ max: 30 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        texts,
        kinds,
        anyMarks,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 })), { maxLength: 5 }),
        (words, kind, marks, spans) => {
          const { review: fresh, draft: sample } = openSample();
          const plain = createDraft(sample, words, kind);
          const hostileDraft: Draft = {
            ...plain,
            marks: marks.map(({ kind: markKind, a, b }) => ({
              ...{
                kind: markKind,
                target: null,
                href: markKind === 'link' ? 'https://a.example/<b>?c&copy=1' : null,
              },
              ...createSpan(plain.text, a, b),
            })),
          };
          fresh.placements.clear();
          for (const [at, [a, b]] of spans.entries()) {
            const span = createSpan(plain.text, a, b);
            const claimId = [...fresh.claims.keys()][at] ?? '';
            fresh.placements.set(`p${at}`, {
              ...{ id: `p${at}`, claimId, draftId: hostileDraft.id, span, status: 'marked' },
              ...{ candidates: [], changes: [], resolved: true },
            });
          }
          const rendered = renderReport(fresh, hostileDraft);
          expectSafe(rendered);
          expect(listArticleTexts(rendered)).toEqual(words.map(normalizeSpace));
          const references = flattenTokens(parser.parse(rendered, {})).filter(
            ({ type }) => type === 'footnote_ref',
          );
          expect(new Set(references.map(({ meta }) => String(meta?.label))).size).toBe(spans.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('Table cells are parsed back to the same text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.oneof(hostileText, fc.constantFrom(...hostileStrings)), { minLength: 1, maxLength: 3 }),
          { minLength: 1, maxLength: 3 },
        ),
        (rows) => {
          const { review: fresh, draft: sample } = openSample();
          fresh.placements.clear();
          const cells = rows.map((row) => row.map((cell) => `x${cell.replaceAll('\t', ' ')}x`));
          const rendered = renderReport(
            fresh,
            createDraft(
              sample,
              cells.map((row) => row.join('\t')),
              'tableRow',
            ),
          );
          expectSafe(rendered);
          expect(listArticleTexts(rendered).filter((text) => text !== '')).toEqual(
            cells.flat().map(normalizeSpace),
          );
        },
      ),
    );
  });

  test('The Markdown report is safe after any edits of the review', () => {
    fc.assert(
      fc.property(hostileText, fc.array(randomActions, { maxLength: 6 }), (words, wanted) => {
        const { review: fresh, draft: sample } = openSample();
        applyActions(
          fresh,
          sample,
          wanted.map((wish) => ({ ...wish, words: `x${words}`.slice(0, 500) })),
          createEditContext('n'),
        );
        expectSafe(renderReport(fresh, sample));
      }),
      { numRuns: 60 },
    );
  });
});

describe('Escaping', () => {
  test('Escaped text is parsed as one paragraph with the same text', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostileText, fc.string({ unit: 'binary' }), fc.constantFrom(...hostileStrings)),
        (text) => {
          const tokens = parser.parse(toMarkdownText(text), {});
          expect(
            tokens
              .filter(({ type }) => type === 'inline')
              .map(getVisibleText)
              .map(normalizeSpace)
              .join(''),
          ).toBe(normalizeSpace(text));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['“No.”', '“**No**.”'],
    ['  a b ', '  **a b** '],
    ['…', '…'],
    ['a*b', '**a\\*b**'],
  ])('%j is emphasized as %j', (text, expected) => {
    expect(emphasize(text, '**')).toBe(expected);
  });
});
