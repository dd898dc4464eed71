import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { articleClaims } from '#tests/every-format/article.ts';
import { type CarriedOutcome, carryBetween, type Outcome } from '#tests/every-format/carry-between.ts';
import { findClaims } from '#tests/every-format/find-claims.ts';
import { type FormatFile, formatFiles, isReadText } from '#tests/every-format/formats.ts';
import { type Print, reportAtLeast, reportAtMost } from '../support/report-metrics.ts';
import { type ImportBench, importThrough } from './built-app.ts';

const folder = 'tests/fixtures/every-format';

/** At most this many claims are printed that are not kept. */
const maxExamples = 60;

interface Pair {
  from: FormatFile;
  to: FormatFile;
  outcomes: CarriedOutcome[];
}

/** Imports the same article from every format, and carries its verified claims from each format to each other. */
export async function measureEveryFormat({ page }: ImportBench, print: Print): Promise<void> {
  const proposals = new Map<FormatFile, DraftProposal>();
  const unread: string[] = [];
  for (const name of formatFiles) {
    const { result } = await importThrough(page, name, readFileSync(join(folder, name)));
    if (result.ok && isReadText(result.proposal.text)) proposals.set(name, result.proposal);
    else unread.push(`${name} (${result.ok ? 'opened as markup' : result.problem.code})`);
  }
  reportFormats(print, proposals, unread);
}

function reportFormats(
  print: Print,
  proposals: ReadonlyMap<FormatFile, DraftProposal>,
  unread: readonly string[],
): void {
  print(`The same article in every format (${articleClaims.length} claims)`);
  reportAtLeast(print, {
    what: 'formats that are read',
    value: proposals.size,
    bound: formatFiles.length,
    beside: unread.length > 0 ? `skipped: ${unread.join(', ')}` : '',
  });
  const found = [...proposals].map(([name, { text }]) => ({ name, spans: findClaims(text) }));
  reportAtLeast(print, {
    what: 'claims whose words every format has, lowest',
    value: Math.min(...found.map(({ spans }) => spans.filter((span) => span !== null).length)),
    bound: articleClaims.length,
  });
  for (const { name, spans } of found)
    for (const [index, span] of spans.entries())
      if (!span) print(`    not in ${name}: “${articleClaims[index]?.words}”`);
  const pairs = [...proposals].flatMap(([from, before]) =>
    [...proposals]
      .filter(([to]) => to !== from)
      .map(([to, after]): Pair => ({ from, to, outcomes: carryBetween(before, after) })),
  );
  reportPairs(print, pairs);
}

function reportPairs(print: Print, pairs: readonly Pair[]): void {
  const all = pairs.flatMap(({ outcomes }) => outcomes);
  const count = (...wanted: Outcome[]) => all.filter(({ outcome }) => wanted.includes(outcome)).length;
  const inText = all.filter(({ isInNoteOrTable }) => !isInNoteOrTable);
  const apart = all.filter(({ isInNoteOrTable }) => isInNoteOrTable);
  const keptInText = inText.filter(({ outcome }) => outcome === 'kept').length;
  reportAtMost(print, { what: 'silently on other words', value: count('wrong'), bound: 0 });
  reportAtLeast(print, {
    what: 'place and verdict kept in the text, of 100',
    value: (100 * keptInText) / Math.max(1, inText.length),
    bound: 100,
    digits: 2,
    beside: `${inText.length - keptInText} of ${inText.length} not, in ${pairs.length} pairs`,
  });
  reportAtLeast(print, {
    what: 'those in notes and tables kept or flagged',
    value: apart.filter(({ outcome }) => outcome !== 'wrong').length,
    bound: apart.length,
    beside: `${apart.filter(({ outcome }) => outcome === 'kept').length} kept`,
  });
  print(
    `    flagged ${count('flagged')}, lost ${count('lost')}, missing in the next draft ${count('missing')}`,
  );
  printMatrix(print, pairs);
  printExamples(print, pairs);
}

/** Prints for each format how many claims keep place and verdict in each other, in one line. */
function printMatrix(print: Print, pairs: readonly Pair[]): void {
  for (const from of new Set(pairs.map((pair) => pair.from))) {
    const counts = pairs
      .filter((pair) => pair.from === from)
      .map(({ to, outcomes }) => `${to} ${outcomes.filter(({ outcome }) => outcome === 'kept').length}`);
    print(`    kept from ${from} to ${counts.join(', ')}`);
  }
}

/** Prints the claims that are not kept with the reason, most pairs first: what an importer reads differently from others. */
function printExamples(print: Print, pairs: readonly Pair[]): void {
  const formats = new Map<string, Set<string>>();
  for (const { from, to, outcomes } of pairs)
    for (const { outcome, words, after, changes } of outcomes.filter((one) => one.outcome !== 'kept')) {
      const why = changes.map((change) => `${change.before} → ${change.after}`).join(', ');
      const example = `${outcome}: “${words}”${after === null ? ' has no place' : ''}${why && ` (${why})`}`;
      formats.set(example, (formats.get(example) ?? new Set()).add(`${from} to ${to}`));
    }
  const ordered = [...formats].toSorted(([, a], [, b]) => b.size - a.size);
  for (const [example, between] of ordered.slice(0, maxExamples)) {
    const [first = '', ...others] = between;
    print(
      `      ${example}: ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`.replaceAll(
        '\n',
        '↵',
      ),
    );
  }
}
