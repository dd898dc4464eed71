import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { type Print, reportAtLeast } from '../../support/report-metrics';
import { convertFiles, hasProgram, readConverted, readWithPandoc } from './office-programs';
import type { OpenDocumentContent } from './page/read-open-document';
import type { Sample } from './page/write-sample';
import { readPandoc } from './read-pandoc';

const reviewer = 'Rita Reviewer';

declare global {
  interface Window {
    writeSample(base64: string, seed: number): Promise<Sample | null>;
    readOpenDocument(xml: string, author: string): OpenDocumentContent;
  }
}

/** Bundles the code that runs in the page. */
async function bundlePageScript(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: false,
      target: 'chrome114',
      lib: { entry: `tests/bench/reports/word/page/${entry}.ts`, formats: ['iife'], name: 'page' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('nothing was bundled');
  return output.output[0].code;
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .toSorted()
    .map((name) => join(folder, name));
}

const squeeze = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

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

  report(print: Print, what: string): void {
    reportAtLeast(print, { what, value: this.found, bound: this.total });
    for (const name of this.missing.slice(0, 30)) print(`    not: ${name}`);
  }
}

/**
 * Writes comments and tracked changes at random places into real Word files, those that LibreOffice makes of them included, and lets
 * LibreOffice, pandoc and a reader of our own find each on its words.
 */
export async function measureWordFiles(page: Page, corpora: string | undefined, print: Print): Promise<void> {
  if (!hasProgram('soffice') || !hasProgram('pandoc')) {
    print('Skipped: reports in Word files; LibreOffice and pandoc are needed.');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'stet-word-reports-'));
  try {
    for (const entry of ['write-sample', 'read-open-document'])
      await page.addScriptTag({ content: await bundlePageScript(entry) });
    const originals = [...listFiles('tests/fixtures/word'), ...listFiles(join(corpora ?? '', 'word'))];
    const saved = join(folder, 'saved');
    mkdirSync(saved);
    convertFiles(originals, 'docx', saved);
    const files = [...originals, ...listFiles(saved)];
    const samples = await writeSamples(page, files, folder);
    print(`Reports in Word files (${samples.length} of ${files.length} have text)`);
    await reportFindings(page, samples, folder, print);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface WrittenSample {
  name: string;
  file: string;
  sample: Sample;
}

async function writeSamples(page: Page, files: readonly string[], folder: string): Promise<WrittenSample[]> {
  const samples: WrittenSample[] = [];
  for (const [index, path] of files.entries()) {
    const base64 = readFileSync(path).toString('base64');
    const sample = await page.evaluate(
      ([content, seed]) => window.writeSample(content, seed),
      [base64, index + 1] as const,
    );
    if (!sample) continue;
    const file = join(folder, `${index}-${basename(path)}`);
    writeFileSync(file, Buffer.from(sample.base64, 'base64'));
    samples.push({ name: basename(file), file, sample });
  }
  return samples;
}

async function reportFindings(page: Page, samples: readonly WrittenSample[], folder: string, print: Print): Promise<void> {
  const names = ['our reader', 'opened', 'LibreOffice: comments', 'LibreOffice: words', 'LibreOffice: changes'];
  const more = ['pandoc: comments', 'pandoc: words', 'pandoc: changes'];
  const findings = new Map([...names, ...more].map((name) => [name, new Findings()]));
  const add = (what: string, name: string, isFound: boolean) => findings.get(what)?.add(name, isFound);
  convertFiles(samples.map(({ file }) => file), 'fodt', folder);
  for (const { name, file, sample } of samples) {
    add('our reader', `${name}: ${sample.faults.join('; ')}`, sample.faults.length === 0);
    const converted = readConverted(file, folder);
    add('opened', name, converted !== null);
    const office = converted && (await page.evaluate(([xml, author]) => window.readOpenDocument(xml, author), [converted, reviewer] as const));
    const json = readWithPandoc(file);
    const pandoc = json && readPandoc(json, reviewer);
    for (const { id, number, words } of sample.comments) {
      const compare = (program: string, found: string | undefined) => {
        add(`${program}: comments`, `${name}: claim ${number}, ${words}`, found !== undefined);
        add(`${program}: words`, `${name}: claim ${number}, ${words} | ${found}`, squeeze(found ?? '') === squeeze(words));
      };
      if (office) compare('LibreOffice', office.comments[number]);
      if (pandoc) compare('pandoc', pandoc.comments.get(id));
    }
    const compareChanges = (program: string, { deleted, inserted }: { deleted: string; inserted: string }) => {
      for (const [found, wanted] of [[deleted, sample.deleted], [inserted, sample.inserted]] as const)
        add(`${program}: changes`, `${name}: ${found} | ${wanted.join('')}`, squeeze(found) === squeeze(wanted.join('')));
    };
    if (office) compareChanges('LibreOffice', office);
    if (pandoc) compareChanges('pandoc', pandoc);
  }
  for (const [what, found] of findings) found.report(print, what);
  const tracked = samples.reduce((sum, { sample }) => sum + sample.deleted.length + sample.inserted.length, 0);
  const notTracked = samples.reduce((sum, { sample }) => sum + sample.notTracked, 0);
  print(`  ${tracked} deletions and insertions; ${notTracked} corrections could not be tracked`);
}
