import { describe, expect, test } from 'vitest';
import { renderHtml } from '#main/worker/reports/html/render-html.ts';
import { layOutLazily } from '#main/worker/reports/html/style-sheet.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import type { Report } from '#main/worker/reports/model/report-model.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import { writeTime } from '#shared/reports/base/own-values.ts';
import { applyActions, createEditContext, openSample } from '#tests/unit/shared/reviews.ts';
import { openContradiction } from '../contradiction.ts';
import { createNextDraft } from '../next-draft.ts';
import { searched } from '../searched.ts';
import { attributes, context, fonts, options, reportOf, sampleReport, tags, words } from './rendered.ts';

describe('The HTML report', () => {
  const html = renderHtml(sampleReport(), fonts);

  test('The HTML report is one file that loads and runs nothing', () => {
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

  test('Fonts are accepted as base64 and as data addresses, and nothing else is taken from them', () => {
    const inlined = { serif: 'data:font/woff2;base64,AAAA', sans: 'BBBB\n', serifItalic: 'CC");}</style>CC' };
    const faces = Array.from(
      renderHtml(sampleReport(), inlined).matchAll(/src: url\((.*?)\) format/g),
      ([, url]) => url,
    );
    expect(faces).toEqual(['AAAA', 'CC/styleCC', 'BBBB'].map((data) => `data:font/woff2;base64,${data}`));
  });

  test('The HTML report is the same every time, and the one for paper has no dark theme', () => {
    expect(renderHtml(sampleReport(), fonts)).toBe(html);
    expect(html).toContain('prefers-color-scheme: dark');
    expect(renderHtml(sampleReport(), fonts, 'paper')).not.toContain('dark');
    const paper = [{ family: 'sans', style: 'normal', weight: 600, file: 'QUJD' }] as const;
    const printed = renderHtml(sampleReport(), { ...fonts, paper }, 'paper');
    expect(printed.match(/@font-face/g)).toHaveLength(1);
    expect(printed).toContain('font-weight: 600; src: url(data:font/woff2;base64,QUJD)');
  });

  test('A page that is printed is laid out as a whole, and only near the window where it is looked at', () => {
    const lazy = 'content-visibility: auto';
    const paper = renderHtml(sampleReport(), fonts, 'paper');
    expect(html).toContain(lazy);
    expect(paper).not.toContain(lazy);
    expect(layOutLazily(paper).split(lazy)).toHaveLength(2);
    expect(layOutLazily(paper).replace(/\n@media screen \{\n[^\n]*content-visibility[^\n]*\n\}/, '')).toBe(
      paper,
    );
  });

  test('Marks link to claims, claims to marks and sources, and every anchor exists once', () => {
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

  test('Links open http, https and mailto only, and send no referrer', () => {
    for (const [tag, href] of html.matchAll(/<a [^>]*href="([^#][^"]*)"[^>]*>/g)) {
      expect(href).toMatch(/^(https?:\/\/|mailto:)/);
      expect(tag).toContain('rel="noreferrer noopener"');
    }
  });

  test('The HTML report has landmarks, and its headings skip no rank', () => {
    for (const tag of ['header', 'main', 'article', 'section', 'footer']) expect(tags(html)).toContain(tag);
    const ranks = Array.from(html.matchAll(/<h(\d)/g), ([, rank]) => Number(rank));
    // The title; "Article" and its three subheadings; "Claims"; "Open queries"; "Not looked at" and what is open; "Sources".
    expect(ranks).toEqual([1, 2, 3, 3, 3, 2, 2, 2, 3, 2]);
    const deep = new TextEncoder().encode('# One\n\nx.\n\n#### Two\n\n## Three\n\n### Four');
    const others = renderHtml(reportOf('deep.md', deep), fonts).matchAll(/<h(\d) dir="auto">(\w+)/g);
    expect(Array.from(others, ([, rank, text]) => `${rank} ${text}`)).toEqual([
      '1 One',
      '3 Two',
      '3 Three',
      '4 Four',
    ]);
  });

  test('The header says by whom and when the article was checked, and when the report was made', () => {
    const header = (report: Report) =>
      words(/<header>.*<\/header>/s.exec(renderHtml(report, fonts))?.[0] ?? '');
    const report = sampleReport();
    const checked = {
      first: writeTime('2026-03-03T10:00:00.000Z'),
      last: writeTime('2026-03-05T10:00:00.000Z'),
    };
    expect(header({ ...report, checkPeriod: checked })).toContain('Checked by Ada, 3 – 5 March 2026');
    const unsigned = { ...report, checkPeriod: checked, checkedBy: [] };
    expect(header(unsigned)).toContain('Checked 3 – 5 March 2026, not signed');
    const hidden = { ...unsigned, options: { ...report.options, reviewers: false } };
    expect(header(hidden)).toContain('Checked 3 – 5 March 2026Report made');
    expect(header(report)).toContain('Checked by Ada, 21 November 2026Report made 21 November 2026, 12:04');
    const untouched = header({ ...report, checkPeriod: null });
    expect(untouched).toContain('Nothing checked yetReport made 21 November 2026, 12:04');
    expect(untouched).not.toContain('Checked by');
  });

  test('Each verdict is shown by word, glyph and underline', () => {
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

  test('Evidence is shown with stance, source, locator, number and quote', () => {
    expect(words(html)).toContain(
      'Supports: Transport authority, Final account, harbour line, 2 Nov 2026, p. 14, table 3 [3]: “total outturn 411.8 million”.',
    );
    expect(words(html)).toContain('Context: confidential source [4].');
    expect(words(html)).not.toMatch(/finance office|telephone|no further bills/);
  });

  test('Each source is shown with its citation, the fields missing from it, and its files', () => {
    const { review, draft } = openSample();
    const source = [...review.sources.values()].find(({ title }) => title.startsWith('Decision'));
    if (!source) throw new Error('the sample has a decision');
    const archiveUrl = 'https://archive.example/1';
    putEntity(review, 'sources', { ...source, standing: 'withdrawn', archiveUrl });
    putEntity(review, 'attachments', {
      id: 'f',
      sourceId: source.id,
      sha256: 'ab'.repeat(32),
      name: 'a<b>.pdf',
      bytes: 12_345,
      mime: 'application/pdf',
      addedAt: context.at,
    });
    const shown = renderHtml(buildReport(review, draft, options, context), fonts);
    expect(shown).toContain(
      `<div>City council. (2019, June 18). <cite>Decision 2019/44</cite>. <a href="https://council.kelderhaven.example/decisions/2019-44" target="_blank" rel="noreferrer noopener">https://council.kelderhaven.example/decisions/2019-44</a> <span class="quiet">Web page, primary, read 20 Nov 2026.</span> <b class="recheck">Withdrawn.</b><br>Archived at <a href="https://archive.example/1" target="_blank" rel="noreferrer noopener">archive.example/1</a><br>File a&lt;b&gt;.pdf, 12 kB, SHA-256 <span class="sum">${'ab'.repeat(32)}</span><br><span class="quiet">Claims: <a href="#c2">2</a>, <a href="#c4">4</a>, <a href="#c14">14</a></span></div>`,
    );
  });

  test('Right-to-left names, titles and quotations are isolated from the sentences around them', () => {
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
    const report = buildReport(review, draft, options, context);
    const shown = renderHtml({ ...report, checkedBy: [searched('אדה')], byline: searched('מאת אדה') }, fonts);
    expect(words(shown)).toContain(`Checked by ${isolated('אדה')}, 21 November 2026`);
    expect(shown).toContain(`<p class="piece">${isolated('מאת אדה')}`);
    expect(words(shown)).toContain(
      `${isolated(author)}, ${isolated(title)}, 26 Nov 2026, ${isolated('עמוד 3')} [`,
    );
    expect(words(shown)).toContain(`“${isolated('רק 12 איש')}”.`);
    expect(words(shown)).toContain(`${isolated(author)}. (2026, November 26). ${isolated(title)}`);
    expect(html).not.toMatch(/[\u2068\u2069]/);
  });

  test('The header says which claims the report shows', () => {
    const { review, draft } = openSample();
    const some = { ...options, standings: ['disputed' as const] };
    const shown = renderHtml(buildReport(review, draft, some, context), fonts);
    expect(words(html)).not.toContain('Shows');
    expect(words(shown)).toContain('Shows 2 of 14 claims: disputed14 claims');
    expect(attributes(shown, 'id').filter((id) => /^c\d/.test(id))).toEqual(['c4', 'c13']);
    const none = renderHtml(
      buildReport(review, draft, { ...options, standings: ['recheck'] }, context),
      fonts,
    );
    expect(words(none)).toContain('No claim stands so.');
  });

  test('Nested claims have both numbers and both underlines', () => {
    expect(html).toMatch(
      /<mark class="unchecked lane0" aria-details="c8"><mark id="m9" class="verified lane1"/,
    );
    expect(html).toContain('Claim 9, verified">9</a></sup>');
  });

  test('The headline is repeated only if a claim marks words in it', () => {
    const { review, draft } = openSample();
    expect(html).not.toContain('<h3 dir="auto">Harbour tram');
    applyActions(review, draft, [{ what: 0, pick: 8, other: 3, words: null }], createEditContext('n'));
    const marked = renderHtml(buildReport(review, draft, options, context), fonts);
    expect(marked).toMatch(/<h3 dir="auto">Harbour <mark/);
  });

  test('A claim to be re-checked is shown with its former verdict and the reason', () => {
    const { review, draft } = openSample();
    const text = draft.text.replace('€412 million', '€421 million');
    const next = { ...draft, text, blocks: draft.blocks.map((block) => ({ ...block })) };
    const rechecked = renderHtml(buildReport(review, next, options, context), fonts);
    expect(words(rechecked)).toContain(
      '↻ Re-check — It was verified; its words have changed since. A number changed: 412 → 421.',
    );
    expect(words(rechecked)).toContain(
      '↻ Re-check — It was disputed; its sentence has changed since. A number changed: 412 → 421.',
    );
    expect(words(rechecked)).toContain('open, 2 to re-check');
    expect(rechecked).toContain('class="recheck lane0"');
  });

  test('The summary says how much was read and how many queries are open, and leads to both lists', () => {
    const { review, draft } = openContradiction();
    const page = renderHtml(buildReport(review, draft, options, context), fonts);
    expect(page).toContain(
      '<p class="reading"><a href="#coverage">33% of 3 sentences read, 2 not looked at</a> · <a href="#queries">1 open query</a></p>',
    );
    expect(attributes(page, 'id')).toEqual(expect.arrayContaining(['coverage', 'queries']));
    const open = buildReport(review, draft, { ...options, reader: 'public' }, context);
    expect(renderHtml(open, fonts)).not.toMatch(/href="#unread"|id="queries"/);
  });

  test('The summary says how many verified claims have no source, refuting evidence alone or a correction', () => {
    const report = { ...sampleReport(), verifiedCaveats: { noSource: 2, refutedOnly: 0, corrected: 1 } };
    expect(renderHtml(report, fonts)).toContain(
      '<p class="reading">Of 6 verified claims: 2 without a source, 1 with a correction.',
    );
    const forPublic = { ...report, options: { ...report.options, reader: 'public' as const } };
    expect(renderHtml(forPublic, fonts)).toContain('Of 6 verified claims: 2 without a named source, 1');
  });

  test('Each open query has its explanation and all places, with their paragraphs', () => {
    const { review, draft } = openContradiction();
    const page = renderHtml(buildReport(review, draft, options, context), fonts);
    const [, list = ''] = /<h2 id="queries">(.*?)<\/section>/s.exec(page) ?? [];
    expect(words(list)).toMatch(
      /^Open queries\s+1 open query\.\s+Two figures for one thing“12,400 tonnes” and “124,000 tonnes” seem to give one figure: .*12,400 tonnes Paragraph 1124,000 tonnes Paragraph 2$/s,
    );
  });

  test('Claims without a place are listed below headings of their own, before the queries, the sentences not looked at and the sources', () => {
    const { review, draft } = createNextDraft(openSample(), { cut: [3], waiting: [4] });
    const next = renderHtml(buildReport(review, draft, options, context), fonts);
    const headings = Array.from(next.matchAll(/<h2[^>]*>([^<]+)/g), ([, heading]) => heading);
    expect(headings).toEqual([
      'Article',
      'Claims',
      'Waiting for a place in draft 2',
      'Cut from draft 2',
      'Open queries',
      'Not looked at',
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
