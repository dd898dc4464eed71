import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockSpan, type Draft } from '../../../../../shared/domain/draft';
import { defaultReportChoices } from '../../../../../shared/domain/report-options';
import { outlineOf } from '../../../../../shared/domain/review/outline';
import { putEntity, type Review } from '../../../../../shared/domain/review/review';
import { buildReport } from '../../../../../shared/reports/model/build-report';
import { reportBlocks } from '../../../../../shared/reports/model/report-blocks';
import type { Report } from '../../../../../shared/reports/model/report-model';
import { shownWords } from '../../../../../shared/reports/wording/wording';
import { segments } from '../../../../../shared/text/segments';
import { compareSpans } from '../../../../../shared/text/span';
import { carryOut, countingFacts, openSample, wishes } from '../../reviews';

const { options } = defaultReportChoices;
const facts = { at: '2026-11-21T11:04:00.000Z', by: null, timeZone: 'Europe/Vienna' };
const report = (review: Review, draft: Draft, notes = true, by: string | null = null): Report =>
  buildReport(review, draft, { ...options, notes }, { ...facts, by });

function sample(): Report {
  const { review, draft } = openSample();
  return report(review, draft);
}

describe('a report', () => {
  test('says what was checked, and how it stands', () => {
    expect(sample()).toMatchObject({
      title: 'Harbour tram to open in March, two years late',
      byline: 'By the city desk',
      publishedAt: '2026-11-20',
      language: 'en-GB',
      draftNumber: 1,
      checked: { first: '2026-11-21T10:52:00.000Z', last: '2026-11-21T10:52:00.000Z' },
      madeAt: facts.at,
      opensWithTitle: true,
      checkedBy: ['Ada'],
      counts: { verified: 6, disputed: 2, unverifiable: 1, recheck: 0, unchecked: 5, total: 14, open: 5 },
    });
  });

  test('has the claims in reading order with all that was found', () => {
    const [, , third, fourth] = sample().claims;
    expect(third).toMatchObject({ number: 3, words: 'cost €412 million', standing: 'verified', recheck: [] });
    expect(fourth).toMatchObject({
      verdict: 'disputed',
      note: '412 against 340 is 21 %, not a third.',
      correction: 'a fifth more than planned',
      judged: { by: 'Ada', at: '2026-11-21T10:52:00.000Z' },
    });
    expect(fourth?.evidence.map(({ stance }) => stance)).toEqual(['refutes', 'context']);
    expect(fourth?.evidence[0]).toMatchObject({ quote: 'budget ceiling: €340 million', locator: 'p. 3' });
  });

  test('numbers the sources in the order of their first use, and leaves out those that nothing rests on', () => {
    const { review, draft } = openSample();
    const [source] = review.sources.values();
    if (source) review.sources.set('unused', { ...source, id: 'unused' });
    const { sources, claims, counts } = report(review, draft);
    const used = claims.flatMap(({ evidence }) => evidence.map((tie) => tie.source.number));
    expect([...new Set(used)]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(sources.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(counts).toMatchObject({ sources: 6, primary: 4 });
  });

  test('shows of a confidential source nothing but that it is there', () => {
    const { review, draft } = openSample();
    const secret = 'SECRET';
    for (const source of review.sources.values()) {
      if (!source.confidential) continue;
      const fields = {
        title: secret,
        author: secret,
        publisher: secret,
        contact: secret,
        publishedAt: '1911',
      };
      const urls = { url: `https://${secret}.example/`, archiveUrl: `https://${secret}.example/a` };
      review.sources.set(source.id, { ...source, ...fields, ...urls, accessedAt: '1911' });
      for (const evidence of review.evidence.values())
        if (evidence.sourceId === source.id)
          review.evidence.set(evidence.id, { ...evidence, quote: secret, locator: secret, note: secret });
    }
    const made = report(review, draft);
    expect(JSON.stringify(made)).not.toContain(secret);
    expect(made.sources[3]).toEqual({ number: 4, confidential: true });
    expect(made.claims[2]?.evidence[1]).toEqual({
      stance: 'context',
      source: { number: 4, confidential: true },
      locator: null,
      quote: null,
      note: null,
    });
  });

  test('leaves the notes out when asked to', () => {
    const { review, draft } = openSample();
    for (const evidence of review.evidence.values())
      review.evidence.set(evidence.id, { ...evidence, note: 'a note' });
    const notes = (made: Report) =>
      made.claims
        .flatMap(({ note, evidence }) => [note, ...evidence.map((tie) => tie.note)])
        .filter((note) => note !== null);
    expect(notes(report(review, draft)).length).toBeGreaterThan(5);
    expect(notes(report(review, draft, false))).toEqual([]);
  });

  test('names who judged, else who is asked for it, else nobody', () => {
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

  test('says from when to when verdicts were set; nothing when none was', () => {
    const { review, draft } = openSample();
    const days = ['2026-03-05T10:00:00.000Z', '2026-03-03T10:00:00.000Z', '2026-03-04T10:00:00.000Z'];
    for (const [at, claim] of [...review.claims.values()].filter(({ judged }) => judged).entries())
      if (claim.judged)
        review.claims.set(claim.id, { ...claim, judged: { ...claim.judged, at: days[at % 3] ?? '' } });
    expect(report(review, draft).checked).toEqual({ first: days[1], last: days[0] });
    for (const claim of review.claims.values())
      review.claims.set(claim.id, { ...claim, verdict: 'unchecked', judged: null });
    expect(report(review, draft).checked).toBeNull();
  });

  test('keeps the verdict of a claim that is to be re-checked, and says why', () => {
    const { review, draft } = openSample();
    const text = draft.text.replace('€412 million', '€421 million');
    const next = { ...draft, text, blocks: draft.blocks.map((block) => ({ ...block })) };
    const made = report(review, next);
    expect(made.claims[2]).toMatchObject({ standing: 'recheck', verdict: 'verified', recheck: ['words'] });
    expect(made.claims[3]).toMatchObject({ standing: 'recheck', verdict: 'disputed', recheck: ['sentence'] });
    expect(made.counts).toMatchObject({ recheck: 2, open: 7 });
  });

  test('tells that a source fell, but not of a confidential one', () => {
    const { review, draft } = openSample();
    const reasonsWith = (confidential: boolean) => {
      for (const source of [...review.sources.values()])
        putEntity(review, 'sources', { ...source, confidential, standing: 'withdrawn' });
      return report(review, draft).claims.flatMap(({ standing, recheck, verdict, evidence }) =>
        verdict !== 'unchecked' && evidence.length > 0 ? [[standing, ...recheck]] : [],
      );
    };
    const open = reasonsWith(false);
    expect(open.length).toBeGreaterThan(0);
    expect(new Set(open.flat())).toEqual(new Set(['recheck', 'source']));
    const hidden = reasonsWith(true);
    expect(hidden).toEqual(open.map(() => ['recheck']));
  });

  test('has the whole text in its runs, each claim beginning and ending once, whatever was marked', () => {
    fc.assert(
      fc.property(fc.array(wishes, { maxLength: 15 }), (wanted) => {
        const { review, draft } = openSample();
        carryOut(review, draft, wanted, countingFacts('n'));
        const { blocks, claims } = report(review, draft);
        expect(blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n\n')).toBe(draft.text);
        const runs = blocks.flatMap((block) => block.runs);
        for (const { number, span } of outlineOf(review, draft.id)) {
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

  test('is the same however the review came to be', () => {
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

  test('shows the claims that were chosen, with the numbers and counts of the whole check', () => {
    const { review, draft } = openSample();
    const whole = report(review, draft);
    const chosen = { ...options, standings: ['unverifiable', 'disputed'] as const };
    const some = buildReport(review, draft, { ...chosen, standings: [...chosen.standings] }, facts);
    expect(some.claims.map(({ number }) => number)).toEqual([4, 6, 13]);
    expect(some.options.standings).toEqual(['disputed', 'unverifiable']);
    expect([some.counts, some.checked, some.checkedBy]).toEqual([
      whole.counts,
      whole.checked,
      whole.checkedBy,
    ]);
    expect(some.sources.map(({ number }) => number)).toEqual([1, 2, 3]);
    const marked = some.blocks.flatMap(({ runs }) => runs.flatMap((run) => run.claims));
    expect(new Set(marked.map(({ number }) => number))).toEqual(new Set([4, 6, 13]));
    expect(shownWords(some)).toBe('Shows 3 of 14 claims: disputed and can’t verify');
    expect(shownWords(whole)).toBe('Shows all 14 claims');
  });

  test('says which source another one repeats, and not that it repeats a confidential one', () => {
    const { review, draft } = openSample();
    const byTitle = (part: string) => [...review.sources.values()].find(({ title }) => title.includes(part));
    const [account, decision, secret] = ['Final account', 'Decision', 'A person'].map(byTitle);
    if (!account || !decision || !secret) throw new Error('the sample has these sources');
    const derived = (from: string | null) => {
      review.sources.set(account.id, { ...account, derivedFrom: from });
      const source = report(review, draft).sources[2];
      return source?.confidential === false ? source.derivedFrom : undefined;
    };
    expect(derived(decision.id)).toEqual({ title: 'Decision 2019/44', number: 2 });
    expect(derived(secret.id)).toBeNull();
    review.sources.set('other', { ...decision, id: 'other', title: 'Unused' });
    expect(derived('other')).toEqual({ title: 'Unused', number: null });
  });

  test('has the files of its sources', () => {
    const { review, draft } = openSample();
    for (const { id } of [...review.sources.values()])
      putEntity(review, 'attachments', {
        ...{ id: `f-${id}`, sourceId: id, sha256: 'ab'.repeat(32), name: 'a.pdf', bytes: 12_345 },
        ...{ mime: 'application/pdf', addedAt: facts.at },
      });
    for (const source of report(review, draft).sources)
      if (source.confidential) expect(source).toEqual({ number: 4, confidential: true });
      else expect(source.attachments).toEqual([{ name: 'a.pdf', bytes: 12_345, sha256: 'ab'.repeat(32) }]);
  });

  test('cuts blocks as if each were cut by all claims and marks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 900 })), { maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 900 })), { maxLength: 10 }),
        (held, set) => {
          const { draft } = openSample();
          const spanAt = ([a, b]: [number, number]) => {
            const start = a % (draft.text.length - 1);
            return { start, end: Math.min(draft.text.length, start + 1 + b) };
          };
          const claims = held
            .map(spanAt)
            .sort(compareSpans)
            .map((span, at) => ({ number: at + 1, standing: 'verified' as const, span }));
          const marks = set.map((pair) => ({
            ...{ kind: 'bold' as const, href: null, target: null },
            ...spanAt(pair),
          }));
          const covers = [...claims, ...marks.map(({ start, end }) => ({ span: { start, end } }))];
          for (const [at, { runs }] of reportBlocks({ ...draft, marks }, claims).entries()) {
            const block = draft.blocks[at];
            if (!block) throw new Error('a block for each block');
            const plainly = segments(blockSpan(block), covers).map((piece) => ({
              text: draft.text.slice(piece.start, piece.end),
              claims: piece.covers.flatMap((cover) => ('number' in cover ? cover.number : [])),
              bold: piece.covers.filter((cover) => !('number' in cover)).length,
            }));
            const made = runs.map((run) => ({
              text: run.text,
              claims: run.claims.map(({ number }) => number),
              bold: run.marks.length,
            }));
            expect(made).toEqual(plainly);
          }
        },
      ),
    );
  });
});
