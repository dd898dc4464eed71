import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { shorten } from '#shared/text/format/wording.ts';
import { bundleForPage } from '#tests/bench/support/bundle-for-page.ts';
import { type Print, reportAtLeast, reportAtMost } from '#tests/bench/support/report-metrics.ts';
import { listWordFiles, type Office, readInOffice, saveByOffice, type WordFile } from './office.ts';
import type { Sample } from './page/write-sample.ts';
import { readWithPandoc } from './read-pandoc.ts';
import { squeezeWords } from './word-app.ts';

const reviewer = 'Rita Reviewer';

declare global {
  interface Window {
    writeSample(base64: string, seed: number): Promise<Sample | null>;
    timeWriting(words: number, claims: number): Promise<number>;
  }
}

/** Counts what other programs found, and lists what they did not. */
class Findings {
  readonly missing: string[] = [];
  found = 0;
  total = 0;

  add(name: string, isFound: boolean): void {
    this.total += 1;
    if (isFound) this.found += 1;
    else this.missing.push(name);
  }

  /** `share` is how many of all have to be found at least. */
  report(print: Print, what: string, share: number): void {
    reportAtLeast(print, {
      what: `${what} (${this.total})`,
      value: this.found,
      bound: Math.ceil(share * this.total),
    });
    for (const name of this.missing.slice(0, 20)) print(`    not: ${shorten(name, 200)}`);
  }
}

/**
 * Writes comments and tracked changes at random places into real Word files, those that LibreOffice makes of them included, and lets
 * LibreOffice, pandoc and a reader of our own find each on its words.
 */
export async function measureWordFiles(
  page: Page,
  office: Office,
  corpora: string | undefined,
  print: Print,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-word-reports-'));
  try {
    await page.addScriptTag({
      content: await bundleForPage('tests/bench/reports/word/page/write-sample.ts'),
    });
    for (const [words, claims, bound] of [
      [10_000, 300, 1_000],
      [300_000, 10_000, 4_000],
    ] as const) {
      const value = await page.evaluate(([some, all]) => window.timeWriting(some, all), [
        words,
        claims,
      ] as const);
      reportAtMost(print, { what: `${claims} claims in ${words} words`, value, bound, unit: ' ms' });
    }
    const originals = [
      ...listWordFiles('tests/fixtures/word'),
      ...listWordFiles(join(corpora ?? '', 'word')),
    ];
    const files = [...originals, ...(await saveByOffice(office, folder, originals))];
    const samples = await writeSamples(page, files, folder);
    print(`Comments and changes at random places (${samples.length} of ${files.length} files have text)`);
    await reportFindings({ page, office }, samples, print);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface WrittenSample {
  name: string;
  file: string;
  sample: Sample;
}

async function writeSamples(
  page: Page,
  files: readonly WordFile[],
  folder: string,
): Promise<WrittenSample[]> {
  const samples: WrittenSample[] = [];
  for (const [index, { name, bytes }] of files.entries()) {
    const sample = await page.evaluate(([content, seed]) => window.writeSample(content, seed), [
      Buffer.from(bytes).toString('base64'),
      index + 1,
    ] as const);
    if (!sample) continue;
    const file = join(folder, `${index}-${name}`);
    writeFileSync(file, Buffer.from(sample.base64, 'base64'));
    samples.push({ name, file, sample });
  }
  return samples;
}

/** pandoc reads no comments in code blocks, no formulas, and no changes within those of others; LibreOffice reads symbols as text. */
const shares: Record<string, number> = {
  'our reader': 1,
  opened: 1,
  'LibreOffice: comments': 1,
  'LibreOffice: words': 0.98,
  'LibreOffice: changes': 1,
  'pandoc: comments': 0.97,
  'pandoc: words': 0.9,
  'pandoc: changes': 0.9,
};

async function reportFindings(
  { page, office }: { page: Page; office: Office },
  samples: readonly WrittenSample[],
  print: Print,
): Promise<void> {
  const findings = new Map(Object.keys(shares).map((name) => [name, new Findings()]));
  const add = (what: string, name: string, isFound: boolean) => findings.get(what)?.add(name, isFound);
  for (const { name, file, sample } of samples) {
    add('our reader', `${name}: ${sample.faults.join('; ')}`, sample.faults.length === 0);
    const inOffice = await readInOffice({ page, office }, file, reviewer);
    add('opened', name, inOffice !== null);
    const inPandoc = readWithPandoc(file, reviewer);
    for (const { number, words } of sample.comments) {
      const compare = (program: string, found: string | undefined) => {
        add(`${program}: comments`, `${name}: claim ${number}, ${words}`, found !== undefined);
        add(
          `${program}: words`,
          `${name}: claim ${number}, ${words} | ${found}`,
          squeezeWords(found ?? '') === squeezeWords(words),
        );
      };
      if (inOffice) compare('LibreOffice', inOffice.comments[number]);
      if (inPandoc) compare('pandoc', inPandoc.comments.get(number));
    }
    // Programs put notes where they are referred to, so the order differs.
    const sort = (text: string) => Array.from(squeezeWords(text)).toSorted().join('');
    const compareChanges = (
      program: string,
      { deleted, inserted }: { deleted: string; inserted: string },
    ) => {
      const kinds = [
        [deleted, sample.deleted.join('')],
        [inserted, sample.inserted.join('')],
      ] as const;
      for (const [found, wanted] of kinds)
        add(`${program}: changes`, `${name}: ${found} | ${wanted}`, sort(found) === sort(wanted));
    };
    if (inOffice) compareChanges('LibreOffice', inOffice);
    if (inPandoc) compareChanges('pandoc', inPandoc);
  }
  for (const [what, found] of findings) found.report(print, what, shares[what] ?? 1);
  const tracked = samples.reduce(
    (sum, { sample }) => sum + sample.deleted.length + sample.inserted.length,
    0,
  );
  const notTracked = samples.reduce((sum, { sample }) => sum + sample.notTracked, 0);
  print(`  ${tracked} deletions and insertions; ${notTracked} corrections could not be tracked`);
}
