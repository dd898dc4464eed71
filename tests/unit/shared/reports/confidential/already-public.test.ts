import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../../../shared/domain/claim';
import type { Draft } from '../../../../../shared/domain/draft';
import { type ReportFormat, reportFormats } from '../../../../../shared/domain/report-options';
import { outlineOf } from '../../../../../shared/domain/review/outline';
import { goneWords } from '../../../../../shared/domain/review/queue';
import { putEntity, type Review, reviewToData } from '../../../../../shared/domain/review/review';
import { leaksInPages } from '../../../../../shared/reports/confidential/find-leaks';
import { readBack } from '../../../../../shared/reports/extract/extract-text';
import { type MadeReport, makeReport } from '../../../../../shared/reports/make-report';
import { openSample } from '../../reviews';
import { facts, options } from '../hostile-review';
import { nextDraftOf } from '../next-drafts';

interface Opened {
  review: Review;
  draft: Draft;
}

const fonts = { serif: 'AAAA', sans: 'BBBB' };
const name = 'Zelda Quorn';

/** Evidence from the confidential source stands on the third claim alone. */
function seeded(title = name): Opened {
  const opened = openSample();
  for (const source of [...opened.review.sources.values()]) {
    if (!source.confidential) continue;
    putEntity(opened.review, 'sources', {
      ...{ ...source, title, author: 'Quillan Vost', publisher: 'Umbrage holdings' },
      ...{ contact: 'zed@umbrage.example', url: 'https://umbrage.example/leak' },
    });
    for (const evidence of [...opened.review.evidence.values()])
      if (evidence.sourceId === source.id)
        putEntity(opened.review, 'evidence', {
          ...{ ...evidence, locator: 'page 7 of the umbrage folder' },
          ...{ quote: 'We knew about the Umbrage ledger.', note: 'Met at the Vermilion café' },
        });
  }
  return opened;
}

const made = ({ review, draft }: Opened, format: ReportFormat): MadeReport =>
  makeReport({ review: reviewToData(review), draft, choices: { format, options }, facts, fonts });

/** The claim, counted in the sample, with other fields. */
function withClaim(opened: Opened, number: number, fields: (claim: Claim) => Partial<Claim>): Opened {
  const claim = outlineOf(opened.review, opened.draft.id)[number - 1]?.claim;
  if (!claim) throw new Error('the sample has this claim');
  putEntity(opened.review, 'claims', { ...claim, ...fields(claim) });
  return opened;
}

/** What was cut or waits had these words. */
function withWords(opened: Opened, words: string): Opened {
  for (const placement of [...opened.review.placements.values()])
    if (placement.span === null)
      putEntity(opened.review, 'placements', { ...placement, changes: goneWords(words) });
  return opened;
}

const cut = (opened: Opened) => nextDraftOf(opened, { cut: [3] });
const entry = 'entry 1 of “Cut from draft 2”';

describe.each(reportFormats)('a report on a later draft, as %s,', (format) => {
  const field = (words: string, place: string) => (format === 'markdown' ? place : `${words} ${place}`);

  test('tells nothing confidential of claims that were cut or wait for a place', () => {
    for (const unplaced of [{ cut: [3] }, { waiting: [3] }]) {
      const { content, leaks, secrets, confidential } = made(nextDraftOf(seeded(), unplaced), format);
      const decoded = readBack(format, content).map(({ text }) => text);
      for (const text of [content, ...decoded])
        expect(text).not.toMatch(/umbrage|zelda|quorn|quillan|vermilion|zed@/i);
      expect([leaks, confidential]).toEqual([[], 1]);
      expect(secrets.length).toBeGreaterThanOrEqual(8);
    }
  });

  test.each([
    ['note', 'the note on'],
    ['correction', 'the correction of'],
    ['claimant', 'the “stated by” of'],
  ] as const)('is found to tell a name in the %s of a claim that was cut', (key, words) => {
    const opened = cut(withClaim(seeded(), 3, () => ({ [key]: `so says ${name}` })));
    expect(made(opened, format).leaks).toEqual([
      `The title of a confidential source stands in ${field(words, entry)}.`,
    ]);
  });

  test('is found to tell a name that was taken out of the article with the words that were cut', () => {
    for (const [unplaced, place] of [
      [{ cut: [3] }, entry],
      [{ waiting: [3] }, 'entry 1 of “Waiting for a place in draft 2”'],
    ] as const) {
      const opened = withWords(nextDraftOf(seeded(), unplaced), `${name} put the cost at €412 million`);
      expect(made(opened, format).leaks).toEqual([`The title of a confidential source stands in ${place}.`]);
    }
  });

  test('may repeat words that were cut when the article says the name all the same', () => {
    const words = 'Edda Morhaven put the cost at €412 million';
    const opened = withWords(cut(seeded('Edda Morhaven')), words);
    expect(made(opened, format).leaks).toEqual([]);
    const claimant = () => ({ claimant: 'Edda Morhaven' });
    const spoken = withWords(cut(withClaim(seeded('Edda Morhaven'), 3, claimant)), words);
    expect(made(spoken, format).leaks).toEqual([]);
    const unspoken = cut(withClaim(seeded('Edda Morhaven'), 3, claimant));
    expect(made(unspoken, format).leaks).toHaveLength(1);
  });

  test('is found to tell a name that was taken out of a claim since it was judged', () => {
    const opened = withClaim(seeded(), 3, ({ judged }) => ({
      judged: judged && {
        ...judged,
        words: `${name} cost €412 million`,
        sentence: judged.sentence.replace(judged.words, `${name} cost €412 million`),
      },
    }));
    expect(made(opened, format).leaks).toContain(
      `The title of a confidential source stands in ${field('what changed in', 'claim 3')}.`,
    );
    const { leaks } = made(nextDraftOf(opened, { cut: [3] }), format);
    expect(leaks.join()).not.toContain('claim 3');
  });

  test('may tell what changed when the paragraph says the name all the same', () => {
    const opened = seeded('Edda Morhaven');
    const claims = outlineOf(opened.review, opened.draft.id);
    const number = claims.find(({ claim }) => claim.claimant === 'Edda Morhaven')?.number ?? 0;
    const then =
      'As Edda Morhaven said: each month of it cost the authority €3.1 million in standing charges';
    const told = withClaim(opened, number, () => ({
      verdict: 'verified',
      judged: {
        ...{ verdict: 'verified', draftId: opened.draft.id, by: 'Ada', at: facts.at },
        ...{ words: then, sentence: then },
      },
    }));
    const { content, leaks } = made(told, format);
    expect(readBack(format, content).some(({ text }) => text.includes('As Edda Morhaven'))).toBe(true);
    expect(leaks).toEqual([]);
  });

  test('names the entry that tells something', () => {
    const opened = nextDraftOf(
      withClaim(seeded(), 4, () => ({ note: name })),
      { cut: [3, 4, 6] },
    );
    // By their words: "a third more", "cost", "found a seawall".
    expect(made(opened, format).leaks).toEqual([
      `The title of a confidential source stands in ${field('the note on', entry)}.`,
    ]);
    const other = nextDraftOf(
      withClaim(seeded(), 3, () => ({ note: name })),
      { cut: [3, 4] },
    );
    const second = entry.replace('1', '2');
    expect(made(other, format).leaks).toEqual([
      `The title of a confidential source stands in ${field('the note on', second)}.`,
    ]);
  });
});

test('a printed report is searched for what was cut as well', () => {
  const { content, secrets } = made(cut(seeded()), 'pdf');
  const pages = readBack('pdf', content).flatMap(({ text, shown }) => (shown ? text : []));
  expect(leaksInPages(pages, [], secrets)).toEqual([]);
  expect(leaksInPages([...pages, name], [], secrets)).toHaveLength(1);
});
