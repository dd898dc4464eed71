import { createRandom } from '#tests/bench/support/random.ts';
import { makeDocx, p } from '#tests/unit/renderer/documents/read/word/make-docx.ts';
import { listRangeTexts } from '#tests/unit/renderer/documents/write/list-content.ts';
import { createRandomPlan, describeWords } from '#tests/unit/renderer/documents/write/random-plan.ts';
import { getId, settleChanges } from '#tests/unit/renderer/documents/write/settle-changes.ts';
import {
  createPlanChange,
  createPlanComment,
  readMapped,
  reviewer,
  writeInto,
} from '#tests/unit/renderer/documents/write/write-report.ts';
import { listChangedStories, listSigned, openParts, settle } from './compare-content.ts';

/** A written file, and what other programs should find in it. */
export interface Sample {
  base64: string;
  /** The words of each of our comments, with the number of its claim. */
  comments: { number: number; words: string }[];
  /** The deleted and the inserted texts of the tracked changes, in the order of the parts. */
  deleted: string[];
  inserted: string[];
  notTracked: number;
  /** The faults that our own reader finds. */
  faults: string[];
}

/** Compares a written file with the one that it was made of, with our own reader. */
function findFaults(bytes: Uint8Array, written: Uint8Array, text: string, corrected: string): string[] {
  const faults: string[] = [];
  if (readMapped(settle(written, reviewer, 'reject'))?.text !== text)
    faults.push('rejecting all does not give the original text');
  const accepted = readMapped(settle(written, reviewer, 'accept'))?.text ?? '';
  if (describeWords(accepted) !== describeWords(corrected))
    faults.push('accepting all does not give the corrected text');
  for (const part of listChangedStories(bytes, written, reviewer))
    faults.push(`the content of ${part} changed`);
  return faults;
}

/** Writes comments and corrections at random places into a file. Null when it has no text. */
export async function writeSample(base64: string, seed: number): Promise<Sample | null> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const draft = readMapped(bytes);
  if (!draft) return null;
  const random = createRandom(seed);
  const count = Math.min(40, Math.ceil(draft.text.length / 60));
  const { comments, changes } = createRandomPlan(draft.text, {
    claims: Array.from({ length: count }, () => [random.below(10_000), 3 + random.below(90)]),
    changes: Array.from({ length: count }, () => [
      random.below(10_000),
      random.below(12),
      random.pick(['', 'new', 'new words', 'two\nlines', 'two\n\nparagraphs']),
      random.below(2) === 0,
    ]),
  });
  const written = await writeInto(bytes, draft, { comments, changes });
  const parts = openParts(written.bytes);
  const ours = listSigned(parts.comments, 'comment', reviewer);
  const said = ours.map((comment) => comment.textContent ?? '').join('\n');
  const tracked = changes.filter((_, index) => !new RegExp(`Correction ${index}(?!\\d)`).test(said));
  const corrected = tracked.reduceRight(
    (text, { span, text: words }) => text.slice(0, span.start) + words + text.slice(span.end),
    draft.text,
  );
  const faults = findFaults(bytes, written.bytes, draft.text, corrected);
  if (ours.length !== comments.length) faults.push(`${ours.length} comments of ${comments.length}`);
  const listTexts = (name: string) =>
    [parts.main, parts.footnotes, parts.endnotes].flatMap((document) =>
      listSigned(document, name, reviewer)
        // Programs read one of the copies of a text box.
        .filter((change) => change.closest('Fallback') === null)
        .map(({ textContent }) => textContent ?? ''),
    );
  const [deleted, inserted] = [listTexts('del'), listTexts('ins')];
  if (parts.main) settleChanges(parts.main, reviewer, 'reject');
  const ranges = parts.main ? listRangeTexts(parts.main.documentElement) : new Map<string, string>();
  return {
    base64: btoa(Array.from(written.bytes, (byte) => String.fromCharCode(byte)).join('')),
    comments: ours.map((comment) => ({
      number: Number(/claim (\d+)/.exec(comment.textContent ?? '')?.[1]),
      words: ranges.get(getId(comment)) ?? '',
    })),
    deleted,
    inserted,
    notTracked: written.notTracked,
    faults,
  };
}

/** Measures how long it takes to write a file of this many words with a comment and a change for each claim, in milliseconds. */
export async function timeWriting(words: number, claims: number): Promise<number> {
  const paragraph = p(Array.from({ length: 100 }, (_, index) => `word${index}`).join(' '));
  const bytes = makeDocx({ body: Array.from({ length: words / 100 }, () => paragraph).join('') });
  const draft = readMapped(bytes);
  if (!draft) throw new Error('there is no text');
  const step = Math.floor(draft.text.length / claims);
  const starts = Array.from({ length: claims }, (_, index) => index * step);
  const comments = starts.map((start, index) => createPlanComment(index + 1, { start, end: start + 20 }));
  const changes = starts.map((start, index) =>
    createPlanChange(index, { start: start + 2, end: start + 6 }, 'new', index),
  );
  const start = performance.now();
  await writeInto(bytes, draft, { comments, changes });
  return performance.now() - start;
}

Object.assign(window, { writeSample, timeWriting });
