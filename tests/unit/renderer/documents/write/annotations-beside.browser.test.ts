import { expect, test } from 'vitest';
import { makeDocx, p, r } from '../read/word/make-docx.ts';
import { readXml } from './read-parts.ts';
import { getId } from './settle-changes.ts';
import { createPlanChange, createPlanComment, readMapped, writeInto } from './write-report.ts';

const comments = `<w:comments><w:comment w:id="4" w:author="Ann" w:date="2025-05-05T05:05:05Z">${p('Is this so?')}</w:comment></w:comments>`;
const commented = makeDocx({
  body: p(
    `${r('One ')}<w:commentRangeStart w:id="4"/>${r('two')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>${r(' three')}`,
  ),
  parts: { 'word/comments.xml': { type: 'comments', xml: comments } },
});

function read(bytes: Uint8Array) {
  const draft = readMapped(bytes);
  if (!draft) throw new Error('there is no text');
  return draft;
}

/** The elements with text or marks of a document, in order, by their names and ids or texts. */
const listMarks = (bytes: Uint8Array) =>
  Array.from(
    readXml(bytes, 'word/document.xml').querySelectorAll(
      'commentRangeStart, commentRangeEnd, commentReference, footnoteReference, t',
    ),
    (element) => `${element.localName} ${element.textContent === '' ? getId(element) : element.textContent}`,
  );

test('a reply is anchored where the comment is to which it replies', async () => {
  const draft = read(commented);
  const repliesTo = { by: 'Ann', at: '2025-05-05T05:05:05.000Z', text: 'Is this so?' };
  const plan = [
    { ...createPlanComment(1, { start: 4, end: 13 }), repliesTo },
    createPlanComment(2, { start: 4, end: 7 }),
  ];
  const { bytes } = await writeInto(commented, draft, { comments: plan });
  expect(listMarks(bytes)).toEqual([
    ...[
      't One ',
      'commentRangeStart 4',
      'commentRangeStart 5',
      'commentRangeStart 6',
      't two',
      'commentRangeEnd 6',
    ],
    ...[
      'commentReference 6',
      'commentRangeEnd 4',
      'commentReference 4',
      'commentRangeEnd 5',
      'commentReference 5',
    ],
    't  three',
  ]);
});

test('footnotes in place of comments are right after the words', async () => {
  const bytes = makeDocx({ body: p('One two three') });
  const plan = [
    createPlanComment(1, { start: 4, end: 7 }),
    createPlanComment(2, null),
    createPlanComment(3, { start: 0, end: 7 }),
  ];
  const written = await writeInto(bytes, read(bytes), {
    annotations: 'footnotes',
    comments: plan,
    changes: [createPlanChange(0, { start: 4, end: 7 }, 'too', 0)],
  });
  expect(listMarks(written.bytes)).toEqual([
    ...['footnoteReference 1', 't One ', 't too', 'footnoteReference 2', 'footnoteReference 3', 't  three'],
  ]);
  const notes = readXml(written.bytes, 'word/footnotes.xml').documentElement.textContent;
  expect(notes).toMatch(/Disputed · claim 2.*Disputed · claim 1.*Disputed · claim 3/);
});

test('a file that is not the one of the draft is refused', async () => {
  const { map } = read(commented);
  const other = makeDocx({ body: p('One') });
  await expect(writeInto(other, { map }, {})).rejects.toThrow(
    'The file is not the one that the draft was read from',
  );
});

test('a file in which nothing is written keeps its text and all else', async () => {
  const { map } = read(commented);
  const { bytes } = await writeInto(commented, { map }, {});
  const serialize = (file: Uint8Array) =>
    new XMLSerializer().serializeToString(readXml(file, 'word/document.xml').documentElement);
  expect(serialize(bytes)).toBe(serialize(commented));
});
