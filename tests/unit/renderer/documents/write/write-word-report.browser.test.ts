import { describe, expect, test } from 'vitest';
import { makeDocx, p, r } from '../read/word/make-docx.ts';
import { readXml } from './read-parts.ts';
import { createPlanChange, createPlanComment, readMapped, writeInto } from './write-report.ts';

const notes = {
  parts: {
    'word/footnotes.xml': {
      type: 'footnotes',
      xml: `<w:footnotes><w:footnote w:id="1">${p('Note')}</w:footnote></w:footnotes>`,
    },
  },
};
const numbered = {
  parts: {
    'word/numbering.xml': {
      type: 'numbering',
      xml: '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    },
  },
};

/** XML of a part with short marks: `{1:` and `:1}` are the ends of a range, `{1}` refers to the comment. */
function shortenXml(root: Element | null): string {
  if (!root) throw new Error('there is no body');
  return new XMLSerializer()
    .serializeToString(root)
    .replace(/ xmlns:\w+="[^"]*"/g, '')
    .replace(/<w:r><w:commentReference w:id="(\d+)"\/><\/w:r>/g, '{$1}')
    .replace(/<w:commentRangeStart w:id="(\d+)"\/>/g, '{$1:')
    .replace(/<w:commentRangeEnd w:id="(\d+)"\/>/g, ':$1}')
    .replace(/ w:author="Rita Reviewer" w:date="2026-01-02T03:04:05Z"/g, '')
    .replace(/ xml:space="preserve"/g, '')
    .replace(/<w:t>([^<]*)<\/w:t>/g, '$1')
    .replace(/w:|<\/?w:body>/g, '')
    .replace(/<\/?body>/g, '');
}

/** Writes comments on words and changes of words into a document. A change may name its comment. */
async function writeBody(
  body: string,
  { comments = [], changes = [] }: { comments?: (string | null)[]; changes?: (string | number)[][] },
  more: Omit<Parameters<typeof makeDocx>[0], 'body'> = {},
) {
  const bytes = makeDocx({ body, ...more });
  const draft = readMapped(bytes);
  if (!draft) throw new Error('there is no text');
  const find = (words: string) => {
    const start = draft.text.indexOf(words);
    if (start === -1) throw new Error(`the text has no “${words}”: ${draft.text}`);
    return { start, end: start + words.length };
  };
  const written = await writeInto(bytes, draft, {
    comments: comments.map((words, index) =>
      createPlanComment(index + 1, words === null ? null : find(words)),
    ),
    changes: changes.map(([words, text, comment], index) =>
      createPlanChange(
        index,
        find(String(words)),
        String(text),
        typeof comment === 'number' ? comment : null,
      ),
    ),
  });
  const read = (name: string) => shortenXml(readXml(written.bytes, name).documentElement);
  return {
    notTracked: written.notTracked,
    xml: shortenXml(
      readXml(written.bytes, 'word/document.xml').getElementsByTagNameNS('*', 'body')[0] ?? null,
    ),
    comments: comments.length > 0 ? read('word/comments.xml') : '',
    footnotes: more.parts && 'word/footnotes.xml' in more.parts ? read('word/footnotes.xml') : '',
  };
}

const complexField = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const control = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const within = (name: string, content: string) =>
  p(`${r('aa ')}<w:${name}>${content}</w:${name.split(' ')[0]}>${r(' dd')}`);
const bound = '<w:dataBinding/>';

test('a comment is on its exact words, and the parts of a split run keep its attributes and properties', async () => {
  const run = '<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>One two three</w:t></w:r>';
  const { xml } = await writeBody(p(run), { comments: ['two'] });
  const part = (text: string) => `<r rsidR="00A1"><rPr><b/></rPr>${text}</r>`;
  expect(xml).toBe(`<p>${part('One ')}{1:${part('two')}:1}{1}${part(' three')}</p>`);
});

describe('comments', () => {
  test.each([
    [
      'overlap and nest',
      p('One two three four'),
      ['One two', 'two three', 'One two three four', 'two'],
      '<p>{1:{3:<r>One </r>{2:{4:<r>two</r>:1}{1}:4}{4}<r> three</r>:2}{2}<r> four</r>:3}{3}</p>',
    ],
    [
      'cross paragraphs',
      p('One two') + p('three four'),
      ['two\n\nthree'],
      '<p><r>One </r>{1:<r>two</r></p><p><r>three</r>:1}{1}<r> four</r></p>',
    ],
    [
      'cross the cells of a table',
      `<w:tbl><w:tr><w:tc>${p('aa bb')}</w:tc><w:tc>${p('cc dd')}</w:tc></w:tr></w:tbl>${p('z')}`,
      ['bb\tcc'],
      '<tbl><tr><tc><p><r>aa </r>{1:<r>bb</r></p></tc><tc><p><r>cc</r>:1}{1}<r> dd</r></p></tc></tr></tbl><p><r>z</r></p>',
    ],
    [
      'go around fields',
      p(`${r('aa ')}${complexField(' REF x ', r('bb cc'))}${r(' dd')}`),
      ['bb', 'cc dd'],
      `<p><r>aa </r>{1:{2:${complexField(' REF x ', '<r>bb cc</r>').replaceAll('w:', '')}:1}{1}<r> dd</r>:2}{2}</p>`,
    ],
    [
      'are within links',
      within('hyperlink w:anchor="x"', r('bb cc')),
      ['bb'],
      '<p><r>aa </r><hyperlink anchor="x">{1:<r>bb</r>:1}{1}<r> cc</r></hyperlink><r> dd</r></p>',
    ],
    [
      'go around content controls that are bound to data',
      p(`${r('aa ')}${control(bound, r('bb cc'))}${r(' dd')}`),
      ['bb'],
      '<p><r>aa </r>{1:<sdt><sdtPr><dataBinding/></sdtPr><sdtContent><r>bb cc</r></sdtContent></sdt>:1}{1}<r> dd</r></p>',
    ],
    [
      'end in the paragraphs around a bound one',
      p('aa') + control(bound, p('bb')) + p('dd'),
      ['bb'],
      '<p><r>aa</r>{1:</p><sdt><sdtPr><dataBinding/></sdtPr><sdtContent><p><r>bb</r></p></sdtContent></sdt><p>:1}{1}<r>dd</r></p>',
    ],
    [
      'split the insertions of others, which pandoc needs',
      within('ins w:id="5" w:author="O"', r('bb cc')),
      ['bb'],
      '<p><r>aa </r>{7:<ins id="6" author="O"><r>bb</r></ins>:7}{7}<ins id="5" author="O"><r> cc</r></ins><r> dd</r></p>',
    ],
    [
      'of words in a table and after it end with the table, because LibreOffice would drop them',
      `<w:tbl><w:tr><w:tc>${p('aa bb')}</w:tc><w:tc>${p('cc')}</w:tc></w:tr></w:tbl>${p('dd')}${p('ee')}`,
      ['bb\tcc\n\ndd\n\nee'],
      '<tbl><tr><tc><p><r>aa </r>{1:<r>bb</r></p></tc><tc><p><r>cc</r>:1}{1}</p></tc></tr></tbl><p><r>dd</r></p><p><r>ee</r></p>',
    ],
  ])('%s', async (_what, body, comments, expected) => {
    expect((await writeBody(body, { comments })).xml).toBe(expected);
  });

  test('about words in a note are on the reference to it', async () => {
    const { xml } = await writeBody(
      p(`${r('aa')}<w:r><w:footnoteReference w:id="1"/></w:r>`),
      { comments: ['Note'] },
      notes,
    );
    expect(xml).toBe('<p><r>aa</r>{2:<r><footnoteReference id="1"/></r>:2}{2}</p>');
  });

  test('about words in a text box are around the box, and quote them', async () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${p('in box')}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const { xml, comments } = await writeBody(p(`${r('aa')}${box}`), { comments: ['box'] });
    expect(xml).toBe(
      '<p><r>aa</r>{1:<r><pict><v:textbox><txbxContent><p><r>in box</r></p></txbxContent></v:textbox></pict></r>:1}{1}</p>',
    );
    expect(comments).toContain('“box”');
  });

  test('without a place come first, and those on the number of an item before it', async () => {
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const { xml } = await writeBody(p('aa') + p('bb', list), { comments: [null, null, '1.'] }, numbered);
    expect(xml).toBe(
      '<p>{1::1}{1}{2::2}{2}<r>aa</r></p><p><pPr><numPr><ilvl val="0"/><numId val="1"/></numPr></pPr>{3::3}{3}<r>bb</r></p>',
    );
  });
});

describe('tracked changes', () => {
  test.each([
    [
      'replace words in their look',
      p(r('aa bb cc', '<w:b/>')),
      [['bb', 'xx']],
      '<p><r><rPr><b/></rPr>aa </r><del id="1"><r><rPr><b/></rPr><delText>bb</delText></r></del><ins id="2"><r><rPr><b/></rPr>xx</r></ins><r><rPr><b/></rPr> cc</r></p>',
    ],
    [
      'delete tab stops and line breaks, and nothing that is deleted already',
      p(
        '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r><w:del w:id="3" w:author="O"><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:br/><w:t>c</w:t></w:r>',
      ),
      [['a b\nc', 'y']],
      '<p><del id="4"><r><delText>a</delText><tab/><delText>b</delText></r></del><del id="3" author="O"><r><delText>x</delText></r></del><del id="5"><r><br/><delText>c</delText></r></del><ins id="6"><r>y</r></ins></p>',
    ],
    [
      'stand beside the insertions of others, and delete within them',
      within('ins w:id="5" w:author="O"', r('bb cc')),
      [['bb', 'xx']],
      '<p><r>aa </r><ins id="8" author="O"><del id="6"><r><delText>bb</delText></r></del></ins><ins id="7"><r>xx</r></ins><ins id="5" author="O"><r> cc</r></ins><r> dd</r></p>',
    ],
    [
      'take all white space that a space stands for',
      p(`${r('Two   words  ')}${r('  and')}`),
      [
        ['Two ', 'X'],
        ['words ', ''],
      ],
      '<p><del id="1"><r><delText>Two   </delText></r></del><ins id="2"><r>X</r></ins><del id="3"><r><delText>words  </delText></r><r><delText>  </delText></r></del><r>and</r></p>',
    ],
    [
      'do not take the font of symbols, or the place of raised figures',
      p(
        `${r('a', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')}${r('m')}${r('2', '<w:vertAlign w:val="superscript"/>')}`,
      ),
      [
        ['α', 'b'],
        ['²', '³'],
      ],
      '<p><del id="1"><r><rPr><rFonts ascii="Symbol" hAnsi="Symbol"/></rPr><delText>a</delText></r></del><ins id="2"><r>b</r></ins><r>m</r><del id="3"><r><rPr><vertAlign val="superscript"/></rPr><delText>2</delText></r></del><ins id="4"><r>³</r></ins></p>',
    ],
    [
      'have line breaks',
      p('aa bb cc'),
      [['bb', 'x\ny']],
      '<p><r>aa </r><del id="1"><r><delText>bb</delText></r></del><ins id="2"><r>x<br/>y</r></ins><r> cc</r></p>',
    ],
    [
      'delete and insert in moved text',
      within('moveTo w:id="5" w:author="O"', r('bb cc')),
      [['bb', 'xx']],
      '<p><r>aa </r><moveTo id="8" author="O"><del id="6"><r><delText>bb</delText></r></del></moveTo><ins id="7"><r>xx</r></ins><moveTo id="5" author="O"><r> cc</r></moveTo><r> dd</r></p>',
    ],
    [
      'leave cells as they are',
      `<w:tbl><w:tr><w:tc>${p('aa')}</w:tc><w:tc>${p('bb')}</w:tc></w:tr></w:tbl>`,
      [['aa\tbb', 'x\ty']],
      '<tbl><tr><tc><p><del id="1"><r><delText>aa</delText></r></del><ins id="2"><r>x</r></ins></p></tc><tc><p><del id="3"><r><delText>bb</delText></r></del><ins id="4"><r>y</r></ins></p></tc></tr></tbl>',
    ],
  ])('%s', async (_what, body, changes, expected) => {
    const { xml, notTracked } = await writeBody(body, { changes });
    expect(xml).toBe(expected);
    expect(notTracked).toBe(0);
  });

  const center = '<w:jc w:val="center"/>';
  test.each([
    [
      'are deleted between words',
      p('aa bb', center) + p('cc dd', center),
      [['bb\n\ncc', 'x']],
      '<p><pPr><jc val="center"/><rPr><del id="3"/></rPr></pPr><r>aa </r><del id="1"><r><delText>bb</delText></r></del></p><p><pPr><jc val="center"/></pPr><del id="2"><r><delText>cc</delText></r></del><ins id="4"><r>x</r></ins><r> dd</r></p>',
    ],
    [
      'are deleted with the words of whole paragraphs, empty ones included',
      `${p('aa')}<w:p/>${p('bb ')}${p('cc')}`,
      [['aa\n\nbb\n\n', 'x ']],
      '<p><pPr><rPr><del id="3"/></rPr></pPr><del id="1"><r><delText>aa</delText></r></del></p><p><pPr><rPr><del id="4"/></rPr></pPr></p><p><pPr><rPr><del id="5"/></rPr></pPr><del id="2"><r><delText>bb </delText></r></del><ins id="6"><r>x </r></ins></p><p><r>cc</r></p>',
    ],
    [
      'that look different make the last one look like the first',
      p('aa', center) + p('bb', '<w:keepNext/><w:rPr><w:b/></w:rPr>'),
      [['\n\n', ' ']],
      '<p><pPr><jc val="center"/><rPr><del id="1"/></rPr></pPr><r>aa</r><ins id="3"><r> </r></ins></p><p><pPr><jc val="center"/><rPr><b/></rPr><pPrChange id="2"><pPr><keepNext/></pPr></pPrChange></pPr><r>bb</r></p>',
    ],
    [
      'are inserted with the look of the paragraph',
      p('aa bb', center),
      [['bb', 'x\n\ny']],
      '<p><pPr><jc val="center"/><rPr><ins id="4"/></rPr></pPr><r>aa </r><del id="1"><r><delText>bb</delText></r></del><ins id="2"><r>x</r></ins></p><p><pPr><jc val="center"/></pPr><ins id="3"><r>y</r></ins></p>',
    ],
    [
      'are blank lines within a link',
      within('hyperlink w:anchor="x"', r('bb cc')),
      [['bb', 'x\n\ny']],
      '<p><r>aa </r><hyperlink anchor="x"><del id="1"><r><delText>bb</delText></r></del><ins id="2"><r>x</r></ins><ins id="4"><r><br/><br/></r></ins><ins id="3"><r>y</r></ins><r> cc</r></hyperlink><r> dd</r></p>',
    ],
    [
      'that stay have a change each',
      p('aa bb') + p('cc dd'),
      [['bb\n\ncc', 'x\n\ny']],
      '<p><r>aa </r><del id="1"><r><delText>bb</delText></r></del><ins id="2"><r>x</r></ins></p><p><del id="3"><r><delText>cc</delText></r></del><ins id="4"><r>y</r></ins><r> dd</r></p>',
    ],
  ])('of paragraphs: those that %s', async (_what, body, changes, expected) => {
    const { xml, notTracked } = await writeBody(body, { changes });
    expect(xml).toBe(expected);
    expect(notTracked).toBe(0);
  });

  test('in a text box are in each copy of it', async () => {
    const box = (name: string, words: string) =>
      `<mc:${name}><w:pict><v:textbox><w:txbxContent>${p(words)}</w:txbxContent></v:textbox></w:pict></mc:${name}>`;
    const write = (copy: string) =>
      writeBody(
        p(
          `${r('aa')}<w:r><mc:AlternateContent>${box('Choice', 'in box')}${copy}</mc:AlternateContent></w:r>`,
        ),
        { changes: [['box', 'x']] },
      );
    const { xml, notTracked } = await write(box('Fallback', 'in box'));
    expect(notTracked).toBe(0);
    const change = (first: number) =>
      `<p><r>in </r><del id="${first}"><r><delText>box</delText></r></del><ins id="${first + 1}"><r>x</r></ins></p>`;
    expect(xml).toContain(change(1));
    expect(xml).toContain(change(3));
    expect((await write(box('Fallback', 'other words'))).notTracked).toBe(1);
    expect((await write('<mc:Fallback><w:drawing/></mc:Fallback>')).notTracked).toBe(0);
  });

  test.each([
    ['a field', p(`${r('aa ')}${complexField(' REF x ', r('bb'))}`)],
    ['a simple field', within('fldSimple w:instr=" REF x "', r('bb'))],
    ['a content control that is bound to data', p(control(bound, r('bb')))],
    ['a content control that is locked', p(control('<w:lock w:val="contentLocked"/>', r('bb')))],
    ['a ruby', p(`<w:r><w:ruby><w:rt>${r('x')}</w:rt><w:rubyBase>${r('bb')}</w:rubyBase></w:ruby></w:r>`)],
    ['two sections', p('b', '<w:sectPr/>') + p('b')],
    [
      'two paragraphs with a table between them',
      `${p('b')}<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>${p('b')}`,
    ],
    ['words with a picture', p('<w:r><w:t>b</w:t><w:drawing/><w:t>b</w:t></w:r>')],
    ['two cells', `<w:tbl><w:tr><w:tc>${p('b')}</w:tc><w:tc>${p('b')}</w:tc></w:tr></w:tbl>`],
  ])('are not made in %s, and the comment says so', async (what, body) => {
    const words = what === 'two cells' ? 'b\tb' : what.startsWith('two') ? 'b\n\nb' : 'bb';
    const { xml, notTracked, comments } = await writeBody(body, {
      comments: [words],
      changes: [[words, 'x', 0]],
    });
    expect(notTracked).toBe(1);
    expect(xml).not.toMatch(/<(del|ins) id="\d+"(?! author)/);
    expect(comments).toContain('Correction 0');
  });

  test('in a note are in its part', async () => {
    const { notTracked, footnotes } = await writeBody(
      p(`${r('aa')}<w:r><w:footnoteReference w:id="1"/></w:r>`),
      { changes: [['Note', 'Mote']] },
      notes,
    );
    expect(notTracked).toBe(0);
    expect(footnotes).toContain('<delText>Note</delText></r></del><ins id="3"><r>Mote</r></ins>');
  });
});
