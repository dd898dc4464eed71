import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { bundleForPage } from '#tests/bench/support/bundle-for-page.ts';
import type { OpenDocumentContent } from './page/read-open-document.ts';

/** A Python that can talk to LibreOffice; Debian's package python3-uno brings it. */
const python = '/usr/bin/python3';

const answerSchema = z.union([
  z.object({ error: z.string() }),
  z.object({
    text: z.string(),
    notes: z.array(z.string()),
    comments: z.array(
      z.object({
        author: z.string(),
        text: z.string(),
        words: z.string(),
        resolved: z.boolean(),
        date: z.string(),
      }),
    ),
    changes: z.array(z.object({ type: z.string(), author: z.string() })),
    /** How many tracked changes were left after all were decided. */
    left: z.number().optional(),
  }),
]);

type OfficeAnswer = Exclude<z.infer<typeof answerSchema>, { error: string }>;

interface OfficeTask {
  /** The absolute path of a Word file. */
  file: string;
  decide?: 'accept' | 'reject';
  /** Where it is saved: a .docx or, as flat OpenDocument, a .fodt. */
  saveAs?: string;
}

/** LibreOffice, which opens one file after the other (`office.py`). */
export class Office {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor() {
    this.#process = spawn(python, ['tests/bench/reports/word/office.py']);
    this.#process.stderr.pipe(process.stderr);
    this.#lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]();
  }

  /** Why LibreOffice can't be used on this machine; null when it can. */
  static whyMissing(): string | null {
    if (spawnSync('soffice', ['--version']).status !== 0) return 'there is no soffice';
    return spawnSync(python, ['-c', 'import uno']).status === 0 ? null : `${python} has no uno`;
  }

  /** Opens a file. Null when LibreOffice can't open it. */
  async open(task: OfficeTask): Promise<OfficeAnswer | null> {
    this.#process.stdin.write(`${JSON.stringify(task)}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('LibreOffice ended');
    const answer = answerSchema.parse(JSON.parse(value));
    return 'error' in answer ? null : answer;
  }

  async end(): Promise<void> {
    this.#process.stdin.end();
    await new Promise((resolve) => this.#process.once('exit', resolve));
  }
}

declare global {
  interface Window {
    readOpenDocument?(xml: string, author: string): OpenDocumentContent;
  }
}

/** The comments and tracked changes of an author that LibreOffice finds in a Word file; null when it can't open it. */
export async function readInOffice(
  { page, office }: { page: Page; office: Office },
  file: string,
  author: string,
): Promise<OpenDocumentContent | null> {
  const saveAs = file.replace(/\.docx$/, '.fodt');
  if (!(await office.open({ file, saveAs }))) return null;
  if (!(await page.evaluate(() => window.readOpenDocument !== undefined)))
    await page.addScriptTag({
      content: await bundleForPage('tests/bench/reports/word/page/read-open-document.ts'),
    });
  const xml = readFileSync(saveAs, 'utf8');
  return page.evaluate(([text, by]) => window.readOpenDocument?.(text, by) ?? null, [xml, author] as const);
}

export interface WordFile {
  name: string;
  bytes: Uint8Array;
}

/** The Word documents of a folder and of the folders in it; none when there is no such folder. */
export function listWordFiles(folder: string): WordFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.docx'))
    .toSorted()
    .map((name) => ({ name: name.replaceAll('/', '-'), bytes: readFileSync(join(folder, name)) }));
}

/** The same documents as LibreOffice saves them, without those that it can't open. */
export async function saveByOffice(
  office: Office,
  folder: string,
  files: readonly WordFile[],
): Promise<WordFile[]> {
  const saved: WordFile[] = [];
  for (const { name, bytes } of files) {
    const file = join(folder, name);
    const saveAs = join(folder, `office-${name}`);
    writeFileSync(file, bytes);
    if (await office.open({ file, saveAs }))
      saved.push({ name: `office-${name}`, bytes: readFileSync(saveAs) });
  }
  return saved;
}
