import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choose } from '#tests/unit/effort.ts';
import { draftOf, makeDocx, p, r } from '../make-docx.ts';

interface TestComment {
  id: number;
  words: string;
  by?: string;
  at?: string;
}

const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/>`;
const point = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`;

/**
 * Reads the draft of a document with comments. The paragraph of each has an id made from its number; `extended` is null for a file that
 * does not say which are replies.
 */
function readCommented(body: string, testComments: readonly TestComment[], extended: string | null = '') {
  const comments = testComments.map(
    ({ id, words, by = '', at }) =>
      `<w:comment w:id="${id}" w:author="${by}"${at ? ` w:date="${at}"` : ''}><w:p w14:paraId="P${id}"><w:r><w:annotationRef/></w:r>${r(words)}</w:p></w:comment>`,
  );
  const threads = { type: 'commentsExtended', xml: `<w15:commentsEx>${extended}</w15:commentsEx>` };
  return draftOf(
    makeDocx({
      body,
      parts: {
        'word/comments.xml': { type: 'comments', xml: `<w:comments>${comments.join('')}</w:comments>` },
        ...(extended === null ? {} : { 'word/commentsExtended.xml': threads }),
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
    { id: 1, words: 'Why?', by: 'Ana' },
    { id: 2, words: 'Because.', by: 'Bo' },
    { id: 3, words: 'Fine.', by: 'Ana' },
    { id: 4, words: '' },
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

const reply = (id: number, parent: number) =>
  `<w15:commentEx w15:paraId="P${id}" w15:paraIdParent="P${parent}"/>`;
const onOne = p(`${start(1)}${start(2)}${start(3)}${r('One')}${end(1)}${end(2)}${end(3)}${r(' two')}`);

describe('replies', () => {
  test('replies that precede their comment in the file belong to it, in the order of their times', async () => {
    const comments = [
      { id: 3, words: 'Fine.', by: 'Ana', at: '2026-01-03T10:00:00Z' },
      { id: 2, words: 'Because.', by: 'Bo', at: '2026-01-02T10:00:00Z' },
      { id: 1, words: 'Why?', by: 'Ana', at: '2026-01-01T10:00:00Z' },
    ];
    const extended = `${reply(3, 2)}${reply(2, 1)}<w15:commentEx w15:paraId="P1" w15:done="1"/>`;
    const { claims, proposal } = await readCommented(onOne, comments, extended);
    expect(claims).toEqual([['One', 'Ana: Why? (resolved)\nBo: Because.\nAna: Fine.']]);
    expect(proposal.claims.map(({ annotation }) => annotation)).toMatchObject([
      {
        isResolved: true,
        comments: [
          { by: 'Ana', at: '2026-01-01T10:00:00.000Z' },
          { by: 'Bo', at: '2026-01-02T10:00:00.000Z' },
          { by: 'Ana', at: '2026-01-03T10:00:00.000Z' },
        ],
      },
    ]);
  });

  test('comments that reply to each other in a circle, or to none that is there, stay comments', async () => {
    const comments = [1, 2, 3].map((id) => ({ id, words: `c${id}` }));
    const { claims } = await readCommented(onOne, comments, reply(1, 2) + reply(2, 1) + reply(3, 9));
    expect(claims).toEqual([
      ['One', 'c1'],
      ['One', 'c2'],
      ['One', 'c3'],
    ]);
  });
});

describe('a file without threads, as Google Docs writes it', () => {
  const at = (minute: number) => `2026-01-01T10:0${minute}:00Z`;

  test('later comments on the same range are replies, and others are not', async () => {
    const comments = [
      { id: 2, words: 'Because.', by: 'Bo', at: at(2) },
      { id: 1, words: 'Why?', by: 'Ana', at: at(1) },
      { id: 3, words: 'Elsewhere.', by: 'Cy', at: at(3) },
    ];
    const body = p(`${start(1)}${start(2)}${r('One')}${end(1)}${end(2)}${start(3)}${r(' two')}${end(3)}`);
    const { claims } = await readCommented(body, comments, null);
    expect(claims).toEqual([
      ['One', 'Ana: Why?\nBo: Because.'],
      ['two', 'Cy: Elsewhere.'],
    ]);
  });

  test('comments without a time stay apart', async () => {
    const comments = [1, 2].map((id) => ({ id, words: `c${id}` }));
    expect((await readCommented(onOne, comments, null)).claims).toHaveLength(2);
  });

  test('comments of the same time stay apart, and a later one replies to the first', async () => {
    const comments = [
      { id: 1, words: 'Source?', by: 'Ana', at: at(1) },
      { id: 2, words: 'Spelling?', by: 'Ana', at: at(1) },
      { id: 3, words: 'The register.', by: 'Bo', at: at(2) },
    ];
    expect((await readCommented(onOne, comments, null)).claims).toEqual([
      ['One', 'Ana: Source?\nBo: The register.'],
      ['One', 'Ana: Spelling?'],
    ]);
  });

  test.each([
    [['_Marked as resolved_'], 'Why? (resolved)'],
    [['_Marked as resolved_', '_Re-opened_'], 'Why?'],
    [['No.', '_Marked as resolved_'], 'Why? (resolved)\nNo.'],
  ])('the last of the markers %j says whether the thread is resolved', async (words, note) => {
    const comments = ['Why?', ...words].map((text, index) => ({ id: index + 1, words: text, at: at(index) }));
    expect((await readCommented(onOne, comments, null)).claims).toEqual([['One', note]]);
  });
});

describe('a comment on words that are not in the article says so', () => {
  const deleted = (words: string) => `<w:del><w:r><w:delText>${words}</w:delText></w:r></w:del>`;
  const comment = [{ id: 1, words: 'Sure?', by: 'Ana' }];
  test.each([
    [
      'around deleted words',
      p(`${r('It cost ')}${start(1)}${deleted('sixty')}${deleted(' million')}${end(1)}${r(' pounds')}`),
      'Ana: Sure?\n(on deleted words: “sixty million”)',
    ],
    [
      'within deleted words',
      p(
        `${r('It cost ')}<w:del>${start(1)}<w:r><w:delText>sixty</w:delText></w:r>${end(1)}</w:del>${r(' pounds')}`,
      ),
      'Ana: Sure?\n(on deleted words: “sixty”)',
    ],
    [
      'on hidden words',
      p(`${r('It cost ')}${start(1)}${r('sixty', '<w:vanish/>')}${end(1)}${r(' pounds')}`),
      'Ana: Sure?\n(on words that were left out: “sixty”)',
    ],
  ])('a comment %s', async (_where, body, note) => {
    expect((await readCommented(body, comment, '')).claims).toEqual([['cost', note]]);
  });

  test('a comment on words of which some were deleted is about the others', async () => {
    const body = p(`${start(1)}${deleted('sixty')}${r('seventy')}${end(1)}${r(' pounds')}`);
    expect((await readCommented(body, comment, '')).claims).toEqual([['seventy', 'Ana: Sure?']]);
  });

  test('a comment on moved words is about them where they are now', async () => {
    const commented = `${start(1)}${r('moved')}${end(1)}`;
    const body =
      p(`<w:moveFrom>${commented}</w:moveFrom>${r('First')}`) +
      p(`${r('Then ')}<w:moveTo>${commented}</w:moveTo>`);
    expect((await readCommented(body, comment, '')).claims).toEqual([['moved', 'Ana: Sure?']]);
  });
});
