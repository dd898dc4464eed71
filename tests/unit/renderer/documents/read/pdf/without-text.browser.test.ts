import { describe, expect, test } from 'vitest';
import { makePdf, streamOf } from '../make-pdf.ts';
import { readPdf } from './reading.ts';

const picture = streamOf(
  '\xff',
  '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 1 /ColorSpace /DeviceGray',
);
const drawPicture = (width: number, height: number) => `q ${width} 0 0 ${height} 10 10 cm /X Do Q`;
const pictures = (...sizes: [number, number][]) =>
  makePdf({
    pages: [],
    contents: sizes.map(([width, height]) => drawPicture(width, height)),
    more: [picture],
  });
const text = 'BT /F 12 Tf 50 700 Td (The ferry that has carried the people over the Sound is old.) Tj ET';

/** Makes a form of one text field with this value. */
const form = (value: string, contents = ['']) =>
  makePdf({
    pages: [],
    contents,
    more: [
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (Name) /Rect [100 690 300 710] ${value === '' ? '' : `/V (${value})`} >>`,
    ],
    annotations: '11 0 R',
    catalogEntry: '/AcroForm << /Fields [11 0 R] >>',
  });

describe('a PDF without text is refused by what there is on its pages', () => {
  test.each([
    ['a scan', pictures([580, 780], [580, 780]), 'is a scan'],
    [
      'a scan of several strips',
      makePdf({
        pages: [],
        contents: [`${drawPicture(500, 200)} ${drawPicture(500, 200)}`],
        more: [picture],
      }),
      'is a scan',
    ],
    [
      'a scan with blank pages',
      makePdf({ pages: [], contents: ['', drawPicture(580, 780)], more: [picture] }),
      'is a scan',
    ],
    ['blank pages', makePdf({ pages: [[], []] }), 'has only blank pages'],
    ['a small picture', pictures([100, 100]), 'holds pictures but no text'],
    [
      'drawings',
      makePdf({ pages: [], contents: ['10 10 m 90 90 l S 20 20 50 50 re f'] }),
      'holds drawings but no text',
    ],
    ['an empty form', form(''), 'is a form in which nothing is filled in'],
  ])('%s', async (_kind, bytes, words) => {
    const imported = await readPdf(bytes);
    expect(imported).toMatchObject({
      ok: false,
      problem: { code: 'noText', message: expect.stringContaining(`a.pdf ${words}`) },
    });
    expect(imported).toMatchObject({ problem: { message: expect.stringContaining('nothing was changed') } });
  });
});

describe('pages without text in a PDF that has some are named', () => {
  test('blank pages are not taken for scans, nor scans for blank pages', async () => {
    const contents = [text, '', drawPicture(580, 780), text, drawPicture(580, 780)];
    expect(await readPdf(makePdf({ pages: [], contents, more: [picture] }))).toMatchObject({
      notices: [
        { kind: 'pagesWithoutText', count: 1, pages: [2] },
        { kind: 'pagesWithPictures', count: 2, pages: [3, 5] },
      ],
    });
  });

  test('a scan that was given a page number counts as a scan', async () => {
    const contents = [text, `${drawPicture(580, 780)} BT /F 9 Tf 300 500 Td (Exhibit 4) Tj ET`];
    expect(await readPdf(makePdf({ pages: [], contents, more: [picture] }))).toMatchObject({
      notices: [{ kind: 'pagesWithPictures', count: 1, pages: [2] }],
    });
  });
});

test('what is filled in on a form becomes text where it stands, and is counted', async () => {
  const label = 'BT /F 12 Tf 50 696 Td (Name:) Tj ET BT /F 12 Tf 50 650 Td (Signed in London.) Tj ET';
  expect(await readPdf(form('Ada Fields', [label]))).toMatchObject({
    proposal: { text: 'Name: Ada Fields\n\nSigned in London.' },
    notices: [{ kind: 'fieldsKept', count: 1 }],
  });
});

const lock = (filters: string) =>
  `<< /Filter /Standard /V 4 /R 4 /Length 128 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /CF << /StdCF << /CFM /AESV2 /AuthEvent /EFOpen /Length 16 >> >> ${filters} >>`;

describe('a PDF with a lock', () => {
  test('a PDF whose attachments alone are locked is read', async () => {
    const pdf = makePdf({
      pages: [['The ferry is old.']],
      lock: lock('/StmF /Identity /StrF /Identity /EFF /StdCF'),
    });
    expect(await readPdf(pdf)).toMatchObject({ ok: true, proposal: { text: 'The ferry is old.' } });
  });

  test('a PDF whose text is locked is refused', async () => {
    const pdf = makePdf({
      pages: [['The ferry is old.']],
      lock: lock('/StmF /StdCF /StrF /StdCF /EFF /StdCF'),
    });
    expect(await readPdf(pdf)).toMatchObject({ ok: false, problem: { code: 'protected' } });
  });
});
