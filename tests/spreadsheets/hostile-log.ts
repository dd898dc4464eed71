import { toPrintable } from '../../shared/reports/printable';
import type { ClaimLog } from '../../shared/reports/tables/claim-log';

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

/** A log with a hostile text in every field that a person writes. */
export function createHostileLog(texts: readonly string[] = hostileTexts): ClaimLog {
  const printable = texts.map(toPrintable);
  const details = (text: string, index: number): ClaimLog['unplaced'][number]['claims'][number] => ({
    words: text,
    verdict: 'verified',
    standing: 'recheck',
    kind: 'figure',
    tags: [text],
    ...{
      claimant: text,
      note: text,
      correction: text,
      changes: text,
      judged: { by: text, at: '2026-07-21T22:04:00.000Z' },
    },
    evidence: [{ stance: 'supports', source: index + 1, locator: text, quote: text, note: text }],
    missingEvidence: null,
    acceptedRisks: text,
  });
  return {
    ...{
      title: printable[0] ?? '',
      reader: 'legal',
      authors: printable.slice(0, 2),
      madeAt: '2026-11-21T11:04:00.000Z',
    },
    timeZone: 'Europe/Vienna',
    pageLine: 'Confidential & for lawyers',
    claims: printable.map((text, index) => {
      return {
        number: index + 1,
        sentence: text,
        page: index + 3,
        startsAtMs: null,
        ...details(text, index),
      };
    }),
    unplaced: [{ state: 'cut', draft: 2, claims: printable.map(details) }],
    coverage: {
      counts: {
        lookedAt: 1,
        partly: 1,
        setAside: 0,
        notLookedAt: printable.length,
        total: printable.length + 2,
      },
      notLookedAt: printable.map((words, index) => ({ words, place: `page ${index + 3}` })),
      openWords: printable.map((words) => ({ words, place: 'page 1' })),
    },
    queries: printable.map((text) => ({ rule: 'figure', explanation: text, places: [text] })),
    sources: printable.map((text, index) => ({
      ...{
        number: index + 1,
        confidential: false,
        kind: 'webPage',
        title: text,
        citation: text,
        details: text,
      },
      ...{
        primacy: null,
        url: `https://example.org/${index}?a=1&b="`,
        archiveUrl: 'mailto:a@example.org?body=x',
      },
      publishedAt: '2026-11-02',
      accessedAt: '2026-11',
      standing: text,
      standingReason: text,
      isForLawyersOnly: true,
      contact: text,
      files: [{ name: text, bytes: 5, sha256: 'a'.repeat(64) }],
    })),
  };
}
