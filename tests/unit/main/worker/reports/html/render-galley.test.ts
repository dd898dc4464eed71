import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMarginRenderer, renderGalley } from '#main/worker/reports/html/render-galley.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import type { ReportRun } from '#main/worker/reports/model/report-model.ts';
import { renderFormat } from '#main/worker/reports/report-job.ts';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { hostileText } from '#tests/unit/shared/arbitraries.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { createNextDraft } from '../next-draft.ts';
import { readMarkup } from '../read-text.ts';
import { searched } from '../searched.ts';
import { attributes, context, fonts, options, sampleReport, tags, words } from './rendered.ts';

const html = renderGalley(sampleReport(), fonts);

describe('A galley', () => {
  test('A galley is a layout of the PDF alone', () => {
    const report = sampleReport();
    const render = (format: 'pdf' | 'html') => {
      const choices = { format, options: { ...defaultReportChoices.options, layout: 'galley' as const } };
      return renderFormat(report, { draft: openSample().draft, choices, fonts });
    };
    expect(render('pdf')).toBe(html);
    expect(render('html')).not.toContain('class="galley');
  });

  test('For lawyers, each page says so', () => {
    const report = sampleReport();
    const galley = renderGalley({ ...report, options: { ...report.options, reader: 'legal' } }, fonts);
    expect(galley).toContain('<title>Confidential: for legal review – Harbour tram');
    expect(galley.match(/<p class="reader-line">Confidential: for legal review</g)).toHaveLength(2);
    expect(html).not.toContain('legal review');
  });

  test('Its title, which each page repeats, names the article and the draft', () => {
    expect(html).toContain('<title>Harbour tram to open in March, two years late – draft 1</title>');
  });

  test('It has no evidence and no sources, and every anchor exists once', () => {
    expect(words(html)).not.toContain('Supports:');
    const ids = attributes(html, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    const anchors = attributes(html, 'href').filter((href) => href.startsWith('#'));
    expect(anchors.length).toBeGreaterThan(0);
    for (const anchor of anchors) expect(ids).toContain(anchor.slice(1));
    for (const tag of ['script', 'img', 'form', 'input', 'fieldset']) expect(tags(html)).not.toContain(tag);
  });

  test('Each claim has its number in the margin, once, by verdict', () => {
    const refs = Array.from(html.matchAll(/<a class="ref (\w+)[^>]*data-look="(\S) (\d+)"/g), (match) =>
      match.slice(1).join(' '),
    );
    expect(refs).toHaveLength(14);
    expect(refs).toContain('disputed ✗ 4');
    expect(new Set(refs).size).toBe(14);
  });

  test('No number stands between the words of the article', () => {
    const text = readMarkup(html);
    for (const block of sampleReport().blocks.slice(1)) expect(text).toContain(block.text);
  });

  test('A long address may break, so that no table reaches into the notes, and is read whole', () => {
    const address = `https://tram.example/${'timetable/'.repeat(12)}`;
    const run: ReportRun = { text: searched(`See ${address} (2026)`), marks: [], claims: [] };
    const rendered = createMarginRenderer(new Map())(run).toString();
    expect(Math.max(...rendered.split(/<wbr>|\s/).map(({ length }) => length))).toBeLessThan(25);
    expect(readMarkup(rendered)).toContain(run.text);
  });

  test('Claims without a place are listed, and sources are not', () => {
    const { review, draft } = createNextDraft(openSample(), { cut: [3], waiting: [4] });
    const next = renderGalley(buildReport(review, draft, options, context), fonts);
    expect(attributes(next, 'id')).toEqual(expect.arrayContaining(['c12', 'cut-2-1', 'waiting-2-1']));
    expect(attributes(next, 'id').filter((id) => /^s\d/.test(id))).toEqual([]);
  });

  test('A galley of right-to-left text has its margins on the other sides', () => {
    const report = sampleReport();
    const hebrew = report.blocks.map((block) => ({ ...block, text: searched('הנמל נפתח במרץ') }));
    expect(renderGalley({ ...report, blocks: hebrew }, fonts)).toContain('class="galley rtl"');
    expect(html).toContain('class="galley ltr"');
  });

  test('Whatever a claim covers, its words stay as they are, and nothing becomes markup', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const claim = { number: 3, status: 'disputed' as const, begins: true, ends: true, lane: 0 };
        const run: ReportRun = { text: searched(`<b>${text}`), marks: [], claims: [claim] };
        const rendered = createMarginRenderer(new Map())(run).toString();
        const whole = createMarginRenderer(new Map())({ ...run, claims: [] }).toString();
        expect(readMarkup(rendered)).toBe(readMarkup(whole));
        for (const tag of tags(rendered)) expect(['mark', 'a', 'wbr']).toContain(tag);
        expect(attributes(rendered, 'id')).toEqual(['m3']);
      }),
    );
  });
});
