import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { word } from '#renderer/documents/read/word/word.ts';
import { strictReporter } from '../reporter.ts';
import {
  draftOf,
  fieldCharacter,
  fileOf,
  instruction,
  makeDocx,
  p,
  r,
  style,
  styled,
  stylesPart,
} from './make-docx.ts';

const blocksOf = async (body: string) => (await draftOf(makeDocx({ body }))).blocks;
const image = '<w:drawing><a:blip r:embed="x"/></w:drawing>';
const box = (words: string) => `<w:txbxContent>${p(words)}</w:txbxContent>`;

describe('tracked changes', () => {
  test('tracked changes are accepted and counted', async () => {
    const body =
      p(
        `${r('Kept ')}<w:ins>${r('and added')}</w:ins><w:del><w:r><w:delText>and lost</w:delText></w:r></w:del>`,
      ) +
      p(`<w:moveFrom>${r('Moved')}</w:moveFrom>`) +
      p(`<w:moveTo>${r('Moved')}</w:moveTo>`);
    const { blocks, notices } = await draftOf(makeDocx({ body }));
    expect(blocks).toEqual(['paragraph: Kept and added', 'paragraph: Moved']);
    expect(notices).toEqual({ changesAccepted: 3 });
  });

  test('a paragraph whose end was deleted continues in the next one', async () => {
    expect(await blocksOf(p(r('One '), '<w:rPr><w:del/></w:rPr>') + p('two') + p('three'))).toEqual([
      'paragraph: One two',
      'paragraph: three',
    ]);
  });

  test('deleted rows and cells are left out, the others stay', async () => {
    const cell = (words: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(words)}</w:tc>`;
    const rows = [
      `<w:tr>${cell('a')}${cell('b')}${cell('gone', '<w:cellDel/>')}</w:tr>`,
      `<w:tr><w:trPr><w:del/></w:trPr>${cell('gone')}${cell('too')}</w:tr>`,
    ];
    expect(await blocksOf(`<w:tbl>${rows.join('')}</w:tbl>`)).toEqual(['tableRow: a\tb']);
  });
});

describe('elements that hold text', () => {
  test('text is read in content controls, tags, fields, text boxes, and tables within tables', async () => {
    const body = [
      `<w:sdt><w:sdtPr/><w:sdtContent>${p(`<w:smartTag>${r('Control ')}</w:smartTag><w:sdt><w:sdtContent>${r('inside')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      p(`<w:customXml>${r('Custom ')}</w:customXml><w:fldSimple w:instr="PAGE">${r('7')}</w:fldSimple>`),
      p(
        `<w:bdo><w:dir>${r('Turned')}</w:dir></w:bdo><w:r><w:pict><v:shape><v:textbox>${box('Boxed')}</v:textbox></v:shape></w:pict></w:r>`,
      ),
      `<w:tbl><w:tr><w:tc>${p('Outer')}<w:tbl><w:tr><w:tc>${p('inner')}</w:tc></w:tr></w:tbl></w:tc><w:tc>${p('Other')}</w:tc></w:tr></w:tbl>`,
      r('Loose'),
    ];
    expect(await blocksOf(body.join(''))).toEqual([
      ...['paragraph: Control inside', 'paragraph: Custom 7', 'paragraph: Turned', 'paragraph: Boxed'],
      ...['tableRow: Outer\ninner\tOther', 'paragraph: Loose'],
    ]);
  });

  test('text in two alternatives is read once, and a picture in two is counted once', async () => {
    const twice = (choice: string, fallback: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent></w:r>`;
    const drawn = `<w:drawing><wps:txbx>${box('Boxed')}</wps:txbx></w:drawing>`;
    const old = `<w:pict><v:textbox>${box('Boxed')}</v:textbox></w:pict>`;
    const onlyOld = twice('<w:drawing/>', `<w:pict>${box('Only here')}</w:pict>`);
    const pictures = twice(image, '<w:pict><v:imagedata/></w:pict>');
    const body = p(r('Text') + twice(drawn, old)) + p(onlyOld) + p(pictures);
    const { blocks, notices } = await draftOf(makeDocx({ body }));
    expect(blocks).toEqual(['paragraph: Text', 'paragraph: Boxed', 'paragraph: Only here']);
    expect(notices).toEqual({ imagesLeftOut: 1 });
  });

  test('tabs, line breaks, hyphens, symbols, formulas and ruby annotations are kept', async () => {
    const characters =
      '<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>stop soft</w:t><w:softHyphen/><w:t>ly</w:t><w:br/></w:r>';
    const symbol = '<w:r><w:sym w:font="Symbol" w:char="F061"/><w:tab/><w:t>“x”</w:t></w:r>';
    const part = (name: string, words: string) => `<m:${name}><m:r><m:t>${words}</m:t></m:r></m:${name}>`;
    const formula = `<m:oMath><m:sSup>${part('e', 'c')}${part('sup', '2')}</m:sSup><m:f>${part('num', 'a')}${part('den', 'b')}</m:f></m:oMath>`;
    const ruby = `<w:r><w:ruby><w:rt>${r('xi')}</w:rt><w:rubyBase>${r('西')}</w:rubyBase></w:ruby></w:r>`;
    expect(await blocksOf(p(characters + symbol) + p(formula) + p(ruby))).toEqual([
      ...['paragraph: non\u2011stop softly\nα “x”', 'paragraph: c^2a/b', 'paragraph: 西(xi)'],
    ]);
  });
});

test('a table of one column is read as running text', async () => {
  const cell = (content: string) => `<w:tc>${content}</w:tc>`;
  const inner = `<w:tbl><w:tr>${cell(p('a'))}${cell(p('b'))}</w:tr></w:tbl>`;
  const frame = `<w:tbl><w:tr>${cell(p('Boxed') + inner)}</w:tr><w:tr>${cell(p('Below'))}</w:tr></w:tbl>`;
  expect(await blocksOf(frame)).toEqual(['paragraph: Boxed', 'tableRow: a\tb', 'paragraph: Below']);
});

test('a drop cap is joined to its word', async () => {
  expect(await blocksOf(p('T', '<w:framePr w:dropCap="drop"/>') + p('he ferry'))).toEqual([
    'paragraph: The ferry',
  ]);
});

describe('fields', () => {
  test('a field is read as its result, and a HYPERLINK field becomes a link', async () => {
    const link = `${fieldCharacter('begin')}${instruction(' HYPERLINK "https://example.org/a" \\o "tip" ')}${fieldCharacter('separate')}${r('a link')}${fieldCharacter('end')}`;
    const nested = `${fieldCharacter('begin')}${instruction('IF ')}${fieldCharacter('begin')}${instruction('PAGE')}${fieldCharacter('separate')}${r('1')}${fieldCharacter('end')}${fieldCharacter('separate')}${r('yes')}${fieldCharacter('end')}`;
    const { blocks, marks } = await draftOf(
      makeDocx({ body: p(r('See ') + link + r(', ') + nested + r('.')) }),
    );
    expect(blocks).toEqual(['paragraph: See a link, yes.']);
    expect(marks).toEqual(['link a link https://example.org/a']);
  });

  test('an incomplete field hides no text', async () => {
    const ends = p(fieldCharacter('separate') + fieldCharacter('end') + fieldCharacter('end') + r('Two'));
    expect(await blocksOf(ends)).toEqual(['paragraph: Two']);
    const deleted = `<w:del>${fieldCharacter('end')}</w:del>`;
    expect(await blocksOf(p(fieldCharacter('begin') + r('One') + deleted))).toEqual(['paragraph: One']);
    expect(await blocksOf(p(fieldCharacter('begin') + r('All of it')))).toEqual(['paragraph: All of it']);
  });
});

test.each([false, true])(
  'the kind of a block follows from its style, in strict documents (%s) as in others',
  async (isStrict) => {
    const styles = [
      style('berschrift1', 'heading 1', '<w:rPr><w:b/></w:rPr>'),
      style('Mine', 'My heading', '<w:basedOn w:val="berschrift1"/>'),
      style('Toc', 'TOC Heading', '<w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
      style('Outlined', 'Anything', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
      style('Lead', 'Lead', '<w:rPr><w:b/></w:rPr>'),
      style('Q', 'Intense Quote', '<w:rPr><w:i/></w:rPr>'),
      style('Loop', 'Loop', '<w:basedOn w:val="Loop"/>'),
      style('Strong', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character'),
    ];
    const strong = '<w:rStyle w:val="Strong"/>';
    const body = [
      styled('berschrift1', 'One') +
        styled('Mine', 'Two') +
        styled('Toc', 'Three') +
        styled('Outlined', 'Four'),
      styled('Q', 'Said') +
        styled('Loop', 'Round') +
        styled('Heading9', 'Undefined') +
        p('Direct', '<w:outlineLvl w:val="1"/>'),
      styled('Lead', r('All bold but ') + r('this', strong)) +
        p(r('Some ') + r('bold', strong) + r(' not', '<w:b w:val="0"/>')),
    ];
    const parts = stylesPart(...styles);
    const { blocks, marks } = await draftOf(makeDocx({ body: body.join(''), parts, isStrict }));
    expect(blocks).toEqual([
      ...[
        'heading1: One',
        'heading1: Two',
        'paragraph: Three',
        'heading3: Four',
        'quote: Said',
        'paragraph: Round',
      ],
      ...[
        'heading6: Undefined',
        'heading2: Direct',
        'paragraph: All bold but this',
        'paragraph: Some bold not',
      ],
    ]);
    expect(marks).toEqual(['bold Three', 'bold All bold but', 'bold bold']);
  },
);

test('lists are numbered as in Word: by level, with start numbers and restarts, in letters and Roman numerals', async () => {
  const level = (at: number, format: string, pattern: string, start = 1) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
  const lists = [
    `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1">${level(0, 'lowerLetter', '%1)', 26)}${level(1, 'bullet', '•')}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>',
  ];
  const item = (id: number, at: number, words: string) =>
    p(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
  const body = [
    item(1, 0, 'one') +
      item(1, 1, 'deep') +
      item(1, 1, 'deep') +
      p('Between') +
      item(1, 0, 'two') +
      item(1, 1, 'deep'),
    item(2, 0, 'four') +
      item(2, 0, 'five') +
      item(3, 0, 'z') +
      item(3, 0, 'aa') +
      item(3, 1, 'dot') +
      item(0, 0, 'none'),
    item(9, 0, 'unknown'),
  ];
  const parts = {
    'word/numbering.xml': { type: 'numbering', xml: `<w:numbering>${lists.join('')}</w:numbering>` },
  };
  const { blocks } = await draftOf(makeDocx({ body: body.join(''), parts }));
  expect(blocks.map((block) => block.replace('listItem: ', '# '))).toEqual([
    ...['# I. one', '# I.1 deep', '# I.2 deep', 'paragraph: Between', '# II. two', '# II.1 deep'],
    ...['# IV. four', '# V. five', '# z) z', '# aa) aa', '# dot', 'paragraph: none', 'paragraph: unknown'],
  ]);
});

test('the parts of a package are found by its relationships, whatever their names', async () => {
  const note = (id: number, words: string) => `<w:footnote w:id="${id}">${p(words)}</w:footnote>`;
  const notes = `<w:footnotes><w:footnote w:type="separator" w:id="0">${p('no')}</w:footnote>${note(1, 'Once.')}${note(2, 'Twice.')}</w:footnotes>`;
  const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const body = p(
    r('A') + reference(2) + r(' b') + reference(1) + r(' c') + reference(2) + reference(7) + reference(0),
  );
  const parts = { 'text/notes1.xml': { type: 'footnotes', xml: notes } };
  const { blocks, marks } = await draftOf(makeDocx({ body, parts, main: 'text/main2.xml' }));
  expect(blocks).toEqual(['paragraph: A[1] b[2] c[1]', 'note: [1] Twice.', 'note: [2] Once.']);
  expect(marks).toEqual(['noteRef [1]', 'noteRef [2]', 'noteRef [1]']);
});

test('title and byline are found without styles for them', async () => {
  const core = '<dc:title>Microsoft Word - draft.doc</dc:title><dc:creator>Jane van der Doe</dc:creator>';
  const bold = p(r('Ferry sinks', '<w:b/>')) + p('It was built in 1986.');
  const { proposal, blocks } = await draftOf(makeDocx({ body: bold, core }));
  expect(proposal).toMatchObject({ title: 'Ferry sinks', byline: 'Jane van der Doe' });
  expect(blocks[0]).toBe('heading1: Ferry sinks');
  const own = '<dc:title>The ferry’s end</dc:title><dc:creator>Microsoft Office User</dc:creator>';
  const said = p('It was built in 1986, and sank.') + p('by Nora Veld and Bo Lind');
  expect((await draftOf(makeDocx({ body: said, core: own }))).proposal).toMatchObject({
    title: 'The ferry’s end',
    byline: 'Nora Veld and Bo Lind',
  });
});

test('the text of every run is kept, in order', async () => {
  const escaped = (words: string) => words.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);
  const words = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `x${text.replace(/\s+/g, ' ')}x`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(words, { minLength: 1 }), { minLength: 1, maxLength: 5 }),
      async (paragraphs) => {
        const body = paragraphs.map((runs) => p(runs.map((run) => r(escaped(run))).join(''))).join('');
        const { proposal } = await draftOf(makeDocx({ body }));
        expect(proposal.text.split('\n\n')).toEqual(paragraphs.map((runs) => runs.join('')));
      },
    ),
    { numRuns: 25 },
  );
});

describe('a date with the style of one', () => {
  const parts = stylesPart(...['Title', 'Author', 'Date'].map((name) => style(name, name)));
  const read = async (body: string) => {
    const read = await word.readDraft(fileOf(makeDocx({ body, parts })), strictReporter);
    return read?.ok ? read.proposal : null;
  };

  test('below title and authors it is the day of publication, and stays in the text', async () => {
    const body = styled('Title', 'Mills') + styled('Author', 'Ada Fields') + styled('Date', '2026-10-14');
    const proposal = await read(body + p('They closed.'));
    expect(proposal).toMatchObject({ byline: 'Ada Fields', publishedAt: '2026-10-14' });
    expect(proposal?.text).toBe('Mills\n\nAda Fields\n\n2026-10-14\n\nThey closed.');
  });

  test('in the middle, as in a letter, or without a year it says nothing', async () => {
    const letter = p('Dear reader,') + styled('Date', '14 October 2026') + p('They closed.');
    expect(await read(letter)).toMatchObject({ publishedAt: null });
    expect(await read(styled('Date', '14 October 2026') + p('They closed.'))).toMatchObject({
      publishedAt: null,
    });
    expect(
      await read(styled('Title', 'Mills') + styled('Date', '14 October') + p('They closed.')),
    ).toMatchObject({ publishedAt: null });
  });
});
