import { describe, expect, test } from 'vitest';
import { buildReport } from '#main/worker/reports/model/build-report.ts';
import { buildClaimLog } from '#main/worker/reports/tables/claim-log.ts';
import type { Cell } from '#main/worker/reports/tables/table.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { putEntity, type Review } from '#shared/domain/review/review.ts';
import type { ReportReader } from '#shared/domain/settings/report-options.ts';
import {
  confidentialFields,
  openWithConfidential,
} from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { openContradiction } from '../contradiction.ts';
import { createDraft, fillSample, openFixture, options, reportContext } from '../hostile-review.ts';
import { hostileStrings } from '../hostile-strings.ts';

function toPlain(cell: Cell) {
  if (cell === null) return null;
  if (cell.kind === 'number') return cell.number;
  if (cell.kind === 'date') return cell.date;
  return cell.kind === 'time' ? cell.at : cell.text;
}

/** The rows of the tables, each as a record by the labels of the columns. */
function readTables(review: Review, draft: Draft, reader: ReportReader = 'editor') {
  const log = buildClaimLog(buildReport(review, draft, { ...options, reader }, reportContext));
  const [claims = [], evidence = [], queries = []] = log.tables.map(({ columns, rows }) =>
    rows.map((row) =>
      Object.fromEntries(columns.map(({ label }, index) => [label, toPlain(row[index] ?? null)])),
    ),
  );
  return { content: JSON.stringify(log), claims, evidence, queries };
}

test('Open queries are a table, with a line for each place', () => {
  const { review, draft } = openContradiction();
  expect(readTables(review, draft).queries).toEqual([
    {
      Query: 'Two figures for one thing',
      Explanation: expect.stringContaining('seem to give one figure'),
      Places: '“12,400 tonnes” (paragraph 1)\n“124,000 tonnes” (paragraph 2)',
    },
  ]);
  expect(readTables(review, draft, 'public').queries).toEqual([]);
});

/** Lets the first claim wait for a place, or retires it. */
function loseFirstClaim(review: Review, resolved = false): string {
  const [claim] = review.claims.values();
  for (const placement of [...review.placements.values()])
    if (placement.claimId === claim?.id)
      putEntity(review, 'placements', { ...placement, span: null, resolved });
  return claim?.id ?? '';
}

describe('the claim log', () => {
  test('has a row for each claim, with its sentence, its verdict and what the verdict rests on', () => {
    const { claims } = readTables(openSample().review, openSample().draft);
    expect(claims).toHaveLength(14);
    expect(claims[0]).toMatchObject({
      Claim: 1,
      Words: 'open on 14 March',
      Verdict: '✓ Verified',
      Status: 'Checked',
      Kind: 'Date',
      Sentence:
        'The harbour tram will open on 14 March, the transport authority said on Thursday, two years behind the date that the council promised when it broke ground.',
      Evidence: 1,
      'Checked by': 'Ada',
      'Checked at (Europe/Vienna)': '2026-11-21T10:52:00.000Z',
      'First source': expect.stringMatching(/^Transport authority\. \(2026, November 19\)/),
    });
    expect(claims.filter((claim) => claim.Evidence === 0).map((claim) => claim['First source'])).toContain(
      'No source.',
    );
  });

  test('has a row for each piece of evidence, in the order of the claims', () => {
    const { claims, evidence } = readTables(openSample().review, openSample().draft);
    const expected = claims.flatMap(({ Claim, Evidence }) =>
      Array.from({ length: Number(Evidence) }, () => Claim),
    );
    expect(evidence.map(({ Claim }) => Claim)).toEqual(expected);
    expect(evidence[0]).toMatchObject({
      Claim: 1,
      Stance: 'Supports',
      Source: 1,
      Kind: 'Web page',
      Published: '2026-11-19',
      'Words of the claim': 'open on 14 March',
      Title: 'Harbour line: opening and timetable',
      Address: 'https://transport.kelderhaven.example/harbour-line/opening',
    });
  });

  test('says of a confidential source that there is one, and its stance', () => {
    const { review, draft } = openWithConfidential();
    const { evidence } = readTables(review, draft);
    const confidential = evidence.filter(({ Citation }) => Citation === 'Confidential source.');
    expect(confidential.length).toBeGreaterThan(0);
    for (const row of confidential) {
      const filled = Object.entries(row).flatMap(([label, value]) => (value === null ? [] : label));
      expect(filled).toEqual(['Claim', 'Words of the claim', 'Stance', 'Source', 'Citation']);
    }
  });

  test('tells lawyers alone of accepted risks, contacts, and which sources are confidential', () => {
    const { review, draft } = openWithConfidential();
    const [claim] = review.claims.values();
    const source = [...review.sources.values()].find(({ confidential }) => !confidential);
    if (!claim?.judged || !source) throw new Error('the sample has a judged claim and a public source');
    putEntity(review, 'claims', { ...claim, judged: { ...claim.judged, despite: [source.id] } });
    const { claims, evidence } = readTables(review, draft, 'legal');
    expect(claims[0]?.['Accepted risks']).toMatch(
      /^The reviewer knew that source \d+ had been withdrawn or found wrong\.$/,
    );
    const confidential = evidence.filter(({ Confidential }) => Confidential === 'Confidential');
    expect(confidential.map(({ Contact }) => Contact)).toEqual([confidentialFields.contact]);
    for (const reader of ['public', 'editor'] as const) {
      const { content, ...tables } = readTables(review, draft, reader);
      expect(content).not.toMatch(/withdrawn or found wrong|umbrage\.example/);
      for (const row of [...tables.claims, ...tables.evidence])
        for (const label of ['Accepted risks', 'Confidential', 'Contact'])
          expect(row).not.toHaveProperty(label);
    }
  });

  test('has the claims without a place, and says where they are', () => {
    const { review, draft } = openSample();
    loseFirstClaim(review);
    const { claims, evidence } = readTables(review, draft);
    expect(claims).toHaveLength(14);
    const where = 'Waiting for a place in draft 1';
    expect(claims.at(-1)).toMatchObject({ Claim: null, Sentence: null, 'Without a place': where });
    expect(evidence.at(-1)).toMatchObject({ Claim: null, 'Without a place': where });
  });

  test('says beside the verdict whether it counts now', () => {
    const { review, draft } = openSample();
    const statuses = (verdict: string) =>
      new Set(
        readTables(review, draft).claims.flatMap((row) =>
          String(row.Verdict).includes(verdict) ? row.Status : [],
        ),
      );
    expect(statuses('Verified')).toEqual(new Set(['Checked']));
    expect(statuses('Unchecked')).toEqual(new Set(['Not checked']));
    loseFirstClaim(review);
    expect(statuses('Verified')).toEqual(new Set(['Checked', '↻ Re-check']));
    loseFirstClaim(review, true);
    expect(statuses('Verified')).toEqual(new Set(['Checked', 'Cut']));
  });

  test('has no column for claims without a place when there are none', () => {
    const { claims, evidence } = readTables(openSample().review, openSample().draft);
    for (const row of [...claims, ...evidence]) expect(row).not.toHaveProperty('Without a place');
  });

  test('keeps the cells of a table row apart', () => {
    const { review, draft } = openSample();
    const table = createDraft(draft, ['ClearSpring Ltd\t1.3\t4.2', 'Brightwater\t2\t3'], 'tableRow');
    const [placement] = review.placements.values();
    review.placements.clear();
    if (placement)
      putEntity(review, 'placements', { ...placement, draftId: table.id, span: { start: 12, end: 19 } });
    const { claims, evidence } = readTables(review, table);
    expect(claims[0]).toMatchObject({ Words: 'Ltd | 1.3', Sentence: 'ClearSpring Ltd | 1.3 | 4.2' });
    expect(evidence[0]).toMatchObject({ 'Words of the claim': 'Ltd | 1.3' });
  });

  test('holds any text, and says nothing that a report does not', () => {
    for (const text of hostileStrings) {
      const { review, draft } = fillSample(text);
      expect(readTables(review, draft).claims).toHaveLength(14);
    }
    const { review, draft } = openFixture('untidy.txt');
    expect(readTables(review, draft)).toMatchObject({ claims: [], evidence: [] });
  });

  test('has the same content for the same report', () => {
    const { review, draft } = openSample();
    expect(readTables(review, draft).content).toBe(readTables(review, draft).content);
  });
});
