import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPackageTexts } from '#renderer/documents/read/package/read-package-texts.ts';
import { findLeaksInPackage } from '#shared/reports/confidential/package-texts.ts';

const secret = { text: 'Zelda Quorn', description: 'the name of a source', level: 'certain' } as const;

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const wordDocument = (body: string) =>
  `<?xml version="1.0"?><w:document ${w} xmlns:mc="urn:mc"><w:body>${body}</w:body></w:document>`;
const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

const plain = { 'word/document.xml': wordDocument(`<w:p>${run('The mill closed.')}</w:p>`) };

type Content = string | Uint8Array;

const pack = (parts: Record<string, Content>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );

function findIn(parts: Record<string, Content>): string[] {
  const texts = readPackageTexts(pack({ ...plain, ...parts }));
  if (texts.state !== 'read') throw new Error(texts.why);
  return findLeaksInPackage(texts.places, [secret]).map((message) =>
    message.replace(/^The name of a source appears in (.*)\.$/, '$1'),
  );
}

const inText = (body: string) => ({ 'word/document.xml': wordDocument(body) });
const utf16 = (text: string) => new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
const jpeg = new Uint8Array([
  0xff,
  0xd8,
  0xff,
  0xe1,
  0,
  60,
  ...strToU8('Exif\0\0Artist\0Zelda Quorn\0'),
  0xff,
  0xda,
]);

/** Each place of a file in which something old may be, with the name of that place. */
const leaks: [string, Record<string, Content>][] = [
  ['the text of the file', inText(`<w:p>${run('By Zel')}${run('da Qu')}${run('orn')}</w:p>`)],
  ['the text of the file', inText(`<w:p>${run('Zelda')}<w:r><w:tab/></w:r>${run('Quorn')}</w:p>`)],
  [
    'deleted words',
    inText('<w:p><w:del w:id="1"><w:r><w:delText>Zelda Quorn</w:delText></w:r></w:del></w:p>'),
  ],
  ['deleted words', inText(`<w:p><w:moveFrom w:id="1">${run('Zelda Quorn')}</w:moveFrom></w:p>`)],
  [
    'a field of the text',
    inText('<w:p><w:r><w:instrText>INCLUDETEXT "Zelda Quorn.doc"</w:instrText></w:r></w:p>'),
  ],
  ['a property within the text', inText('<w:p><w:ins w:id="1" w:author="Zelda Quorn"/></w:p>')],
  ['a property within the text', inText('<w:p><w:r><w:drawing descr="Zelda Quorn at work"/></w:r></w:p>')],
  ['a property within the text', inText('<w:p><!-- Zelda Quorn --></w:p>')],
  [
    'a comment',
    {
      'word/comments.xml': `<w:comments ${w}><w:comment w:id="1"><w:p>${run('From Zelda Quorn')}</w:p></w:comment></w:comments>`,
    },
  ],
  [
    'a comment',
    { 'word/comments.xml': `<w:comments ${w}><w:comment w:id="1" w:author="Zelda Quorn"/></w:comments>` },
  ],
  ['a comment', { 'word/commentsExtended.xml': '<w15:x xmlns:w15="u" w15:who="Zelda Quorn"/>' }],
  [
    'a note of the text',
    {
      'word/footnotes.xml': `<w:footnotes ${w}><w:footnote><w:p>${run('Zelda Quorn')}</w:p></w:footnote></w:footnotes>`,
    },
  ],
  ['a page header or footer', { 'word/header2.xml': `<w:hdr ${w}><w:p>${run('Zelda Quorn')}</w:p></w:hdr>` }],
  [
    'the list of people in the file',
    { 'word/people.xml': '<w15:people xmlns:w15="u"><w15:person w15:author="Zelda Quorn"/></w15:people>' },
  ],
  [
    'the settings of the file',
    { 'word/settings.xml': `<w:settings ${w}><w:docVar w:val="Zelda Quorn"/></w:settings>` },
  ],
  [
    'a link or path in the file',
    {
      'word/_rels/settings.xml.rels':
        '<Relationships xmlns="u"><Relationship Id="r" Type="http://x/attachedTemplate" Target="file:///C:/Users/Zelda%20Quorn/Zelda Quorn.dotx" TargetMode="External"/></Relationships>',
    },
  ],
  [
    'a link or path in the file',
    {
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="u"><Relationship Id="r" Type="http://x/hyperlink" Target="https://x.example/Zelda-Quorn" TargetMode="External"/></Relationships>',
    },
  ],
  [
    'the properties of the file',
    { 'docProps/core.xml': '<c xmlns:dc="u"><dc:creator>Zelda Quorn</dc:creator></c>' },
  ],
  [
    'the properties of the file',
    {
      'docProps/app.xml':
        '<P><Manager>Zelda</Manager><Company>x</Company><Template>Zelda Quorn.dotm</Template></P>',
    },
  ],
  ['the properties of the file', { 'docProps/custom.xml': '<P><p name="by"><v>Zelda Quorn</v></p></P>' }],
  ['the thumbnail of the file', { 'docProps/thumbnail.jpeg': jpeg }],
  ['a picture in the file', { 'word/media/image1.jpeg': jpeg }],
  ['the custom data of the file', { 'customXml/item1.xml': '<a><b who="Zelda Quorn"/></a>' }],
  [
    'the building blocks of the file',
    { 'word/glossary/document.xml': wordDocument(`<w:p>${run('Zelda Quorn')}</w:p>`) },
  ],
  [
    'the styles of the file',
    {
      'word/styles.xml': `<w:styles ${w}><w:style w:styleId="a"><w:name w:val="Zelda Quorn"/></w:style></w:styles>`,
    },
  ],
  [
    'a macro of the file',
    { 'word/vbaProject.bin': new Uint8Array([1, 2, 0, ...utf16('Zelda Quorn'), 0, 0, 7]) },
  ],
  [
    'a macro of the file',
    { 'word/vbaProject.bin': new Uint8Array([1, 0, ...utf16('Zelda Quorn'), 0, 0, 7]) },
  ],
  [
    'an embedded file',
    { 'word/embeddings/oleObject1.bin': new Uint8Array([9, 0, ...strToU8('Zelda Quorn'), 0]) },
  ],
  [
    'an embedded file',
    {
      'word/embeddings/book.xlsx': pack({
        'xl/sharedStrings.xml': '<sst><si><r><t>Zelda </t></r><r><t>Quorn</t></r></si></sst>',
      }),
    },
  ],
  ['another part of the file', { 'word/afchunk.mht': 'Zelda Quorn' }],
  ['another part of the file', { 'odd.xml': 'not well-formed <Zelda Quorn' }],
  ['the names of its parts', { 'word/media/Zelda Quorn.bin': new Uint8Array([1]) }],
  ['the text of the file', { 'xl/sharedStrings.xml': '<sst><si><t>Zelda Quorn</t></si></sst>' }],
];

describe('The texts of a written file', () => {
  test.each(leaks)('Something is found in %s: %j', (name, parts) => {
    expect(findIn(parts)).toContain(name);
  });

  test('Nothing is found where there is nothing', () => {
    expect(findIn({})).toEqual([]);
    expect(findIn(inText(`<w:p>${run('Zelda')}</w:p><w:p>${run('Quornford')}</w:p>`))).toEqual([]);
  });

  test('An alternative for older programs counts once, unless it says something else', () => {
    const alternative = (fallback: string) =>
      inText(
        `<w:p><mc:AlternateContent><mc:Choice>${run('By Zelda Quorn')}</mc:Choice><mc:Fallback>${run(fallback)}</mc:Fallback></mc:AlternateContent></w:p>`,
      );
    const count = (fallback: string) => {
      const texts = readPackageTexts(pack(alternative(fallback)));
      if (texts.state !== 'read') throw new Error(texts.why);
      return texts.places.find(({ kind }) => kind === 'text')?.text.split('Quorn').length;
    };
    expect([count('By Zelda Quorn'), count('Quorn said')]).toEqual([2, 3]);
  });

  test('Comments of a zip, of an entry, and bytes behind the content are read as well', () => {
    const words = strToU8('Zelda Quorn ');
    const find = (bytes: Uint8Array) => {
      const texts = readPackageTexts(bytes);
      return texts.state === 'read' ? findLeaksInPackage(texts.places, [secret]).join() : texts.why;
    };
    const parts = { 'word/document.xml': strToU8(plain['word/document.xml']) };
    const entry = zipSync({ ...parts, 'a.bin': [new Uint8Array([1]), { comment: 'Zelda Quorn' }] });
    expect(find(entry)).toContain('the names of its parts');
    const whole = zipSync(parts);
    const commented = new Uint8Array([...whole, ...words]);
    commented[whole.length - 2] = words.length;
    expect(find(commented)).toContain('the names of its parts');
    expect(find(whole)).toBe('');
    const directory = whole.findIndex((_, at) => String(whole.subarray(at, at + 4)) === '80,75,1,2');
    const between = new Uint8Array([...whole.subarray(0, directory), ...words, ...whole.subarray(directory)]);
    new DataView(between.buffer).setUint32(between.length - 6, directory + words.length, true);
    expect(find(between)).toContain('the names of its parts');
  });

  test('A file that can’t be read, or is a bomb, is no file without leaks', () => {
    expect(readPackageTexts(strToU8('no zip'))).toEqual({
      state: 'unreadable',
      why: 'is damaged',
    });
    const bomb = pack({ ...plain, 'word/media/a.bin': new Uint8Array(3_000_000) });
    expect(readPackageTexts(bomb)).toMatchObject({ state: 'unreadable' });
  });
});
