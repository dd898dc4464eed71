import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';

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

export type OfficeAnswer = Exclude<z.infer<typeof answerSchema>, { error: string }>;

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
