import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../../../shared/domain/draft';
import type { Review } from '../../../../../shared/domain/review/review';
import { emphasised, markdownText } from '../../../../../shared/reports/markdown/escape';
import { renderMarkdown } from '../../../../../shared/reports/markdown/render-markdown';
import { buildReport } from '../../../../../shared/reports/model/build-report';
import { printable } from '../../../../../shared/reports/printable';
import { hostileText, proseText } from '../../arbitraries';
import { carryOut, countingFacts, openSample, wishes } from '../../reviews';
import { draftOf, facts, openFixture, options, spoiltSample } from '../hostile-review';
import { hostileStrings } from '../hostile-strings';
import { nextDraftOf } from '../next-drafts';

// HTML is let through, so that markup which should be text would be seen.
const parser = new MarkdownIt({ html: true }).use(footnotes);

const markdownOf = (review: Review, draft: Draft, chosen = options) =>
  renderMarkdown(buildReport(review, draft, chosen, facts));
const squeezed = (text: string) =>
  printable(text)
    .replace(/[\s\u0085]+/g, ' ')
    .trim();

function flat(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...flat(token.children ?? [])]);
}

/** What a reader sees of one inline token. */
function seen(token: Token): string {
  return (token.children ?? [])
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('');
}

/** The texts of the blocks between the headings "Article" and what comes after it; of a row, its cells. */
function articleTexts(markdown: string): string[] {
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
    .map(seen)
    .filter((text) => !text.startsWith('On no words:'))
    .map(squeezed);
}

/** Asserted together: of the thousands of tokens of a report each assertion would cost more than its parsing. */
function expectSafe(markdown: string): void {
  const tokens = flat(parser.parse(markdown, {}));
  const types = tokens.map(({ type }) => type);
  expect(types.filter((type) => /^html|^image|^code_block|^fence|^hr/.test(type))).toEqual([]);
  const links = tokens
    .filter(({ type }) => type === 'link_open')
    .map((token) => String(token.attrGet('href')));
  expect(links.filter((href) => !/^(https?:\/\/|mailto:|#source-\d+$)/.test(href))).toEqual([]);
  expect(markdown).not.toMatch(/\p{Surrogate}|[^\P{Cc}\t\n\f]/u);
}

/** A span that splits no surrogate pair: neither importers nor selections do. */
function spanIn(text: string, a: number, b: number) {
  const whole = (at: number, step: number) =>
    /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1)) ? at + step : at;
  const start = whole(a % text.length, -1);
  return { start, end: whole(Math.min(text.length, start + 1 + b), 1) };
}

describe('the report as Markdown', () => {
  const { review, draft } = openSample();
  const markdown = markdownOf(review, draft);

  test('has header, summary, article with footnotes, claims and numbered sources', () => {
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
    expect(markdownOf(review, draft)).toBe(markdown);
  });

  test('parses back: each footnote is used once, and each source that is linked has its heading', () => {
    const tokens = flat(parser.parse(markdown, {}));
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

  test('shows the claims that were chosen', () => {
    const some = markdownOf(review, draft, { ...options, standings: ['disputed'] });
    expect(some).toContain('Shows 2 of 14 claims: disputed.');
    expect(some).toContain('- 6 verified');
    expect(Array.from(some.matchAll(/^\[\^c(\d+)\]:/gm), ([, number]) => number)).toEqual(['4', '13']);
  });

  test('lists claims that stand nowhere in the article under headings of their own, before the sources', () => {
    const next = nextDraftOf(openSample(), { cut: [3], waiting: [4] });
    const made = markdownOf(next.review, next.draft);
    expect(Array.from(made.matchAll(/^## (.+)$/gm), ([, heading]) => heading)).toEqual([
      'Summary',
      'Article',
      'Waiting for a place in draft 2',
      'Cut from draft 2',
      'Sources',
    ]);
    expect(made).toContain(
      '## Waiting for a place in draft 2\n\n-   “a third more than planned”\n\n    ↻ **Re-check** — It was disputed; it has to be checked again. 412 against 340 is 21 %, not a third. Change to',
    );
    expect(made).toMatch(
      /## Cut from draft 2\n\n- {3}“cost €412 million”\n\n {4}✓ \*\*Verified\*\* — Final account, VAT included\.\n\n {4}- Supports: .*\n {4}- Context: confidential \[source \d\]\(#source-\d\)\.\n\n {4}Stated by the transport authority\. Judged by Ada, 21 November 2026, 11:52\.\n/,
    );
    expect(made).not.toMatch(/finance office|telephone|no further bills/);
    expectSafe(made);
    expect(markdown).not.toMatch(/Cut from|Waiting for a place/);
  });

  test('says what changed in a claim that is to be re-checked', () => {
    const words = [['€412 million', '€421 million']] as const;
    const next = nextDraftOf(openSample(), {}, words);
    expect(markdownOf(next.review, next.draft)).toContain(
      '↻ **Re-check** — It was verified; its words have changed since. A number changed: 412 → 421.',
    );
  });

  test('keeps whatever stands in claims without a place in its item', () => {
    for (const words of hostileStrings) {
      const next = nextDraftOf(spoiltSample(words), { cut: [3, 4], waiting: [6] });
      for (const placement of [...next.review.placements.values()])
        if (placement.span === null)
          next.review.placements.set(placement.id, {
            ...placement,
            changes: placement.changes.map((change) => ({ ...change, before: words })),
          });
      const made = markdownOf(next.review, next.draft);
      expectSafe(made);
      const lists = made.slice(made.indexOf('## Waiting for a place'), made.indexOf('## Sources'));
      const own = parser
        .parse(lists, {})
        .filter(({ type, level }) => type === 'list_item_open' && level === 1);
      expect(own).toHaveLength(3);
    }
  });

  test('keeps lists, tables, quotes, looks and links of the article', () => {
    const fixture = openFixture('article.md');
    const made = markdownOf(fixture.review, fixture.draft);
    expect(made).toContain('> “It was *never* about the money,” she said.\n>\n> Nobody believed her.');
    expect(made).toContain('- 1986\\. A year to remember.');
    expect(made).toMatch(/\| --- \| --- \|\n\| 2018 \| \*\*1.1\*\* million \|/);
    const texts = articleTexts(made);
    for (const { kind, start, end } of fixture.draft.blocks) {
      const text = fixture.draft.text.slice(start, end);
      for (const cell of kind === 'tableRow' ? text.split('\t') : [text]) {
        if (kind !== 'heading') expect(texts).toContain(squeezed(cell));
      }
    }
  });

  test('makes no markup of hostile articles and fields, and loses nothing of them', () => {
    const { review: hostile, draft: hostileDraft } = openFixture('hostile.md');
    expectSafe(markdownOf(hostile, hostileDraft));
    const texts = articleTexts(markdown);
    for (const words of hostileStrings) {
      const spoilt = spoiltSample(words);
      const made = markdownOf(spoilt.review, spoilt.draft);
      expectSafe(made);
      expect(articleTexts(made).slice(-texts.length)).toEqual(texts);
      const all = flat(parser.parse(made, {}))
        .filter(({ type }) => type === 'inline')
        .map((token) => squeezed(seen(token)).replaceAll(' ', ''));
      const note = squeezed(words).replaceAll(' ', '');
      for (const around of ['—', 'Changeto“', ':“'])
        expect(all.some((text) => text.includes(around + note))).toBe(true);
    }
  });

  test('gives every text back, whatever it is, wherever claims and looks lie', () => {
    const kinds = fc.constantFrom('paragraph', 'quote', 'listItem', 'heading', 'caption', 'note' as const);
    const texts = fc.array(
      fc
        .oneof(hostileText, proseText, fc.constantFrom(...hostileStrings))
        .filter((text) => squeezed(text) !== ''),
      { minLength: 1, maxLength: 4 },
    );
    const looks = fc.array(
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
        looks,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 })), { maxLength: 5 }),
        (words, kind, marks, spans) => {
          const { review: fresh, draft: sample } = openSample();
          const plain = draftOf(sample, words, kind);
          const hostileDraft: Draft = {
            ...plain,
            marks: marks.map(({ kind: look, a, b }) => ({
              ...{
                kind: look,
                target: null,
                href: look === 'link' ? 'https://a.example/<b>?c&copy=1' : null,
              },
              ...spanIn(plain.text, a, b),
            })),
          };
          fresh.placements.clear();
          for (const [at, [a, b]] of spans.entries()) {
            const span = spanIn(plain.text, a, b);
            const claimId = [...fresh.claims.keys()][at] ?? '';
            fresh.placements.set(`p${at}`, {
              ...{ id: `p${at}`, claimId, draftId: hostileDraft.id, span, status: 'marked' },
              ...{ candidates: [], changes: [], resolved: true },
            });
          }
          const made = markdownOf(fresh, hostileDraft);
          expectSafe(made);
          expect(articleTexts(made)).toEqual(words.map(squeezed));
          const references = flat(parser.parse(made, {})).filter(({ type }) => type === 'footnote_ref');
          expect(new Set(references.map(({ meta }) => String(meta?.label))).size).toBe(spans.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('gives cells of tables back', () => {
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
          const made = markdownOf(
            fresh,
            draftOf(
              sample,
              cells.map((row) => row.join('\t')),
              'tableRow',
            ),
          );
          expectSafe(made);
          expect(articleTexts(made).filter((text) => text !== '')).toEqual(cells.flat().map(squeezed));
        },
      ),
    );
  });

  test('is safe whatever was done to the review', () => {
    fc.assert(
      fc.property(hostileText, fc.array(wishes, { maxLength: 6 }), (words, wanted) => {
        const { review: fresh, draft: sample } = openSample();
        carryOut(
          fresh,
          sample,
          wanted.map((wish) => ({ ...wish, words: `x${words}`.slice(0, 500) })),
          countingFacts('n'),
        );
        expectSafe(markdownOf(fresh, sample));
      }),
      { numRuns: 60 },
    );
  });
});

describe('escaped text', () => {
  test('is one paragraph of the same words', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostileText, fc.string({ unit: 'binary' }), fc.constantFrom(...hostileStrings)),
        (text) => {
          const tokens = parser.parse(markdownText(text), {});
          expect(
            tokens
              .filter(({ type }) => type === 'inline')
              .map(seen)
              .map(squeezed)
              .join(''),
          ).toBe(squeezed(text));
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
  ])('%j is emphasised as %j', (text, expected) => {
    expect(emphasised(text, '**')).toBe(expected);
  });
});
