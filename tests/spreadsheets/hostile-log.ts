import type { Report } from '#main/worker/reports/model/report-model.ts';
import { buildClaimLog, type ClaimLog } from '#main/worker/reports/tables/claim-log.ts';
import { writeDate, writeTime } from '#shared/reports/base/own-values.ts';
import { own } from '#shared/reports/base/report-text.ts';
import { buildTestReport } from '../unit/main/worker/reports/model/build-test-report.ts';
import { searched } from '../unit/main/worker/reports/searched.ts';
import { openSample } from '../unit/shared/reviews.ts';

/** Texts that a spreadsheet may calculate, turn into something else, cut, or not hold. */
export const hostileTexts = [
  ...[
    "=cmd|' /C calc'!A1",
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1:A9)',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    ' =1+1',
    "'=1",
  ],
  ...[
    '\t=1',
    '\n=1',
    '\r=1',
    'a\n=1+1',
    'a;=1+1',
    'a,=1+1',
    'a"=1+1',
    "a'=1+1",
    'a\t=1+1',
    '"=1+1"',
    '- one\n- two',
  ],
  ...[
    '007',
    '1-2',
    '1/2',
    '12:30',
    '1e5',
    '5 March',
    'March 5',
    '2026-01-02',
    '€5',
    '12 %',
    'TRUE',
    '(5)',
    "'007",
  ],
  ...[
    'say "x", she said; then\nleft',
    'a\tb',
    '  two spaces  ',
    ' ',
    'שלום =1',
    'مرحبا',
    '😀👩‍👩‍👧',
    '\u202eabc',
  ],
  ...[
    '\ud800 lone',
    'lone \udc00',
    '\ufffd',
    '\u0000\u0007\u001b',
    '\u0085\ufffe',
    '<b>&amp;</b>',
    ']]>',
    '_x0041_',
    '_x005F_x0041_',
  ],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'x'.repeat(40_000),
    '😀'.repeat(20_000),
    'null',
    '#REF!',
    '{=1}',
    '%A1',
    '|x',
  ],
];

const at = writeTime('2026-07-21T22:04:00.000Z');

/** A report for lawyers with a hostile text in every field that a person writes. */
export function createHostileReport(texts: readonly string[] = hostileTexts): Report {
  const { review, draft } = openSample();
  const report = buildTestReport(review, draft);
  const [claim] = report.claims;
  const source = report.sources.find(({ confidential }) => !confidential);
  if (!claim || !source || source.confidential) throw new Error('the sample has a claim and a source');
  const words = texts.map(searched);
  const sources = words.map((text, index) => ({
    ...source,
    number: index + 1,
    isForLawyersOnly: true,
    citation: { runs: [{ text, italic: false, link: false }], missingFields: [] },
    title: text,
    url: searched(`https://example.org/${index}?a=1&b="`),
    archiveUrl: searched('mailto:a@example.org?body=x'),
    publishedAt: writeDate('2026-11-02'),
    accessedAt: writeDate('2026-11'),
    contact: text,
    standing: 'wrong' as const,
    standingReason: text,
    attachments: [{ name: text, bytes: 5, sha256: searched('a'.repeat(64)) }],
  }));
  const claims = sources.map((named, index) => ({
    ...claim,
    number: index + 1,
    place: { page: index + 3, startsAtMs: null },
    status: 'recheck' as const,
    words: named.title,
    sentence: named.title,
    claimant: named.title,
    note: named.title,
    correction: named.title,
    judged: { by: named.title, at },
    tags: [{ name: named.title, color: 'red' as const }],
    evidence: [
      {
        stance: 'supports' as const,
        stanceChosen: true,
        source: named,
        locator: named.title,
        quote: named.title,
        note: named.title,
      },
    ],
    acceptedRisks: [{ title: named.title, number: null }],
  }));
  const passages = words.map((text, index) => {
    return { words: text, span: claim.span, place: { page: index + 3, startsAtMs: null }, paragraph: 1 };
  });
  const counts = { lookedAt: 1, partly: 1, setAside: 0, notLookedAt: texts.length, total: texts.length + 2 };
  return {
    ...report,
    options: { ...report.options, reader: 'legal' },
    title: searched(texts[0] ?? ''),
    checkedBy: words.slice(0, 2),
    claims,
    sources,
    unplaced: [{ state: 'cut', draftNumber: 2, claims }],
    coverage: {
      counts,
      notLookedAt: passages.map((one) => ({ ...one, sentences: [one] })),
      openWords: passages,
    },
    queries: {
      counts: { open: texts.length, dismissed: 0 },
      open: passages.map((place) => ({ rule: 'figure', explanation: place.words, places: [place] })),
      dismissed: [],
    },
  };
}

/** Its claim log. */
export function createHostileLog(texts?: readonly string[]): ClaimLog {
  return { ...buildClaimLog(createHostileReport(texts)), pageLine: own('Confidential & for lawyers') };
}
