import { describe, expect, test } from 'vitest';
import { unpackParts } from '#renderer/documents/read/base/unpack-parts.ts';
import { parseXml } from '#renderer/documents/read/base/xml.ts';
import { readWordDraft } from '#renderer/documents/read/word/word.ts';
import { rebuildText } from '#shared/import/text/edit-text-map.ts';
import {
  commented,
  deleted,
  inserted,
  makeReturnedReport,
  markChange,
  paragraph,
  type ReportComment,
  run,
} from '#tests/libraries/returned-report.ts';
import returnedReport from '../../../../../fixtures/word/returned-report.docx?url';
import { loadFile, readDraftOf } from '../reading.ts';
import { readElementTexts } from './element-texts.ts';
import { fileOf, makeDocx, p, r } from './make-docx.ts';

const rosa = { by: 'Rosa Lind', at: '2026-11-20T09:00:05Z' };
const ada = { by: 'Ada Stone', at: '2026-11-21T10:00:00Z' };

const ours: ReportComment = { id: 1, ...rosa, text: 'Disputed · claim 1\nSee p. 4', durableId: '21ABCDEF' };

async function readReport(body: string, comments: readonly ReportComment[]) {
  const bytes = makeReturnedReport(body, comments);
  const read = await readDraftOf(bytes, 'back.docx');
  const { claims, text } = read.proposal;
  const annotations = claims.map(({ span, annotation }) => ({
    words: text.slice(span.start, span.end),
    said: annotation?.comments.map((comment) => comment.text),
    returned: annotation?.returned,
    isResolved: annotation?.isResolved,
  }));
  return { ...read, bytes, text, annotations };
}

/** The text of a file as its map finds it there. */
function rebuild(bytes: Uint8Array): string | null {
  const result = readWordDraft(fileOf(bytes));
  const unpacked = unpackParts(bytes);
  if (!result.ok || !result.textMap || !unpacked.ok) throw new Error('there is no map');
  const roots = result.textMap.parts.map((name) => [name, parseXml(unpacked.parts.get(name))] as const);
  return rebuildText(
    result.textMap,
    new Map(roots.flatMap(([name, root]) => (root ? [[name, readElementTexts(root)]] : []))),
  );
}

describe('comments of a report', () => {
  test('are known by their first line and their durable id, with the replies to them', async () => {
    const { annotations } = await readReport(
      paragraph(run('It carried '), commented(run('12 million'), 1, 2), run(' cars.')),
      [
        { ...ours, isResolved: true },
        { id: 2, ...ada, text: 'You are right.', repliesTo: 1 },
      ],
    );
    expect(annotations).toEqual([
      {
        words: '12 million',
        said: ['Disputed · claim 1\nSee p. 4', 'You are right.'],
        isResolved: true,
        returned: { durableId: '21ABCDEF', status: 'disputed', number: 1, hasUndecidedChange: false },
      },
    ]);
  });

  test('leave the thread of the author that they reply to as it was, and keep what follows them', async () => {
    const { annotations } = await readReport(
      paragraph(run('Built by '), commented(run('the Stone yard'), 2, 1), run('.')),
      [
        { id: 2, by: 'Ada Stone', at: '2026-11-18T10:00:00Z', text: 'From the register' },
        { ...ours, repliesTo: 2 },
        { id: 3, ...ada, text: 'Page 7, sorry', repliesTo: 2 },
      ],
    );
    expect(annotations).toMatchObject([
      { words: 'the Stone yard', said: ['From the register'], returned: undefined },
      { words: 'the Stone yard', said: ['Disputed · claim 1\nSee p. 4', 'Page 7, sorry'] },
    ]);
  });

  test('are known in a file that LibreOffice saved, which has no durable ids', async () => {
    const { proposal, notices } = await readDraftOf(await loadFile(returnedReport), 'back.docx');
    const { text, claims } = proposal;
    expect(text).toBe(
      'The new ferry carried 12 million cars in its first year.\n\nIt was built in Gdansk by the Stone yard, which now employs 300 people.',
    );
    const found = claims.map(({ span, annotation }) => [
      text.slice(span.start, span.end),
      annotation?.returned ?? null,
      annotation?.comments.length,
    ]);
    const facts = { durableId: null, hasUndecidedChange: false };
    expect(found).toEqual([
      ['12 million', { ...facts, status: 'disputed', number: 1, hasUndecidedChange: true }, 2],
      ['Gdansk', { ...facts, status: 'verified', number: 2 }, 1],
      ['the Stone yard', null, 1],
      ['the Stone yard', { ...facts, status: 'unverifiable', number: 3 }, 1],
    ]);
    expect(notices).toEqual({ changesAccepted: 1, ownChangesUndecided: 2 });
  });
});

describe('tracked changes of a report that nobody decided', () => {
  test('are read as not made, also in the map, while those of others are accepted', async () => {
    const { text, annotations, notices, bytes } = await readReport(
      paragraph(
        run('It carried '),
        commented(deleted('12 million', rosa) + inserted('1.2 million', rosa), 1),
        inserted(' new', ada),
        deleted(' old', ada),
        run(' cars.'),
      ),
      [ours],
    );
    expect(text).toBe('It carried 12 million new cars.');
    expect(annotations).toMatchObject([{ words: '12 million', returned: { hasUndecidedChange: true } }]);
    expect(notices).toEqual({ changesAccepted: 2, ownChangesUndecided: 2 });
    expect(rebuild(bytes)).toBe(text);
  });

  test('are those of the second of a comment of ours alone', async () => {
    const later = { ...rosa, at: '2026-11-20T09:00:06Z' };
    const { text } = await readReport(
      paragraph(
        commented(run('It'), 1),
        deleted(' often', later),
        inserted(' never', later),
        run(' carried cars.'),
      ),
      [ours],
    );
    expect(text).toBe('It never carried cars.');
  });

  test('keep paragraphs apart whose mark they delete, and together which they part', async () => {
    const { text, bytes } = await readReport(
      [
        paragraph(markChange('del', rosa), commented(run('One.'), 1)),
        paragraph(run('Two ')),
        paragraph(markChange('ins', rosa), run('three')),
        paragraph(run(' four.')),
      ].join(''),
      [ours],
    );
    expect(text).toBe('One.\n\nTwo\n\nthree four.');
    expect(rebuild(bytes)).toBe(text);
  });

  test('belong to the comment whose words they touch', async () => {
    const body = paragraph(
      commented(run('Ten'), 1),
      run(' of the '),
      commented(deleted('old', rosa) + inserted('new', rosa), 2),
      run(' ferries.'),
    );
    const { annotations } = await readReport(body, [
      ours,
      { ...ours, id: 2, text: 'Disputed · claim 2', durableId: '21ABCDE0' },
    ]);
    expect(annotations.map(({ returned }) => returned?.hasUndecidedChange)).toEqual([false, true]);
  });
});

describe('the appendix of a report', () => {
  const name = '_StetAppendix';
  const mark = (edge: 'Start' | 'End', bookmark = name) =>
    `<w:bookmark${edge} w:id="7"${edge === 'Start' ? ` w:name="${bookmark}"` : ''}/>`;
  const table = `<w:tbl><w:tr><w:tc>${paragraph(run('1'))}</w:tc><w:tc>${paragraph(run('Disputed'))}</w:tc></w:tr></w:tbl>`;
  const article = paragraph(run('It sank.'));

  test.each([
    ['_StetAppendix', 1],
    ['_StetAppendix2', 1],
    ['_StetAppendixes', 0],
  ])('is left out in the bookmark %s', async (bookmark, count) => {
    const body = `${article}${paragraph(mark('Start', bookmark), run('Claims'))}${table}${paragraph(run('Sources'), mark('End'))}${paragraph(run('More.'))}`;
    const { text, notices } = await readReport(body, []);
    expect(notices.ownAppendixLeftOut ?? 0).toBe(count);
    if (count === 1) expect(text).toBe('It sank.\n\nMore.');
    else expect(text).toContain('Sources');
  });

  test('is left out as LibreOffice saves it, which begins the bookmark again after a table', async () => {
    const again = mark('Start').replace('"7"', '"8"');
    const saved = `${article}${paragraph(again, run('Claims'))}${table}${paragraph(mark('Start'), run('Sources'), mark('End'))}`;
    expect((await readReport(saved, [])).text).toBe('It sank.');
  });

  test('takes no words of the article with it that were joined with it, nor anything without its end', async () => {
    const joined = `${paragraph(run('It sank.'), mark('Start'), run('Claims'))}${table}${paragraph(mark('End'), run('The end.'))}`;
    expect((await readReport(joined, [])).text).toBe('It sank.Claims\n\nThe end.');
    const endless = `${paragraph(mark('Start'), run('It sank.'))}`;
    expect((await readReport(endless, [])).text).toBe('It sank.');
  });
});

test('footnotes that a report made are left out with their references', async () => {
  const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const notes = `<w:footnotes><w:footnote w:id="1">${p('Verified · claim 1')}${p('Register')}</w:footnote><w:footnote w:id="2">${p('A note')}</w:footnote></w:footnotes>`;
  const { blocks, notices } = await readDraftOf(
    makeDocx({
      body: p(`${r('It sank')}${reference(1)}${r(' in May')}${reference(2)}${r('.')}`),
      parts: { 'word/footnotes.xml': { type: 'footnotes', xml: notes } },
    }),
    'back.docx',
  );
  expect(blocks).toEqual(['paragraph: It sank in May[1].', 'note: [1] A note']);
  expect(notices).toEqual({ notesKept: 1, ownNotesLeftOut: 1 });
});
