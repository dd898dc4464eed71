import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose } from '../../../../effort';
import { draftOf, makeDocx, p, r } from '../make-docx';

interface TestComment {
  id: number;
  words: string;
  author?: string;
}

const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/>`;
const point = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`;

/** Reads the draft of a document with comments. The paragraph of each has an id made from its number. */
function readCommented(body: string, testComments: readonly TestComment[], extended = '') {
  const comments = testComments.map(
    ({ id, words, author = '' }) =>
      `<w:comment w:id="${id}" w:author="${author}"><w:p w14:paraId="P${id}"><w:r><w:annotationRef/></w:r>${r(words)}</w:p></w:comment>`,
  );
  return draftOf(
    makeDocx({
      body,
      parts: {
        'word/comments.xml': { type: 'comments', xml: `<w:comments>${comments.join('')}</w:comments>` },
        'word/commentsExtended.xml': {
          type: 'commentsExtended',
          xml: `<w15:commentsEx>${extended}</w15:commentsEx>`,
        },
      },
    }),
  );
}

const row = (words: string) => `<w:tr><w:tc>${p(words)}</w:tc><w:tc>${p(words)}</w:tc></w:tr>`;
const alpha = '<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>';

const oneComment: TestComment[] = [{ id: 1, words: 'Why?' }];

describe('a comment becomes a claim on its text', () => {
  test.each([
    ['between runs', p(r('The ') + start(1) + r('old ferry') + end(1) + r(' sank.')), 'old ferry'],
    ['with white space around', p(r('The') + start(1) + r(' old  ') + end(1) + r('ferry')), 'old'],
    ['in a link', p(`<w:hyperlink>${start(1)}${r('ferry')}${end(1)}</w:hyperlink>${r(' sank')}`), 'ferry'],
    ['around paragraphs', start(1) + p('One') + p('two') + end(1) + p('three'), 'One\n\ntwo'],
    ['at the very end', p('One') + start(1) + p('two') + end(1), 'two'],
    [
      'in a table',
      `<w:tbl><w:tr><w:tc>${p(start(1) + r('a'))}</w:tc><w:tc>${p(r('b') + end(1))}</w:tc></w:tr></w:tbl>`,
      'a\tb',
    ],
    [
      'with deleted words around',
      p(`<w:del>${start(1)}</w:del>${r('kept')}<w:del>${end(1)}</w:del>${r(' on')}`),
      'kept',
    ],
    ['around a row', `<w:tbl>${row('a')}${start(1)}${row('b')}${end(1)}${row('c')}</w:tbl>`, 'b\tb'],
    ['before a symbol', p(start(1) + r('ferry') + end(1) + alpha), 'ferry'],
    ['up to a symbol', p(start(1) + alpha + end(1)), 'α'],
    ['between blocks', start(1) + p('One') + end(1) + p('two'), 'One'],
  ])('a comment %s becomes a claim on the text it is about', async (_position, body, words) => {
    expect((await readCommented(body, oneComment)).claims).toEqual([[words, 'Why?']]);
  });

  test.each([
    ['at a point', p(r('The ferry') + point(1) + r(' sank')), 'ferry'],
    ['at a point in a word', p(r('The fer') + point(1) + r('ry sank')), 'ferry'],
    ['at the start', p(point(1) + r('The ferry')), 'The'],
    ['on a picture', p(`${r('The ferry')}${start(1)}<w:r><w:drawing/></w:r>${end(1)}`), 'ferry'],
    ['in an empty paragraph', p('One two') + p(start(1) + end(1)) + p('three'), 'two'],
    [
      'with an empty range at the start of a sentence',
      p(r('It sank. ') + start(1) + end(1) + r('The ferry')),
      'The',
    ],
    ['at the end of a sentence', p(r('It sank.') + point(1) + r(' The ferry')), 'sank'],
    ['in the space between sentences', p(r('It sank. ') + point(1) + r(' The ferry')), 'sank'],
    ['at the start of a later paragraph', p('It sank.') + p(point(1) + r('The ferry')), 'The'],
    ['at the end of a paragraph', p(r('It sank. The ferry.') + point(1)) + p('Then'), 'ferry'],
  ])(
    'a comment %s becomes a claim on the nearest word of its sentence, and says so',
    async (_position, body, words) => {
      const note = 'Why?\n(the comment is on no words of this draft, so the nearest word is marked)';
      expect((await readCommented(body, oneComment)).claims).toEqual([[words, note]]);
    },
  );

  test('a comment on deleted words at the start of a sentence stays in it', async () => {
    const deleted = `<w:del>${start(1)}<w:r><w:delText>Then </w:delText></w:r>${end(1)}</w:del>`;
    const { claims } = await readCommented(p(r('It sank. ') + deleted + r('The ferry left.')), oneComment);
    expect(claims).toEqual([['The', 'Why?\n(on deleted words: “Then”)']]);
  });

  test('a comment in a note becomes a claim on the text of the note', async () => {
    const notes = `<w:footnotes><w:footnote w:id="1">${p(r('See ') + start(1) + r('there') + end(1))}</w:footnote></w:footnotes>`;
    const { claims } = await draftOf(
      makeDocx({
        body: p(`${r('Here')}<w:r><w:footnoteReference w:id="1"/></w:r>`) + p('After'),
        parts: {
          'word/footnotes.xml': { type: 'footnotes', xml: notes },
          'word/comments.xml': {
            type: 'comments',
            xml: `<w:comments><w:comment w:id="1" w:author="Bo">${p('Where?')}</w:comment></w:comments>`,
          },
        },
      }),
    );
    expect(claims).toEqual([['there', 'Bo: Where?']]);
  });
});

test('a comment without an anchor in the text makes no claim, and is kept', async () => {
  const { claims, proposal } = await readCommented(p('One'), oneComment);
  expect(claims).toEqual([]);
  expect(proposal.annotationsWithoutWords).toMatchObject([{ comments: [{ text: 'Why?' }] }]);
});

test('replies are added to the comment that they answer, and a resolved comment is marked as resolved', async () => {
  const comments = [
    { id: 1, words: 'Why?', author: 'Ana' },
    { id: 2, words: 'Because.', author: 'Bo' },
    { id: 3, words: 'Fine.', author: 'Ana' },
    { id: 4, words: '', author: '' },
  ];
  const extended =
    '<w15:commentEx w15:paraId="P1" w15:done="1"/><w15:commentEx w15:paraId="P2" w15:paraIdParent="P1"/>' +
    '<w15:commentEx w15:paraId="P3" w15:paraIdParent="P2"/><w15:commentEx w15:paraId="P4" w15:done="0"/>';
  const body = p(
    start(1) + start(2) + r('One') + end(1) + end(2) + point(1) + point(2) + point(3) + r(' two') + point(4),
  );
  const { claims, notices } = await readCommented(body, comments, extended);
  expect(claims).toEqual([
    ['One', 'Ana: Why? (resolved)\nBo: Because.\nAna: Fine.'],
    ['two', null],
  ]);
  expect(notices).toEqual({});
});

test('comments change neither blocks nor marks', async () => {
  const words = fc.constantFrom('One', 'two ', ' three', ' ', '\ue000', 'é', '\t', '<w:br/>');
  const run = fc.record({
    words,
    bold: fc.boolean(),
    anchor: fc.constantFrom('none', 'start', 'end', 'both'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(run, { minLength: 1 }), { minLength: 1, maxLength: 4 }),
      async (paragraphs) => {
        const bodyOf = (marked: boolean) =>
          paragraphs
            .map((runs) =>
              runs
                .map(({ words, bold, anchor }) => {
                  const shown = words.startsWith('<')
                    ? `<w:r>${words}</w:r>`
                    : r(words, bold ? '<w:b/>' : '');
                  if (!marked) return shown;
                  const before = anchor === 'start' || anchor === 'both' ? start(1) : '';
                  return before + shown + (anchor === 'end' || anchor === 'both' ? end(1) : '');
                })
                .join(''),
            )
            .map((runs) => `<w:p>${runs}</w:p>`)
            .join('');
        const [bare, marked] = [false, true].map((is) => readCommented(p('Start.') + bodyOf(is), oneComment));
        const [without, within] = [await bare, await marked];
        expect(within?.blocks).toEqual(without?.blocks);
        expect(within?.marks).toEqual(without?.marks);
      },
    ),
    { numRuns: choose(25, 100) },
  );
});
