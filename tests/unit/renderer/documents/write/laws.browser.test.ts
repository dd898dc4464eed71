import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choose } from '#tests/unit/effort.ts';
import { listContent, listRangeTexts } from './list-content.ts';
import { randomMarkedDocx, randomPlan } from './random-marked-docx.ts';
import { createRandomPlan, describeWords, findRawWords, type RandomPlan } from './random-plan.ts';
import { readXml, rewriteParts } from './read-parts.ts';
import { getId, removeComments, settleChanges } from './settle-changes.ts';
import { readMapped, reviewer, writeInto } from './write-report.ts';

const main = 'word/document.xml';

/** The ids of our comments, by the number of their claim, and the indexes of the corrections that are in comments alone. */
function readOurComments(bytes: Uint8Array) {
  const comments = Array.from(readXml(bytes, 'word/comments.xml').getElementsByTagNameNS('*', 'comment'));
  const ours = comments.filter((comment) => comment.outerHTML.includes(reviewer));
  const ids = new Map(
    ours.map((comment) => [Number(/claim (\d+)/.exec(comment.textContent ?? '')?.[1]), getId(comment)]),
  );
  const notTracked = ours.flatMap((comment) =>
    Array.from((comment.textContent ?? '').matchAll(/Correction (\d+)/g), ([, index]) => Number(index)),
  );
  return { ids, notTracked: new Set(notTracked) };
}

/** Ids of annotations in a part, once for each kind of element that may have one. */
function listIds(document: Document): string[] {
  const names =
    /^(ins|del|moveTo|moveFrom|\w+Change|bookmarkStart|comment|commentRangeStart|commentReference)$/;
  return Array.from(document.querySelectorAll('*'))
    .filter(({ localName }) => names.test(localName))
    .map((element) => `${element.localName} ${getId(element)}`);
}

async function expectLaws(bytes: Uint8Array, random: RandomPlan): Promise<void> {
  const draft = readMapped(bytes);
  if (!draft) return;
  const { comments, changes } = createRandomPlan(draft.text, random);
  const written = await writeInto(bytes, draft, { comments, changes });
  const ours = readOurComments(written.bytes);
  expect(written.notTracked).toBe(ours.notTracked.size);
  expect(ours.ids.size).toBe(comments.length);

  const settle = (decision: 'accept' | 'reject', isCommented: boolean) =>
    rewriteParts(written.bytes, (document) => {
      settleChanges(document, reviewer, decision);
      if (!isCommented) removeComments(document, new Set(ours.ids.values()));
    });
  const rejected = settle('reject', false);
  expect(readMapped(rejected)?.text).toBe(draft.text);
  for (const name of [main, 'word/footnotes.xml'])
    expect(listContent(readXml(rejected, name).documentElement)).toEqual(
      listContent(readXml(bytes, name).documentElement),
    );

  const tracked = changes.filter((_, index) => !ours.notTracked.has(index));
  const corrected = tracked.reduceRight(
    (text, { span, text: words }) => text.slice(0, span.start) + words + text.slice(span.end),
    draft.text,
  );
  const accepted = settle('accept', false);
  expect(describeWords(readMapped(accepted)?.text ?? '')).toBe(describeWords(corrected));
  for (const alternatives of readXml(accepted, main).getElementsByTagNameNS('*', 'AlternateContent'))
    expect(alternatives.lastElementChild?.textContent).toBe(alternatives.firstElementChild?.textContent);

  const ranges = listRangeTexts(readXml(settle('reject', true), main).documentElement);
  for (const { claim, span } of comments) {
    const range = ranges.get(ours.ids.get(claim ?? 0) ?? '');
    expect(range).toBeDefined();
    const raw = span && findRawWords(bytes, draft, span);
    if (raw?.isOpen) expect(range).toBe(raw.words);
    else if (raw) expect(range).toContain(raw.words);
  }

  const before = new Set(listIds(readXml(bytes, main)).map((one) => one.split(' ')[1]));
  const added = listIds(readXml(written.bytes, main)).filter((one) => !before.has(one.split(' ')[1]));
  expect(new Set(added).size).toBe(added.length);
  const isMark = (one: string) => one.startsWith('comment');
  const ids = [
    ...added.filter((one) => !isMark(one)),
    ...added.filter((one) => one.startsWith('commentRangeStart')),
  ];
  expect(new Set(ids.map((one) => one.split(' ')[1])).size).toBe(ids.length);
}

test('a written file has all of the original, each comment on its words and each change as a change', async () => {
  await fc.assert(fc.asyncProperty(randomMarkedDocx, randomPlan, expectLaws), {
    numRuns: choose(15, 60),
    seed: 13,
  });
});
