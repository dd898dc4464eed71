import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readText } from '../../../../renderer/importer/read';
import { type DocumentText, documentTextSchema } from '../../../../shared/quotes/document-text';
import { makePdf } from './make-pdf';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (name: string, content: string | Uint8Array) =>
  readText({
    origin: { kind: 'file', name },
    type: null,
    charset: null,
    bytes: typeof content === 'string' ? utf8(content) : content,
  });
const text = (words: string): DocumentText => ({ state: 'read', pages: [words], paged: false, beside: [] });

describe('a PDF', () => {
  test('is read page by page and line by line', async () => {
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

  test('is known by its content, wherever in the first kilobyte it begins', async () => {
    const pdf = makePdf({ pages: [['Hello']] });
    const late = new Uint8Array(pdf.length + 500).fill(10);
    late.set(pdf, 500);
    expect(await read('a.txt', late)).toMatchObject({ state: 'read', pages: ['Hello'] });
    const words = 'A file begins with %PDF- when it is one.';
    expect(await read('a.txt', words)).toEqual(text(words));
    expect(await read('a.pdf', 'no PDF at all')).toEqual(text('no PDF at all'));
  });

  test('tells what is beside its pages: properties, links, bookmarks', async () => {
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

  test('in Japanese, whose letters are in a table of pdf.js', async () => {
    const contents = ['BT /J 12 Tf 50 700 Td <93FA967B> Tj ET'];
    expect(await read('a.pdf', makePdf({ pages: [], contents }))).toMatchObject({ pages: ['日本'] });
  });

  test('parts what stands higher or lower, where no end of a line is told', async () => {
    const contents = ['BT /F 12 Tf 50 700 Td (Head) Tj ET BT /F 12 Tf 50 300 Td (Body) Tj ET'];
    expect(await read('a.pdf', makePdf({ pages: [], contents }))).toMatchObject({ pages: ['Head\nBody'] });
  });

  test('without words has no text', async () => {
    expect(await read('scan.pdf', makePdf({ pages: [[], []] }))).toEqual({ state: 'noText' });
  });

  test('with a password is said to have one', async () => {
    expect(await read('a.pdf', makePdf({ pages: [['Hello']], locked: true }))).toEqual({
      state: 'unreadable',
      why: 'The file is protected by a password.',
    });
  });

  test('that is damaged is said to be', async () => {
    expect(await read('a.pdf', '%PDF-1.4\nand nothing of one')).toEqual({
      state: 'unreadable',
      why: 'The file is damaged.',
    });
  });
});

describe('a text', () => {
  test.each(['txt', 'md', 'csv', 'json', 'xml', ''])('.%s is read as it stands', async (ending) => {
    expect(await read(`a.${ending}`, 'one, two\r\n“three”')).toEqual(text('one, two\n“three”'));
  });

  test('in Windows-1252 as well', async () => {
    const western = Uint8Array.from('The \x93caf\xe9\x94 is open', (letter) => letter.charCodeAt(0));
    expect(await read('a.csv', western)).toEqual(text('The “café” is open'));
  });

  test('with broken letters is unreadable', async () => {
    expect(await read('a.txt', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8))).toMatchObject({ state: 'unreadable' });
  });
});

describe('a web page', () => {
  const page = `<!doctype html><html><head><title>The &amp; title</title><style>p { color: red }</style></head>
    <body onload="alert(1)"><h1 style="color: red">Ferry</h1><p>It was <b>built</b> in 1986.<p>Tickets<br>are free.
    <script>document.title = 'ran'</script><a href="https://example.org/a">Away</a>
    <img src="https://example.org/b.png"></body></html>`;

  test.each(['a.html', 'a.HTM', 'saved'])(
    'called %s gives its words, and its title and links beside',
    async (name) => {
      const found = await read(name, page);
      expect(found).toMatchObject({
        state: 'read',
        paged: false,
        beside: ['The & title', 'https://example.org/a'],
      });
      const lines =
        found.state === 'read' ? (found.pages[0] ?? '').split('\n').map((line) => line.trim()) : [];
      expect(lines.filter((line) => line !== '')).toEqual([
        'Ferry',
        'It was built in 1986.',
        'Tickets',
        'are free.',
        'Away',
      ]);
    },
  );

  test('loads and runs nothing', async () => {
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
  ['rich text', '{\\rtf1 Hello}'],
  ['bytes', Uint8Array.from({ length: 999 }, (_, at) => (at * at) % 7)],
])('%s has no text', async (_what, content) => {
  expect(await read('a.dat', content)).toEqual({ state: 'noText' });
});

test('whatever the bytes, there is an answer', async () => {
  const pdf = makePdf({ pages: [['Hello']], title: 'Title', link: 'https://example.org/', bookmark: 'One' });
  const places = fc.array(fc.tuple(fc.nat({ max: pdf.length - 1 }), fc.nat({ max: 255 })), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(places, async (flips) => {
      const bytes = pdf.slice();
      for (const [at, byte] of flips) bytes[at] = byte;
      expect(documentTextSchema.safeParse(await read('a.pdf', bytes)).success).toBe(true);
    }),
    { numRuns: 15 },
  );
});
