import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCorrectedDraft } from '#main/core/drafts/create-corrected-draft.ts';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { createWordPlan, renderWordPlan } from '#main/worker/reports/word/render-word-plan.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { getDurableId, parseCommentHeading } from '#shared/domain/base/word-comments.ts';
import { putEntity, type Review } from '#shared/domain/review/review.ts';
import type { ReportReader } from '#shared/domain/settings/report-options.ts';
import { type PlanLine, type WordBase, wordPlanSchema } from '#shared/reports/word/word-plan.ts';
import { choose } from '#tests/unit/effort.ts';
import {
  applyActions,
  applyOrThrow,
  createEditContext,
  openSample,
  randomActions,
} from '#tests/unit/shared/reviews.ts';
import { openContradiction } from '../contradiction.ts';
import { fillSample, options, reportContext } from '../hostile-review.ts';
import { hostileStrings } from '../hostile-strings.ts';

interface Opened {
  review: Review;
  draft: Draft;
}

const wordOptions = (word: Partial<typeof options.word> = {}) => ({
  ...options,
  word: { ...options.word, ...word },
});

function plan(
  { review, draft }: Opened,
  word: Partial<typeof options.word> = {},
  base?: WordBase,
  reader: ReportReader = 'editor',
) {
  const chosen = { ...wordOptions(word), reader };
  const report = buildReport(review, draft, chosen, { ...reportContext, by: 'Ada' });
  return createWordPlan(report, { draft, options: chosen, base });
}

const getText = (line: PlanLine) => line.map(({ text }) => text).join('');

/** The file of which a draft was read, as one text element. */
function createBase(draft: Draft, comments: WordBase['comments'] = new Map()): WordBase {
  const segments = [{ part: 0, element: 0, offset: 0, length: draft.text.length }];
  return { draft, map: { file: 'a'.repeat(64), parts: ['word/document.xml'], segments }, comments };
}

describe('the comments of a Word report', () => {
  test('are on the words of each claim, and say first how it stands', () => {
    const opened = openSample();
    const { comments, base } = plan(opened);
    expect(base.kind).toBe('clean');
    expect(comments).toHaveLength(14);
    const fourth = comments[3];
    expect(opened.draft.text.slice(fourth?.span?.start, fourth?.span?.end)).toBe('a third more than planned');
    expect(fourth).toMatchObject({
      claim: 4,
      author: 'Ada',
      initials: 'A',
      at: '2026-11-21T10:52:00Z',
      repliesTo: null,
    });
    expect(fourth?.lines.map(getText)).toEqual([
      'Disputed · claim 4',
      '412 against 340 is 21 %, not a third.',
      'Change to “a fifth more than planned”.',
      expect.stringMatching(/^Refutes: .*, p\. 3: “budget ceiling: €340 million”\.$/),
      expect.stringMatching(/^Context: .*, p\. 14, table 3\.$/),
      expect.stringMatching(/^Judged by Ada, /),
    ]);
    expect(fourth?.lines[0]?.[0]?.isBold).toBe(true);
    expect(fourth?.lines.flat().map(({ href }) => href)).toContain(
      'https://council.kelderhaven.example/decisions/2019-44',
    );
  });

  test('are recognised by their headings and by the ids of their claims', () => {
    const { review, draft } = openSample();
    const ids = new Set(Array.from(review.claims.keys(), getDurableId));
    for (const { lines, claim, durableId } of plan({ review, draft }).comments) {
      expect(parseCommentHeading(getText(lines[0] ?? []))?.number).toBe(claim);
      expect(ids.has(durableId)).toBe(true);
    }
  });

  test('without a source say so, and with an address that may not be opened have no link', () => {
    const { review, draft } = openSample();
    for (const source of [...review.sources.values()])
      putEntity(review, 'sources', { ...source, url: 'javascript:alert(1)', archiveUrl: null });
    const { comments } = plan({ review, draft });
    expect(comments[4]?.lines.map(getText)).toContain('No source.');
    expect(comments.flatMap(({ lines }) => lines.flat()).every(({ href }) => href === null)).toBe(true);
  });

  test('of claims without a place quote the former words, and have no span', () => {
    const { review, draft } = openSample();
    const [placement] = review.placements.values();
    if (placement)
      putEntity(review, 'placements', { ...placement, span: null, status: 'lost', resolved: false });
    const last = plan({ review, draft }).comments.at(-1);
    expect(last).toMatchObject({ claim: null, span: null });
    expect(last?.lines.slice(0, 3).map(getText)).toEqual([
      expect.stringMatching(/ · claim without a place$/),
      'Waiting for a place in draft 1.',
      expect.stringMatching(/^“.*”$/),
    ]);
  });

  test('reply to the comments of the file that made their claims', () => {
    const { review, draft } = openSample();
    const [id = ''] = review.claims.keys();
    const comment = { by: 'Ann', at: null, text: 'Sure?' };
    const { comments } = plan({ review, draft }, {}, createBase(draft, new Map([[id, comment]])));
    expect(comments.find(({ durableId }) => durableId === getDurableId(id))?.repliesTo).toEqual(comment);
    expect(comments.filter(({ repliesTo }) => repliesTo)).toHaveLength(1);
  });

  test('have no note that repeats the comment to which they reply', () => {
    const { review, draft } = openSample();
    const [id = ''] = review.claims.keys();
    const claim = review.claims.get(id);
    const comment = { by: 'Ann', at: null, text: 'Sure?\nI doubt it.' };
    const listLines = (note: string) => {
      if (claim) putEntity(review, 'claims', { ...claim, note });
      const { comments } = plan({ review, draft }, {}, createBase(draft, new Map([[id, comment]])));
      return comments.find(({ durableId }) => durableId === getDurableId(id))?.lines.map(getText);
    };
    expect(listLines('Ann: Sure?\nI doubt it.')).not.toContain('Ann: Sure?');
    expect(listLines('Ann: Sure?\nI doubt it. (resolved)')).not.toContain('Ann: Sure?');
    expect(listLines('Ann: Sure?\nI doubt it. So do I.')).toContain('Ann: Sure?');
  });
});

describe('the changes of a Word report', () => {
  test('are the corrections, signed as their comments are', () => {
    const { review, draft } = openSample();
    const { comments, changes } = plan({ review, draft });
    expect(changes.map(({ span, text }) => [draft.text.slice(span.start, span.end), text])).toEqual([
      ['third', 'fifth'],
      ['six minutes on weekdays', 'eight minutes on weekdays, and every six at peak hours'],
    ]);
    for (const { comment, author, at } of changes)
      expect(comments[comment ?? -1]).toMatchObject({ author, at });
  });

  test('are those that were applied as well, in the words of the file', () => {
    const { review, draft } = openSample();
    const ids = [...review.claims.keys()];
    const corrected = createCorrectedDraft(review, draft, ids, () => 'c'.repeat(64), createEditContext('n'));
    if (!corrected.ok) throw new Error(corrected.why);
    applyOrThrow(review, corrected.edits);
    const { comments, changes } = plan({ review, draft: corrected.draft }, {}, createBase(draft));
    expect(changes.map(({ span, text }) => [draft.text.slice(span.start, span.end), text])).toEqual([
      ['third', 'fifth'],
      ['six minutes on weekdays', 'eight minutes on weekdays, and every six at peak hours'],
    ]);
    const fourth = comments[3];
    expect(draft.text.slice(fourth?.span?.start, fourth?.span?.end)).toBe('a third more than planned');
    expect(changes[0]).toMatchObject({ comment: 3, at: fourth?.at });
    expect(changes[0]?.lineIfNotTracked.map(({ text }) => text).join('')).toBe(
      'Change to “fifth”. Not tracked: the file does not allow it there.',
    );
  });
});

describe('the plan of a Word report', () => {
  test('has open queries in the appendix of a document of our own, and none in the author’s file', () => {
    const opened = openContradiction();
    const listLines = (base?: WordBase, reader?: ReportReader) =>
      plan(opened, { appendix: true }, base, reader).appendix.map((block) =>
        block.kind === 'paragraph' ? getText(block.line) : block.kind === 'heading' ? block.text : 'table',
      );
    const lines = listLines();
    expect(lines).toContain('33% of 3 sentences read, 2 not looked at · 1 open query');
    expect(lines.slice(lines.indexOf('Open queries'), lines.indexOf('Not looked at'))).toEqual([
      'Open queries',
      '1 open query.',
      expect.stringMatching(/^Two figures for one thing\. “12,400 tonnes” and “124,000 tonnes” seem/),
      '“12,400 tonnes” (paragraph 1)',
      '“124,000 tonnes” (paragraph 2)',
    ]);
    expect(listLines(createBase(opened.draft)).join()).not.toMatch(/quer/);
    expect(listLines(createBase(opened.draft), 'legal')).toContain('Open queries');
    expect(listLines(undefined, 'public').join()).not.toMatch(/quer/);
  });

  test('has an appendix and footnotes when they were chosen, and the line for lawyers', () => {
    const opened = openSample();
    expect(plan(opened)).toMatchObject({ annotations: 'comments', appendix: [], pageLine: null });
    const { appendix, annotations, pageLine } = plan(
      opened,
      { appendix: true, annotations: 'footnotes' },
      undefined,
      'legal',
    );
    expect(annotations).toBe('footnotes');
    expect(pageLine).toBe('Confidential: for legal review');
    const table = appendix.find(({ kind }) => kind === 'table');
    expect(table?.kind === 'table' && table.rows.length).toBe(15);
    expect(table?.kind === 'table' && table.rows.every((row) => row.length === 4)).toBe(true);
    expect(appendix).toContainEqual({ kind: 'heading', text: 'Sources' });
  });

  test('for the public names no reviewer, also not in the properties of the document', () => {
    const { review, draft } = openSample();
    for (const claim of [...review.claims.values()])
      putEntity(review, 'claims', {
        ...claim,
        judged: claim.judged && { ...claim.judged, by: 'Zelda Quorn' },
      });
    const chosen = { ...wordOptions({ appendix: true }), reader: 'public' as const };
    const report = buildReport(review, draft, chosen, { ...reportContext, by: 'Zelda Quorn' });
    const content = renderWordPlan(report, { draft, options: chosen, base: undefined });
    expect(content).not.toContain('Quorn');
    expect(content).toContain('"author":"Reviewer"');
  });

  test('is valid with any text, and has no line break within a run', () => {
    for (const text of hostileStrings) {
      const opened = fillSample(text);
      const report = buildReport(opened.review, opened.draft, wordOptions({ appendix: true }), reportContext);
      const content = renderWordPlan(report, {
        draft: opened.draft,
        options: wordOptions({ appendix: true }),
        base: undefined,
      });
      const { comments, changes } = wordPlanSchema.parse(JSON.parse(content));
      for (const run of comments.flatMap(({ lines }) => lines.flat())) expect(run.text).not.toMatch(/[\n\r]/);
      for (const change of changes) expect(change.text).not.toContain('\r');
    }
  });

  test('has a comment for each claim that is shown, and changes in order, after any edits', () => {
    fc.assert(
      fc.property(fc.array(randomActions, { maxLength: 10 }), (wishes) => {
        const { review, draft } = openSample();
        applyActions(review, draft, wishes, createEditContext('n'));
        const { comments, changes } = plan({ review, draft }, {}, createBase(draft));
        expect(comments).toHaveLength(review.claims.size);
        for (const { span } of comments) expect((span?.end ?? 0) <= draft.text.length).toBe(true);
        for (const [index, { span }] of changes.entries())
          expect(span.start).toBeGreaterThanOrEqual(changes[index - 1]?.span.end ?? 0);
      }),
      { numRuns: choose(10, 40) },
    );
  });
});
