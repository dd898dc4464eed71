import { expect, test } from 'vitest';
import { makeDocx, p } from '../make-docx';
import { createPlanChange, createPlanComment, readMapped, writeInto } from './write-report';

function createLongDocument(words: number): Uint8Array {
  const paragraph = p(Array.from({ length: 100 }, (_, index) => `word${index}`).join(' '));
  return makeDocx({ body: Array.from({ length: words / 100 }, () => paragraph).join('') });
}

test.each([
  [10_000, 300],
  [300_000, 10_000],
])('a file of %d words with %d claims', async (words, claims) => {
  const bytes = createLongDocument(words);
  const draft = readMapped(bytes);
  if (!draft) throw new Error('there is no text');
  const step = Math.floor(draft.text.length / claims);
  const spans = Array.from({ length: claims }, (_, index) => ({ start: index * step, end: index * step + 20 }));
  const comments = spans.map((span, index) => createPlanComment(index + 1, span));
  const changes = spans.filter((_, i) => i % 3 === 0).map((span, index) =>
    createPlanChange(index, { start: span.start + 2, end: span.start + 6 }, 'new', index * 3),
  );
  const start = performance.now();
  const { notTracked, bytes: out } = await writeInto(bytes, draft, { comments, changes });
  console.log(`@@ ${words} ${claims}: ${performance.now() - start} ms, ${notTracked} not tracked of ${changes.length}, ${out.length}`);
  expect(1).toBe(1);
}, 60_000);
