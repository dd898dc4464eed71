import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockSpan, type Draft } from '../../../../../shared/domain/draft/draft';
import { defaultReportChoices } from '../../../../../shared/domain/report-options';
import { listPlacedClaims } from '../../../../../shared/domain/review/placed-claims';
import { putEntity, type Review } from '../../../../../shared/domain/review/review';
import { buildReport } from '../../../../../shared/reports/model/build-report';
import { buildReportBlocks } from '../../../../../shared/reports/model/report-blocks';
import type { Report } from '../../../../../shared/reports/model/report-model';
import { describeSelection } from '../../../../../shared/reports/wording/describe-report';
import { compareSpans } from '../../../../../shared/text/span';
import { splitIntoSegments } from '../../../../../shared/text/split-into-segments';
import { applyActions, createEditContext, openSample, randomActions } from '../../reviews';

const { options } = defaultReportChoices;
const context = { at: '2026-11-21T11:04:00.000Z', by: null, timeZone: 'Europe/Vienna' };
const report = (review: Review, draft: Draft, notes = true, by: string | null = null): Report =>
  buildReport(review, draft, { ...options, notes }, { ...context, by });

function sample(): Report {
  const { review, draft } = openSample();
  return report(review, draft);
}

describe('A report', () => {
  test('A report says what was checked and counts the claims by status', () => {
    expect(sample()).toMatchObject({
      title: 'Harbour tram to open in March, two years late',
      byline: 'By the city desk',
      publishedAt: '2026-11-20',
      language: 'en-GB',
      draftNumber: 1,
      checkPeriod: { first: '2026-11-21T10:52:00.000Z', last: '2026-11-21T10:52:00.000Z' },
      madeAt: context.at,
      opensWithTitle: true,
      checkedBy: ['Ada'],
      counts: { verified: 6, disputed: 2, unverifiable: 1, recheck: 0, unchecked: 5, total: 14, open: 5 },
    });
  });

  test('A report lists the claims in reading order with their details', () => {
    const [, , third, fourth] = sample().claims;
    expect(third).toMatchObject({ number: 3, words: 'cost €412 million', status: 'verified', recheck: [] });
    expect(fourth).toMatchObject({
      verdict: 'disputed',
      note: '412 against 340 is 21 %, not a third.',
      correction: 'a fifth more than planned',
      judged: { by: 'Ada', at: '2026-11-21T10:52:00.000Z' },
    });
    expect(fourth?.evidence.map(({ stance }) => stance)).toEqual(['refutes', 'context']);
    expect(fourth?.evidence[0]).toMatchObject({ quote: 'budget ceiling: €340 million', locator: 'p. 3' });
  });

  test('A report names no confidential source among the unreliable ones of a claim', () => {
    const { review, draft } = openSample();
    const evidence = Array.from(review.evidence.values()).find(
      ({ claimId }) => review.claims.get(claimId)?.judged,
    );
    const source = evidence && review.sources.get(evidence.sourceId);
    if (!evidence || !source) throw new Error('the sample has no judged claim with a source');
    putEntity(review, 'sources', { ...source, standing: 'withdrawn' });
    putEntity(review, 'sources', { ...source, id: 'hidden', confidential: true, standing: 'withdrawn' });
    putEntity(review, 'evidence', { ...evidence, id: 'hidden-evidence', sourceId: 'hidden' });
    const unreliable = report(review, draft).claims.flatMap(({ unreliableSources }) => unreliableSources);
    expect(unreliable.length).toBeGreaterThan(0);
    expect(unreliable.filter(({ confidential }) => confidential)).toEqual([]);
  });

  test('A report numbers the sources in the order of their first use and leaves out unused ones', () => {
    const { review, draft } = openSample();
    const [source] = review.sources.values();
    if (source) review.sources.set('unused', { ...source, id: 'unused' });
    const { sources, claims, counts } = report(review, draft);
    const used = claims.flatMap(({ evidence }) => evidence.map((item) => item.source.number));
    expect([...new Set(used)]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sources.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(counts).toMatchObject({ sources: 6, primary: 4 });
  });

  test('A report reveals nothing about a confidential source but that it exists', () => {
    const { review, draft } = openSample();
    const confidentialText = 'SECRET';
    for (const source of review.sources.values()) {
      if (!source.confidential) continue;
      const fields = {
        title: confidentialText,
        author: confidentialText,
        publisher: confidentialText,
        contact: confidentialText,
        publishedAt: '1911',
      };
      const urls = {
        url: `https://${confidentialText}.example/`,
        archiveUrl: `https://${confidentialText}.example/a`,
      };
      review.sources.set(source.id, { ...source, ...fields, ...urls, accessedAt: '1911' });
      for (const evidence of review.evidence.values())
        if (evidence.sourceId === source.id)
          review.evidence.set(evidence.id, {
            ...evidence,
            quote: confidentialText,
            locator: confidentialText,
            note: confidentialText,
          });
    }
    const built = report(review, draft);
    expect(JSON.stringify(built)).not.toContain(confidentialText);
    expect(built.sources[3]).toEqual({ number: 4, confidential: true });
    expect(built.claims[2]?.evidence[1]).toEqual({
      stance: 'context',
      source: { number: 4, confidential: true },
      locator: null,
      quote: null,
      note: null,
    });
  });

  test('A report leaves the notes out if they were not chosen', () => {
    const { review, draft } = openSample();
    for (const evidence of review.evidence.values())
      review.evidence.set(evidence.id, { ...evidence, note: 'a note' });
    const notes = (built: Report) =>
      built.claims
        .flatMap(({ note, evidence }) => [note, ...evidence.map((item) => item.note)])
        .filter((note) => note !== null);
    expect(notes(report(review, draft)).length).toBeGreaterThan(5);
    expect(notes(report(review, draft, false))).toEqual([]);
  });

  test('A report names the reviewers of the verdicts, else the current reviewer, else nobody', () => {
    const { review, draft } = openSample();
    for (const [at, claim] of [...review.claims.values()].entries())
      if (claim.judged)
        review.claims.set(claim.id, {
          ...claim,
          judged: { ...claim.judged, by: [null, 'Ada', 'Bo'][at % 3] ?? null },
        });
    expect(report(review, draft, true, 'Cy').checkedBy).toEqual(['Ada', 'Bo']);
    for (const claim of review.claims.values())
      review.claims.set(claim.id, { ...claim, verdict: 'unchecked', judged: null });
    expect(report(review, draft, true, 'Cy').checkedBy).toEqual(['Cy']);
    expect(report(review, draft).checkedBy).toEqual([]);
  });

  test('A report gives the times of the first and last verdict, or none without a verdict', () => {
    const { review, draft } = openSample();
    const days = ['2026-03-05T10:00:00.000Z', '2026-03-03T10:00:00.000Z', '2026-03-04T10:00:00.000Z'];
    for (const [at, claim] of [...review.claims.values()].filter(({ judged }) => judged).entries())
      if (claim.judged)
        review.claims.set(claim.id, { ...claim, judged: { ...claim.judged, at: days[at % 3] ?? '' } });
    expect(report(review, draft).checkPeriod).toEqual({ first: days[1], last: days[0] });
    for (const claim of review.claims.values())
      review.claims.set(claim.id, { ...claim, verdict: 'unchecked', judged: null });
    expect(report(review, draft).checkPeriod).toBeNull();
  });

  test('A report keeps the verdict of a claim that is to be re-checked, and says why it is', () => {
    const { review, draft } = openSample();
    const text = draft.text.replace('€412 million', '€421 million');
    const next = { ...draft, text, blocks: draft.blocks.map((block) => ({ ...block })) };
    const built = report(review, next);
    expect(built.claims[2]).toMatchObject({ status: 'recheck', verdict: 'verified', recheck: ['words'] });
    expect(built.claims[3]).toMatchObject({ status: 'recheck', verdict: 'disputed', recheck: ['sentence'] });
    expect(built.counts).toMatchObject({ recheck: 2, open: 7 });
  });

  test('A report says that a source became unreliable, unless the source is confidential', () => {
    const { review, draft } = openSample();
    const reasonsWith = (confidential: boolean) => {
      for (const source of [...review.sources.values()])
        putEntity(review, 'sources', { ...source, confidential, standing: 'withdrawn' });
      return report(review, draft).claims.flatMap(({ status, recheck, verdict, evidence }) =>
        verdict !== 'unchecked' && evidence.length > 0 ? [[status, ...recheck]] : [],
      );
    };
    const open = reasonsWith(false);
    expect(open.length).toBeGreaterThan(0);
    expect(new Set(open.flat())).toEqual(new Set(['recheck', 'source']));
    const hidden = reasonsWith(true);
    expect(hidden).toEqual(open.map(() => ['recheck']));
  });

  test('The runs of a report hold the whole text, and each claim begins and ends once in them', () => {
    fc.assert(
      fc.property(fc.array(randomActions, { maxLength: 15 }), (wanted) => {
        const { review, draft } = openSample();
        applyActions(review, draft, wanted, createEditContext('n'));
        const { blocks, claims } = report(review, draft);
        expect(blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n\n')).toBe(draft.text);
        const runs = blocks.flatMap((block) => block.runs);
        for (const { number, span } of listPlacedClaims(review, draft.id)) {
          const over = runs.flatMap((run) => run.claims.filter((claim) => claim.number === number));
          const inBlocks = draft.blocks.filter((block) => block.start < span.end && span.start < block.end);
          const words = runs.filter((run) => run.claims.some((claim) => claim.number === number));
          expect(words.map(({ text }) => text).join('')).toBe(
            inBlocks
              .map((block) =>
                draft.text.slice(Math.max(block.start, span.start), Math.min(block.end, span.end)),
              )
              .join(''),
          );
          expect(new Set(over.map(({ lane }) => lane)).size).toBeLessThanOrEqual(1);
          const beginsInBlock = inBlocks.some((block) => block.start <= span.start && span.start < block.end);
          const endsInBlock = inBlocks.some((block) => block.start < span.end && span.end <= block.end);
          expect(over.filter(({ begins }) => begins)).toHaveLength(beginsInBlock ? 1 : 0);
          expect(over.filter(({ ends }) => ends)).toHaveLength(endsInBlock ? 1 : 0);
        }
        for (const run of runs) {
          const lanes = run.claims.map(({ lane }) => lane);
          expect(new Set(lanes).size).toBe(lanes.length);
        }
        expect(claims.map(({ number }) => number)).toEqual(claims.map((_, at) => at + 1));
      }),
    );
  });

  test('A report does not depend on the order of rows in the review', () => {
    const { review, draft } = openSample();
    const before = report(review, draft);
    for (const source of [...review.sources.values()].toReversed()) {
      review.sources.delete(source.id);
      review.sources.set(source.id, source);
    }
    for (const referring of review.referrers.values()) {
      const backwards = [...referring].toReversed();
      referring.clear();
      for (const key of backwards) referring.add(key);
    }
    expect(report(review, draft)).toEqual(before);
  });

  test('A report shows the chosen claims with the numbers and counts of the whole check', () => {
    const { review, draft } = openSample();
    const whole = report(review, draft);
    const chosen = { ...options, standings: ['unverifiable', 'disputed'] as const };
    const some = buildReport(review, draft, { ...chosen, standings: [...chosen.standings] }, context);
    expect(some.claims.map(({ number }) => number)).toEqual([4, 6, 13]);
    expect(some.options.standings).toEqual(['disputed', 'unverifiable']);
    expect([some.counts, some.checkPeriod, some.checkedBy]).toEqual([
      whole.counts,
      whole.checkPeriod,
      whole.checkedBy,
    ]);
    expect(some.sources.map(({ number }) => number)).toEqual([1, 2, 3]);
    const marked = some.blocks.flatMap(({ runs }) => runs.flatMap((run) => run.claims));
    expect(new Set(marked.map(({ number }) => number))).toEqual(new Set([4, 6, 13]));
    expect(describeSelection(some)).toBe('Shows 3 of 14 claims: disputed and can’t verify');
    expect(describeSelection(whole)).toBe('Shows all 14 claims');
  });

  test('A report says which source another one repeats, unless that source is confidential', () => {
    const { review, draft } = openSample();
    const byTitle = (part: string) => [...review.sources.values()].find(({ title }) => title.includes(part));
    const [account, decision, person] = ['Final account', 'Decision', 'A person'].map(byTitle);
    if (!account || !decision || !person) throw new Error('the sample has these sources');
    const derived = (from: string | null) => {
      review.sources.set(account.id, { ...account, derivedFrom: from });
      const source = report(review, draft).sources[2];
      return source?.confidential === false ? source.derivedFrom : undefined;
    };
    expect(derived(decision.id)).toEqual({ title: 'Decision 2019/44', number: 2 });
    expect(derived(person.id)).toBeNull();
    review.sources.set('other', { ...decision, id: 'other', title: 'Unused' });
    expect(derived('other')).toEqual({ title: 'Unused', number: null });
  });

  test('A report lists the files of its sources', () => {
    const { review, draft } = openSample();
    for (const { id } of [...review.sources.values()])
      putEntity(review, 'attachments', {
        ...{ id: `f-${id}`, sourceId: id, sha256: 'ab'.repeat(32), name: 'a.pdf', bytes: 12_345 },
        ...{ mime: 'application/pdf', addedAt: context.at },
      });
    for (const source of report(review, draft).sources)
      if (source.confidential) expect(source).toEqual({ number: 4, confidential: true });
      else expect(source.attachments).toEqual([{ name: 'a.pdf', bytes: 12_345, sha256: 'ab'.repeat(32) }]);
  });

  test('Blocks are split as if each were split by all claims and marks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 900 })), { maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 900 })), { maxLength: 10 }),
        (claimOffsets, set) => {
          const { draft } = openSample();
          const spanAt = ([a, b]: [number, number]) => {
            const start = a % (draft.text.length - 1);
            return { start, end: Math.min(draft.text.length, start + 1 + b) };
          };
          const claims = claimOffsets
            .map(spanAt)
            .sort(compareSpans)
            .map((span, at) => ({ number: at + 1, status: 'verified' as const, span }));
          const marks = set.map((pair) => ({
            ...{ kind: 'bold' as const, href: null, target: null },
            ...spanAt(pair),
          }));
          const covers = [...claims, ...marks.map(({ start, end }) => ({ span: { start, end } }))];
          for (const [at, { runs }] of buildReportBlocks({ ...draft, marks }, claims).entries()) {
            const block = draft.blocks[at];
            if (!block) throw new Error('each block of the draft is in the report');
            const expected = splitIntoSegments(blockSpan(block), covers).map((segment) => ({
              text: draft.text.slice(segment.start, segment.end),
              claims: segment.covers.flatMap((cover) => ('number' in cover ? cover.number : [])),
              bold: segment.covers.filter((cover) => !('number' in cover)).length,
            }));
            const built = runs.map((run) => ({
              text: run.text,
              claims: run.claims.map(({ number }) => number),
              bold: run.marks.length,
            }));
            expect(built).toEqual(expected);
          }
        },
      ),
    );
  });
});
