import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDraft, readText } from '#renderer/documents/read/read.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import { type DocumentText, documentTextSchema } from '#shared/import/base/document-text.ts';
import { choose } from '#tests/unit/effort.ts';
import { damagedCopies } from './damaged-copies.ts';
import { makePdf } from './make-pdf.ts';
import { strictReporter } from './reporter.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (name: string, content: string | Uint8Array) =>
  readText(
    {
      origin: createFileOrigin(name),
      type: null,
      charset: null,
      bytes: typeof content === 'string' ? utf8(content) : content,
    },
    strictReporter,
  );
const text = (words: string): DocumentText => ({ state: 'read', pages: [words], paged: false, beside: [] });

test('ligatures become letters in every format, and are counted', async () => {
  const file = {
    origin: createFileOrigin('a.txt'),
    type: null,
    charset: null,
    bytes: utf8('The ﬁrst oﬃce.'),
  };
  const result = await readDraft(file, strictReporter);
  expect(result).toMatchObject({
    proposal: { text: 'The first office.' },
    notices: expect.arrayContaining([{ kind: 'ligaturesResolved', count: 2 }]),
  });
});

describe('a PDF', () => {
  test('a PDF is read page by page and line by line', async () => {
    const pages = [
      ['The ferry carried', '1.2 million people.'],
      ['It was built', 'in 1986.'],
    ];
    expect(await read('a.pdf', makePdf({ pages }))).toMatchObject({
      state: 'read',
      paged: true,
      pages: pages.map((lines) => lines.join('\n')),
    });
  });

  test('a PDF is recognized by its content, anywhere in the first kilobyte', async () => {
    const pdf = makePdf({ pages: [['Hello']] });
    const delayed = new Uint8Array(pdf.length + 500).fill(10);
    delayed.set(pdf, 500);
    expect(await read('a.txt', delayed)).toMatchObject({ state: 'read', pages: ['Hello'] });
    const words = 'A file begins with %PDF- when it is one.';
    expect(await read('a.txt', words)).toEqual(text(words));
    expect(await read('a.pdf', 'no PDF at all')).toEqual(text('no PDF at all'));
  });

  test('properties, links and bookmarks of a PDF are read beside its pages', async () => {
    const pdf = makePdf({
      pages: [['Hello']],
      title: 'The ledger',
      link: 'https://example.org/ledger',
      bookmark: 'Chapter one',
    });
    expect(await read('a.pdf', pdf)).toMatchObject({
      pages: ['Hello'],
      beside: expect.arrayContaining(['The ledger', 'https://example.org/ledger', 'Chapter one']),
    });
  });

  test('the pages of a PDF are read in order, also when there are many', async () => {
    const pages = Array.from({ length: 11 }, (_, index) => [`Page ${index + 1}`]);
    expect(await read('a.pdf', makePdf({ pages }))).toMatchObject({ pages: pages.flat() });
  });

  test('a PDF whose list of embedded files is damaged is read without its links', async () => {
    const more = ['<< /Kids [12 0 R 12 0 R] >>', '<< /Names [] >>'];
    const catalogEntry = '/Names << /EmbeddedFiles 11 0 R >>';
    const pdf = makePdf({ pages: [['Hello']], link: 'https://example.org/ledger', more, catalogEntry });
    expect(await read('a.pdf', pdf)).toMatchObject({ pages: ['Hello'] });
  });

  test('a PDF in Japanese is read with a character map of pdf.js', async () => {
    const contents = ['BT /J 12 Tf 50 700 Td <93FA967B> Tj ET'];
    expect(await read('a.pdf', makePdf({ pages: [], contents }))).toMatchObject({ pages: ['日本'] });
  });

  test('text of a PDF at different heights is put on different lines, without line ends in the file', async () => {
    const contents = ['BT /F 12 Tf 50 700 Td (Head) Tj ET BT /F 12 Tf 50 300 Td (Body) Tj ET'];
    expect(await read('a.pdf', makePdf({ pages: [], contents }))).toMatchObject({ pages: ['Head\nBody'] });
  });

  test('a PDF without text is read as one without text', async () => {
    expect(await read('scan.pdf', makePdf({ pages: [[], []] }))).toEqual({ state: 'noText' });
  });

  test('a PDF with a password is unreadable, and the answer says so', async () => {
    expect(await read('a.pdf', makePdf({ pages: [['Hello']], locked: true }))).toEqual({
      state: 'unreadable',
      why: 'The file is protected by a password.',
    });
  });

  test('a damaged PDF is unreadable, and the answer says so', async () => {
    expect(await read('a.pdf', '%PDF-1.4\nand nothing of one')).toEqual({
      state: 'unreadable',
      why: 'The file is damaged.',
    });
  });
});

describe('a text', () => {
  test.each(['txt', 'md', 'csv', 'json', 'xml', ''])(
    'a text file named .%s is read unchanged',
    async (ending) => {
      expect(await read(`a.${ending}`, 'one, two\r\n“three”')).toEqual(text('one, two\n“three”'));
    },
  );

  test('a text file in Windows-1252 is decoded', async () => {
    const western = Uint8Array.from('The \x93caf\xe9\x94 is open', (character) => character.charCodeAt(0));
    expect(await read('a.csv', western)).toEqual(text('The “café” is open'));
  });

  test('a text file with invalid characters is unreadable', async () => {
    expect(await read('a.txt', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8))).toMatchObject({ state: 'unreadable' });
  });
});

describe('a web page', () => {
  const page = `<!doctype html><html><head><title>The &amp; title</title><style>p { color: red }</style></head>
    <body onload="alert(1)"><h1 style="color: red">Ferry</h1><p>It was <b>built</b> in 1986.<p>Tickets<br>are free.
    <script>document.title = 'ran'</script><a href="https://example.org/a">Away</a>
    <img src="https://example.org/b.png"></body></html>`;

  test.each(['a.html', 'a.HTM', 'saved'])(
    'the text of the web page %s is read, and its title and links beside it',
    async (name) => {
      const result = await read(name, page);
      expect(result).toMatchObject({
        state: 'read',
        paged: false,
        beside: ['The & title', 'https://example.org/a'],
      });
      const lines =
        result.state === 'read' ? (result.pages[0] ?? '').split('\n').map((line) => line.trim()) : [];
      expect(lines.filter((line) => line !== '')).toEqual([
        'Ferry',
        'It was built in 1986.',
        'Tickets',
        'are free.',
        'Away',
      ]);
    },
  );

  test('reading a web page loads and runs nothing', async () => {
    performance.clearResourceTimings();
    await read(
      'a.html',
      '<img src="/nothing.png" onerror="window.ran = true"><script>window.ran = true</script>x',
    );
    expect('ran' in window).toBe(false);
    expect(performance.getEntriesByName(new URL('/nothing.png', location.href).href)).toEqual([]);
  });
});

test.each([
  ['nothing', new Uint8Array()],
  ['only spaces', ' \n '],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)],
  ['a Word document', 'PK\x03\x04 and so on'],
  ['bytes', Uint8Array.from({ length: 999 }, (_, at) => (at * at) % 7)],
])('a file with %s has no text', async (_kind, content) => {
  expect(await read('a.dat', content)).toEqual({ state: 'noText' });
});

test('a PDF damaged at random has an answer that the schema accepts', async () => {
  const pdf = makePdf({ pages: [['Hello']], title: 'Title', link: 'https://example.org/', bookmark: 'One' });
  await fc.assert(
    fc.asyncProperty(damagedCopies(pdf), async (bytes) => {
      expect(documentTextSchema.safeParse(await read('a.pdf', bytes)).success).toBe(true);
    }),
    { numRuns: choose(4, 15) },
  );
});

test('an error that no format expects is reported, and the file is answered as damaged', async () => {
  const bug = new TypeError('a bug');
  const file = {
    origin: createFileOrigin('a.txt'),
    type: null,
    charset: null,
    get bytes(): Uint8Array {
      throw bug;
    },
  };
  const errors: unknown[] = [];
  const reporter = { ...strictReporter, reportError: (error: unknown) => errors.push(error) };
  expect(await readDraft(file, reporter)).toMatchObject({ ok: false, problem: { code: 'damaged' } });
  expect(await readText(file, reporter)).toMatchObject({ state: 'unreadable' });
  expect(errors).toEqual([bug, bug]);
});
