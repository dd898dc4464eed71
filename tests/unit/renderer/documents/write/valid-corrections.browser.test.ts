import { expect, test } from 'vitest';
import { listNewErrors, loadWordFiles, validate } from './word-files.ts';
import { createPlanChange, createPlanComment, readMapped, writeInto } from './write-report.ts';

/** Words on both sides of a line, a paragraph or a cell, and what takes their place. */
const corrections: [RegExp, string][] = [
  [/\p{L}+[.!?]?\n\n(\d+\. )?\p{L}+/u, 'joined'],
  [/\p{L}+\t\p{L}+/u, 'one\tother'],
  [/\p{L}{4,}/u, 'two\nlines'],
  [/\p{L}{6,}/u, 'two\n\nparagraphs'],
];

const files = await loadWordFiles();

test.each(files.map(({ name, bytes }) => [name.split('/').slice(-2).join('/'), bytes] as const))(
  '%s is as valid as before with corrections across lines, paragraphs and cells',
  async (_name, bytes) => {
    const draft = readMapped(bytes);
    if (!draft || (await validate(bytes)) === null) return;
    let end = 0;
    const spans = corrections.flatMap(([pattern, text]) => {
      const found = pattern.exec(draft.text.slice(end));
      if (!found) return [];
      const start = end + found.index;
      end = start + found[0].length;
      return [{ span: { start, end }, text }];
    });
    const written = await writeInto(bytes, draft, {
      comments: spans.map(({ span }, index) => createPlanComment(index + 1, span)),
      changes: spans.map(({ span, text }, index) => createPlanChange(index, span, text, index)),
    });
    expect(await listNewErrors(bytes, written.bytes)).toEqual([]);
  },
);
