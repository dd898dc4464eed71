import { describe, expect, test } from 'vitest';
import { draftOf, makeDocx, p, r } from '../make-docx';

interface TestComment {
  id: number;
  words: string;
  by?: string;
  at?: string;
}

const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/>`;

/** Reads the draft of a document with comments; `extended` is null for a file that does not say which are replies. */
async function readCommented(body: string, testComments: readonly TestComment[], extended: string | null) {
  const comments = testComments.map(
    ({ id, words, by = '', at }) =>
      `<w:comment w:id="${id}" w:author="${by}"${at ? ` w:date="${at}"` : ''}><w:p w14:paraId="P${id}">${r(words)}</w:p></w:comment>`,
  );
  const threads = { type: 'commentsExtended', xml: `<w15:commentsEx>${extended}</w15:commentsEx>` };
  const { claims, notices, proposal } = await draftOf(
    makeDocx({
      body,
      parts: {
        'word/comments.xml': { type: 'comments', xml: `<w:comments>${comments.join('')}</w:comments>` },
        ...(extended === null ? {} : { 'word/commentsExtended.xml': threads }),
      },
    }),
  );
  return { claims, notices, annotations: proposal.claims.map(({ annotation }) => annotation) };
}

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
    const { claims, annotations } = await readCommented(onOne, comments, extended);
    expect(claims).toEqual([['One', 'Ana: Why? (resolved)\nBo: Because.\nAna: Fine.']]);
    expect(annotations).toMatchObject([
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
