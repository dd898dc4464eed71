import { describe, expect, test } from 'vitest';
import type { Claim } from '#shared/domain/base/claim.ts';
import { listPlacedClaims, recordFormerWords } from '#shared/domain/review/placed-claims.ts';
import { putEntity } from '#shared/domain/review/review.ts';
import { collectConfidentialTerms } from '#shared/reports/confidential/terms/confidential-terms.ts';
import { formatsWithNotes } from '#tests/unit/main/worker/reports/format-traits.ts';
import { reportContext } from '#tests/unit/main/worker/reports/hostile-review.ts';
import { createNextDraft } from '#tests/unit/main/worker/reports/next-draft.ts';
import { readText } from '#tests/unit/main/worker/reports/read-text.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { makeReportAs, type Opened } from '../confidential-review.ts';

const name = 'Zelda Quorn';

/** Opens the sample with these fields of the confidential source. Only the third claim has evidence from it. */
function openWithConfidential(title = name): Opened {
  const opened = openSample();
  for (const source of [...opened.review.sources.values()]) {
    if (!source.confidential) continue;
    putEntity(opened.review, 'sources', {
      ...source,
      title,
      author: 'Quillan Vost',
      publisher: 'Umbrage holdings',
      contact: 'zed@umbrage.example',
      url: 'https://umbrage.example/leak',
    });
    for (const evidence of [...opened.review.evidence.values()])
      if (evidence.sourceId === source.id)
        putEntity(opened.review, 'evidence', {
          ...evidence,
          locator: 'page 7 of the umbrage folder',
          quote: 'We knew about the Umbrage ledger.',
          note: 'Met at the Vermilion café',
        });
  }
  return opened;
}

/** Changes fields of the claim with this number. */
function editClaim(opened: Opened, number: number, fields: (claim: Claim) => Partial<Claim>): Opened {
  const claim = listPlacedClaims(opened.review, opened.draft.id)[number - 1]?.claim;
  if (!claim) throw new Error('the sample has this claim');
  putEntity(opened.review, 'claims', { ...claim, ...fields(claim) });
  return opened;
}

/** Sets the former words of all claims without a place. */
function setFormerWords(opened: Opened, words: string): Opened {
  for (const placement of [...opened.review.placements.values()])
    if (placement.span === null)
      putEntity(opened.review, 'placements', { ...placement, changes: recordFormerWords(words) });
  return opened;
}

const retireThird = (opened: Opened) => createNextDraft(opened, { cut: [3] });
const entry = 'entry 1 of “Cut from draft 2”';

describe.each(formatsWithNotes)('A report on a later draft as %s', (format) => {
  const namePart = (field: string, part: string) => `${field} ${part}`;

  test('Claims without a place reveal nothing confidential', () => {
    for (const unplaced of [{ cut: [3] }, { waiting: [3] }]) {
      const opened = createNextDraft(openWithConfidential(), unplaced);
      const { content, leaks, confidentialCount: confidential } = makeReportAs(opened, format);
      const terms = collectConfidentialTerms(opened.review, opened.draft);
      for (const text of [content, readText(format, content)])
        expect(text).not.toMatch(/umbrage|zelda|quorn|quillan|vermilion|zed@/i);
      expect([leaks, confidential]).toEqual([[], 1]);
      expect(terms.length).toBeGreaterThanOrEqual(8);
    }
  });

  test.each([
    ['note', 'the note on'],
    ['correction', 'the correction of'],
    ['claimant', 'the “stated by” of'],
  ] as const)('A confidential name in the %s of a retired claim is a leak', (key, words) => {
    const opened = retireThird(editClaim(openWithConfidential(), 3, () => ({ [key]: `so says ${name}` })));
    expect(makeReportAs(opened, format).leaks).toEqual([
      `The name of a confidential source appears in ${namePart(words, entry)}.`,
    ]);
  });

  test('A confidential name in former words is a leak once the article does not contain it any more', () => {
    for (const [unplaced, place] of [
      [{ cut: [3] }, entry],
      [{ waiting: [3] }, 'entry 1 of “Waiting for a place in draft 2”'],
    ] as const) {
      const opened = setFormerWords(
        createNextDraft(openWithConfidential(), unplaced),
        `${name} put the cost at €412 million`,
      );
      expect(makeReportAs(opened, format).leaks).toEqual([
        `The name of a confidential source appears in ${place}.`,
      ]);
    }
  });

  test('Former words may contain a name that the article still contains', () => {
    const words = 'Edda Morhaven put the cost at €412 million';
    const opened = setFormerWords(retireThird(openWithConfidential('Edda Morhaven')), words);
    expect(makeReportAs(opened, format).leaks).toEqual([]);
    const claimant = () => ({ claimant: 'Edda Morhaven' });
    const withClaimant = setFormerWords(
      retireThird(editClaim(openWithConfidential('Edda Morhaven'), 3, claimant)),
      words,
    );
    expect(makeReportAs(withClaimant, format).leaks).toEqual([]);
    const withoutWords = retireThird(editClaim(openWithConfidential('Edda Morhaven'), 3, claimant));
    expect(makeReportAs(withoutWords, format).leaks).toHaveLength(1);
  });

  test('A confidential name that was removed from a claim since it was judged is a leak', () => {
    const opened = editClaim(openWithConfidential(), 3, ({ judged }) => ({
      judged: judged && {
        ...judged,
        words: `${name} cost €412 million`,
        sentence: judged.sentence.replace(judged.words, `${name} cost €412 million`),
      },
    }));
    expect(makeReportAs(opened, format).leaks).toContain(
      `The name of a confidential source appears in ${namePart('what changed in', 'claim 3')}.`,
    );
    const { leaks } = makeReportAs(createNextDraft(opened, { cut: [3] }), format);
    expect(leaks.join()).not.toContain('claim 3');
  });

  test('Changes may contain a name that the paragraph still contains', () => {
    const opened = openWithConfidential('Edda Morhaven');
    const claims = listPlacedClaims(opened.review, opened.draft.id);
    const number = claims.find(({ claim }) => claim.claimant === 'Edda Morhaven')?.number ?? 0;
    const formerWords =
      'As Edda Morhaven said: each month of it cost the authority €3.1 million in standing charges';
    const edited = editClaim(opened, number, () => ({
      verdict: 'verified',
      judged: {
        verdict: 'verified',
        draftId: opened.draft.id,
        by: 'Ada',
        at: reportContext.at,
        words: formerWords,
        sentence: formerWords,
      },
    }));
    const { content, leaks } = makeReportAs(edited, format);
    expect(readText(format, content)).toContain('As Edda Morhaven');
    expect(leaks).toEqual([]);
  });

  test('A message names the entry that reveals something', () => {
    const opened = createNextDraft(
      editClaim(openWithConfidential(), 4, () => ({ note: name })),
      { cut: [3, 4, 6] },
    );
    // By their words: "a third more", "cost", "found a seawall".
    expect(makeReportAs(opened, format).leaks).toEqual([
      `The name of a confidential source appears in ${namePart('the note on', entry)}.`,
    ]);
    const other = createNextDraft(
      editClaim(openWithConfidential(), 3, () => ({ note: name })),
      { cut: [3, 4] },
    );
    const second = entry.replace('1', '2');
    expect(makeReportAs(other, format).leaks).toEqual([
      `The name of a confidential source appears in ${namePart('the note on', second)}.`,
    ]);
  });
});
