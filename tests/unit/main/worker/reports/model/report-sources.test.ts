import { describe, expect, test } from 'vitest';
import { putEntity } from '#shared/domain/review/review.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { reportContext } from '../hostile-review.ts';
import { buildTestReport } from './build-test-report.ts';

describe('The sources of a report', () => {
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
    const unreliable = buildTestReport(review, draft).claims.flatMap(
      ({ unreliableSources }) => unreliableSources,
    );
    expect(unreliable.length).toBeGreaterThan(0);
    expect(unreliable.filter(({ confidential }) => confidential)).toEqual([]);
  });

  test('A report numbers the sources in the order of their first use and leaves out unused ones', () => {
    const { review, draft } = openSample();
    const [source] = review.sources.values();
    if (source) review.sources.set('unused', { ...source, id: 'unused' });
    const { sources, claims, counts } = buildTestReport(review, draft);
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
    const built = buildTestReport(review, draft);
    expect(JSON.stringify(built)).not.toContain(confidentialText);
    expect(built.sources[3]).toEqual({ number: 4, confidential: true });
    expect(built.claims[2]?.evidence[1]).toEqual({
      stance: 'context',
      stanceChosen: true,
      source: { number: 4, confidential: true },
      locator: null,
      quote: null,
      note: null,
    });
  });

  test('A report says that a source became unreliable, unless the source is confidential', () => {
    const { review, draft } = openSample();
    const reasonsWith = (confidential: boolean) => {
      for (const source of [...review.sources.values()])
        putEntity(review, 'sources', { ...source, confidential, standing: 'withdrawn' });
      return buildTestReport(review, draft).claims.flatMap(({ status, recheck, verdict, evidence }) =>
        verdict !== 'unchecked' && evidence.length > 0 ? [[status, ...recheck]] : [],
      );
    };
    const open = reasonsWith(false);
    expect(open.length).toBeGreaterThan(0);
    expect(new Set(open.flat())).toEqual(new Set(['recheck', 'source']));
    const hidden = reasonsWith(true);
    expect(hidden).toEqual(open.map(() => ['recheck']));
  });

  test('A report says which source another one repeats, unless that source is confidential', () => {
    const { review, draft } = openSample();
    const byTitle = (part: string) => [...review.sources.values()].find(({ title }) => title.includes(part));
    const [account, decision, person] = ['Final account', 'Decision', 'A person'].map(byTitle);
    if (!account || !decision || !person) throw new Error('the sample has these sources');
    const derived = (from: string | null) => {
      review.sources.set(account.id, { ...account, derivedFrom: from });
      const source = buildTestReport(review, draft).sources[2];
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
        id: `f-${id}`,
        sourceId: id,
        sha256: 'ab'.repeat(32),
        name: 'a.pdf',
        bytes: 12_345,
        mime: 'application/pdf',
        addedAt: reportContext.at,
      });
    for (const source of buildTestReport(review, draft).sources)
      if (source.confidential) expect(source).toEqual({ number: 4, confidential: true });
      else expect(source.attachments).toEqual([{ name: 'a.pdf', bytes: 12_345, sha256: 'ab'.repeat(32) }]);
  });
});
