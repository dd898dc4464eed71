import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedLine } from '../../../../../shared/domain/primitives';
import { defaultReportChoices } from '../../../../../shared/domain/report-options';
import { emptyReview, putEntity } from '../../../../../shared/domain/review/review';
import { openArticle } from '../../../../../shared/drafts/open-article';
import { importFile } from '../../../../../shared/import/text/import-text';
import { articleHtml } from '../../../../../shared/reports/html/article';
import { claimsHtml } from '../../../../../shared/reports/html/claims';
import { renderHtml } from '../../../../../shared/reports/html/render-html';
import { buildReport } from '../../../../../shared/reports/model/build-report';
import type { Report } from '../../../../../shared/reports/model/report-model';
import { hostileText } from '../../arbitraries';
import { fixture } from '../../fixtures';
import { carryOut, countingFacts, mustApply, openSample, wishes } from '../../reviews';
import { spoiltSample } from '../hostile-review';
import { hostileStrings } from '../hostile-strings';
import { nextDraftOf } from '../next-drafts';

const fonts = { serif: 'AAAA', sans: 'BBBB', serifItalic: 'CCCC' };
const { options } = defaultReportChoices;
const facts = { at: '2026-11-21T11:04:00.000Z', by: null, timeZone: 'Europe/Vienna' };

function sampleReport(): Report {
  const { review, draft } = openSample();
  return buildReport(review, draft, options, facts);
}

function reportOf(name: string, bytes: Uint8Array): Report {
  const imported = importFile(name, bytes);
  if (!imported.ok) throw new Error(imported.problem.message);
  const { draft, change } = openArticle(imported.proposal, 'a', 'a'.repeat(64), countingFacts('i'));
  const review = emptyReview();
  mustApply(review, change.edits);
  return buildReport(review, draft, options, facts);
}

const attributes = (html: string, name: string) =>
  Array.from(html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g')), ([, value = '']) => value);
const tags = (html: string) => new Set(Array.from(html.matchAll(/<([a-z0-9]+)/g), ([, tag]) => tag));
const words = (html: string) => html.replace(/<style>.*<\/style>/s, '').replace(/<[^>]*>/g, '');

describe('the report as HTML', () => {
  const html = renderHtml(sampleReport(), fonts);

  test('is one file that loads and runs nothing', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:;`,
    );
    for (const tag of ['script', 'link', 'img', 'iframe', 'object', 'form', 'base', 'svg'])
      expect(tags(html)).not.toContain(tag);
    expect(attributes(html, 'src')).toEqual([]);
    expect(html).not.toMatch(/ on[a-z]+=/);
    expect(Array.from(html.matchAll(/url\(([^)]{0,21})/g), ([, start]) => start)).toEqual(
      Array(3).fill('data:font/woff2;base6'),
    );
  });

  test('takes fonts as base64 and as data addresses alike, and nothing else out of them', () => {
    const inlined = { serif: 'data:font/woff2;base64,AAAA', sans: 'BBBB\n', serifItalic: 'CC");}</style>CC' };
    const faces = Array.from(
      renderHtml(sampleReport(), inlined).matchAll(/src: url\((.*?)\) format/g),
      ([, url]) => url,
    );
    expect(faces).toEqual(['AAAA', 'CC/styleCC', 'BBBB'].map((data) => `data:font/woff2;base64,${data}`));
  });

  test('is the same every time', () => {
    expect(renderHtml(sampleReport(), fonts)).toBe(html);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(renderHtml(sampleReport(), fonts, 'paper')).not.toContain('dark');
    const paper = [{ family: 'sans', style: 'normal', weight: 600, file: 'QUJD' }] as const;
    const printed = renderHtml(sampleReport(), { ...fonts, paper }, 'paper');
    expect(printed.match(/@font-face/g)).toHaveLength(1);
    expect(printed).toContain('font-weight: 600; src: url(data:font/woff2;base64,QUJD)');
  });

  test('links marks to claims and claims to marks and sources, and every anchor is there once', () => {
    const ids = attributes(html, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    const anchors = attributes(html, 'href').filter((href) => href.startsWith('#'));
    for (const anchor of anchors) expect(ids).toContain(anchor.slice(1));
    for (const details of attributes(html, 'aria-details')) expect(ids).toContain(details);
    for (let number = 1; number <= 14; number += 1) {
      expect(anchors).toContain(`#c${number}`);
      expect(anchors).toContain(`#m${number}`);
    }
  });

  test('opens only http, https and mailto, and tells the target nothing', () => {
    for (const [tag, href] of html.matchAll(/<a [^>]*href="([^#][^"]*)"[^>]*>/g)) {
      expect(href).toMatch(/^(https?:\/\/|mailto:)/);
      expect(tag).toContain('rel="noreferrer noopener"');
    }
  });

  test('has landmarks, and headings that skip no rank', () => {
    for (const tag of ['header', 'main', 'article', 'section', 'footer']) expect(tags(html)).toContain(tag);
    const ranks = Array.from(html.matchAll(/<h(\d)/g), ([, rank]) => Number(rank));
    // The title; "Article" and its three subheadings; "Claims"; "Sources".
    expect(ranks).toEqual([1, 2, 3, 3, 3, 2, 2]);
    const deep = new TextEncoder().encode('# One\n\nx.\n\n#### Two\n\n## Three\n\n### Four');
    const others = renderHtml(reportOf('deep.md', deep), fonts).matchAll(/<h(\d) dir="auto">(\w+)/g);
    expect(Array.from(others, ([, rank, text]) => `${rank} ${text}`)).toEqual([
      '1 One',
      '3 Two',
      '3 Three',
      '4 Four',
    ]);
  });

  test('says by whom and when it was checked, and apart from that when it was made', () => {
    const header = (report: Report) =>
      words(/<header>.*<\/header>/s.exec(renderHtml(report, fonts))?.[0] ?? '');
    const report = sampleReport();
    const checked = { first: '2026-03-03T10:00:00.000Z', last: '2026-03-05T10:00:00.000Z' };
    expect(header({ ...report, checked })).toContain('Checked by Ada, 3 – 5 March 2026');
    expect(header({ ...report, checked, checkedBy: [] })).toContain('Checked by the reviewer, 3 –');
    expect(header(report)).toContain('Checked by Ada, 21 November 2026Report made 21 November 2026, 12:04');
    const untouched = header({ ...report, checked: null });
    expect(untouched).toContain('Nothing checked yetReport made 21 November 2026, 12:04');
    expect(untouched).not.toContain('Checked by');
  });

  test('shows each verdict by word, glyph and line', () => {
    for (const line of ['verified', 'disputed', 'unverifiable', 'unchecked'])
      expect(html).toContain(`class="${line} lane0"`);
    expect(words(html)).toContain('✓ Verified — Final account, VAT included.');
    expect(words(html)).toContain(
      '✗ Disputed — 412 against 340 is 21 %, not a third. Change to “a fifth more than planned”.',
    );
    expect(words(html)).toContain(
      '? Can’t verify — No register of tram tunnels exists; attribute to the builder.',
    );
    expect(words(html)).toContain('○ Unchecked');
  });

  test('shows evidence with stance, source, place, number and quote', () => {
    expect(words(html)).toContain(
      'Supports: Transport authority, Final account, harbour line, 2 Nov 2026, p. 14, table 3 [3]: “total outturn 411.8 million”.',
    );
    expect(words(html)).toContain('Context: confidential source [4].');
    expect(words(html)).not.toMatch(/finance office|telephone|no further bills/);
  });

  test('shows each source with its citation, what that leaves out, and its files', () => {
    const { review, draft } = openSample();
    const source = [...review.sources.values()].find(({ title }) => title.startsWith('Decision'));
    if (!source) throw new Error('the sample has a decision');
    const archiveUrl = 'https://archive.example/1';
    putEntity(review, 'sources', { ...source, standing: 'withdrawn', archiveUrl });
    putEntity(review, 'attachments', {
      ...{ id: 'f', sourceId: source.id, sha256: 'ab'.repeat(32), name: 'a<b>.pdf', bytes: 12_345 },
      ...{ mime: 'application/pdf', addedAt: facts.at },
    });
    const shown = renderHtml(buildReport(review, draft, options, facts), fonts);
    expect(shown).toContain(
      `<div>City council. (2019, June 18). <cite>Decision 2019/44</cite>. <a href="https://council.kelderhaven.example/decisions/2019-44" target="_blank" rel="noreferrer noopener">https://council.kelderhaven.example/decisions/2019-44</a> <span class="quiet">Web page, primary, read 20 Nov 2026.</span> <b class="recheck">Withdrawn.</b><br>Archived at <a href="https://archive.example/1" target="_blank" rel="noreferrer noopener">archive.example/1</a><br>File a&lt;b&gt;.pdf, 12 kB, SHA-256 <span class="sum">${'ab'.repeat(32)}</span></div>`,
    );
  });

  test('keeps names, titles and quotations from right to left apart from the sentences around them', () => {
    const { review, draft } = openSample();
    const [evidence] = review.evidence.values();
    const source = evidence && review.sources.get(evidence.sourceId);
    if (!evidence || !source) throw new Error('the sample has evidence');
    const [title, author] = ['הנמל בשנת 2019', 'משרד הנמל'];
    putEntity(review, 'sources', {
      ...source,
      title,
      author,
      publishedAt: '2026-11-26',
      confidential: false,
    });
    putEntity(review, 'evidence', { ...evidence, quote: 'רק 12 איש', locator: 'עמוד 3' });
    const isolated = (text: string) => `\u2068${text}\u2069`;
    const report = buildReport(review, draft, options, facts);
    const shown = renderHtml({ ...report, checkedBy: ['אדה'], byline: 'מאת אדה' }, fonts);
    expect(words(shown)).toContain(`Checked by ${isolated('אדה')}, 21 November 2026`);
    expect(shown).toContain(`<p class="piece">${isolated('מאת אדה')}`);
    expect(words(shown)).toContain(
      `${isolated(author)}, ${isolated(title)}, 26 Nov 2026, ${isolated('עמוד 3')} [`,
    );
    expect(words(shown)).toContain(`“${isolated('רק 12 איש')}”.`);
    expect(words(shown)).toContain(`${isolated(author)}. (2026, November 26). ${isolated(title)}`);
    expect(html).not.toMatch(/[\u2068\u2069]/);
  });

  test('says which claims it shows', () => {
    const { review, draft } = openSample();
    const some = { ...options, standings: ['disputed' as const] };
    const shown = renderHtml(buildReport(review, draft, some, facts), fonts);
    expect(words(html)).not.toContain('Shows');
    expect(words(shown)).toContain('Shows 2 of 14 claims: disputed14 claims');
    expect(attributes(shown, 'id').filter((id) => /^c\d/.test(id))).toEqual(['c4', 'c13']);
    const none = renderHtml(buildReport(review, draft, { ...options, standings: ['recheck'] }, facts), fonts);
    expect(words(none)).toContain('No claim stands so.');
  });

  test('shows both numbers and both lines of nested claims', () => {
    expect(html).toMatch(
      /<mark class="unchecked lane0" aria-details="c8"><mark id="m9" class="verified lane1"/,
    );
    expect(html).toContain('Claim 9, verified">9</a></sup>');
  });

  test('does not repeat the headline, unless a claim is held on it', () => {
    const { review, draft } = openSample();
    expect(html).not.toContain('<h3 dir="auto">Harbour tram');
    carryOut(review, draft, [{ what: 0, pick: 8, other: 3, words: null }], countingFacts('n'));
    const marked = renderHtml(buildReport(review, draft, options, facts), fonts);
    expect(marked).toMatch(/<h3 dir="auto">Harbour <mark/);
  });

  test('shows a claim to be re-checked with the verdict it had, and why', () => {
    const { review, draft } = openSample();
    const text = draft.text.replace('€412 million', '€421 million');
    const next = { ...draft, text, blocks: draft.blocks.map((block) => ({ ...block })) };
    const rechecked = renderHtml(buildReport(review, next, options, facts), fonts);
    expect(words(rechecked)).toContain(
      '↻ Re-check — It was verified; its words have changed since. A number changed: 412 → 421.',
    );
    expect(words(rechecked)).toContain(
      '↻ Re-check — It was disputed; its sentence has changed since. A number changed: 412 → 421.',
    );
    expect(words(rechecked)).toContain('open, 2 to re-check');
    expect(rechecked).toContain('class="recheck lane0"');
  });

  test('lists claims that stand nowhere in the article under headings of their own, before the sources', () => {
    const { review, draft } = nextDraftOf(openSample(), { cut: [3], waiting: [4] });
    const next = renderHtml(buildReport(review, draft, options, facts), fonts);
    const headings = Array.from(next.matchAll(/<h2[^>]*>([^<]+)/g), ([, heading]) => heading);
    expect(headings).toEqual([
      'Article',
      'Claims',
      'Waiting for a place in draft 2',
      'Cut from draft 2',
      'Sources',
    ]);
    expect(words(next)).toMatch(
      /Waiting for a place in draft 2\s+a third more than planned↻ Re-check — It was disputed; it has to be checked again\. 412 against/,
    );
    expect(words(next)).toMatch(
      /Cut from draft 2\s+cost €412 million✓ Verified — Final account, VAT included\.Supports: Transport authority.*Context: confidential source \[\d\]\.Stated by the transport authority\. Judged by Ada, 21 November 2026, 11:52\./,
    );
    expect(words(next)).not.toMatch(/finance office|telephone|no further bills/);
    const ids = attributes(next, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    for (const anchor of attributes(next, 'href').filter((href) => href.startsWith('#')))
      expect(ids).toContain(anchor.slice(1));
    expect(html).not.toMatch(/Cut from|Waiting for a place/);
  });
});

describe('a hostile article', () => {
  const allowed = new Set(
    'html head meta title style body header main div article section footer h1 h2 h3 h4 h5 h6 p ul ol li b a br span q cite mark sup strong em blockquote figure figcaption table tbody tr td'.split(
      ' ',
    ),
  );

  test('stays text', () => {
    const html = renderHtml(reportOf('hostile.md', fixture('hostile.md')), fonts);
    for (const tag of tags(html)) expect(allowed).toContain(tag);
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; stays text');
    expect(html).toContain('<p dir="auto">A link, another, a file, one.</p>');
    expect(html).toContain('A bell ␇, an escape ␛[31mred');
  });

  test('cannot bring in markup, whatever stands in any field', () => {
    const spoil = `"><script>alert(1)</script>'&lt;`;
    fc.assert(
      fc.property(hostileText, fc.array(wishes, { maxLength: 6 }), (hostile, wanted) => {
        const { review, draft } = openSample();
        const words = (spoil + hostile).slice(0, 500);
        const spoilt = wanted.map((wish) => ({ ...wish, words }));
        carryOut(review, draft, spoilt, countingFacts('n', typedLine(words)));
        const html = renderHtml(buildReport(review, draft, options, { ...facts, by: words }), fonts);
        for (const tag of tags(html)) expect(allowed).toContain(tag);
        expect(html).not.toMatch(/\p{Surrogate}|[^\P{Cc}\t\n\f]/u);
        const ids = attributes(html, 'id');
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 60 },
    );
  });

  test('cannot bring in markup by what was cut from it or changed in it', () => {
    for (const hostile of hostileStrings) {
      const spoilt = spoiltSample(hostile);
      const { review, draft } = nextDraftOf(spoilt, { cut: [3], waiting: [4] });
      for (const placement of [...review.placements.values()])
        if (placement.span === null)
          putEntity(review, 'placements', {
            ...placement,
            changes: placement.changes.map((change) => ({ ...change, before: hostile })),
          });
      const change = { before: hostile, after: hostile, reason: 'words' as const, material: true };
      const made = buildReport(review, draft, options, facts);
      const claims = made.claims.map((claim) => ({
        ...claim,
        standing: 'recheck' as const,
        changes: [change],
      }));
      const html = renderHtml({ ...made, claims }, fonts);
      for (const tag of tags(html)) expect(allowed).toContain(tag);
      expect(html).not.toMatch(/\p{Surrogate}|[^\P{Cc}\t\n\f]/u);
    }
  });

  test('is read in the direction of each block, what has no letters in that of the language', () => {
    const report = reportOf('article.md', fixture('article.md'));
    const [block] = report.blocks;
    if (!block) throw new Error('a report has blocks');
    const shown = (kind: 'paragraph' | 'listItem' | 'tableRow', text: string) => ({
      ...{ ...block, kind, text, level: null },
      runs: [{ text, marks: [], claims: [] }],
    });
    const html = articleHtml({
      ...{ ...report, opensWithTitle: false, language: 'he' },
      blocks: [
        shown('listItem', 'ראשון'),
        shown('listItem', 'Second'),
        shown('paragraph', '1986'),
        shown('tableRow', '2019\tנוסעים'),
      ],
    });
    expect(html).toContain('<ul dir="rtl">\n<li dir="auto">ראשון</li>\n<li dir="auto">Second</li>\n</ul>');
    expect(html).toContain('<p dir="rtl">1986</p>');
    expect(html).toContain(
      '<table dir="rtl"><tbody>\n<tr><td dir="rtl">2019</td><td dir="auto">נוסעים</td></tr>',
    );
  });

  test('lists a claim in the direction of its block, whatever its first letter is', () => {
    const report = sampleReport();
    const [claim] = report.claims;
    if (!claim) throw new Error('a claim is marked in it');
    const words = 'UNCTAD פרסם 7.4% יותר';
    const html = claimsHtml({ ...report, claims: [{ ...claim, words, direction: 'rtl' }] });
    expect(html).toMatch(/<q dir="rtl"[^>]*>UNCTAD/);
  });

  test('has lists, tables and quotes as what they are', () => {
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
