import { describe, expect, test } from 'vitest';
import { formatOf, inputFile, readDraftOf, readTextOf } from '../reading.ts';

const read = (body: string) => readDraftOf(`{\\rtf1\\ansi ${body}}`, 'article.rtf');
const readBlocks = async (body: string) => (await read(body)).blocks;
const first = async (body: string) => (await readBlocks(body))[0];

describe('characters', () => {
  test('bytes are decoded by the code page of the document, or the charset of their font', async () => {
    expect(await first("\\ansicpg1250 \\'8aarka")).toBe('paragraph: Šarka');
    expect(await first("{\\fonttbl{\\f1\\fcharset204 Arial;}}\\f1 \\'cc\\'e8\\'f0")).toBe('paragraph: Мир');
    expect(await first("{\\fonttbl{\\f1\\fcharset128 MS Mincho;}}\\f1 \\'93\\'8c\\'8b\\'9e")).toBe(
      'paragraph: 東京',
    );
    expect(await first("\\pca \\'82t\\'82")).toBe('paragraph: été');
    expect(await first("\\'93quoted\\'94 \\'80")).toBe('paragraph: “quoted” €');
  });

  test('code pages of ISO 8859 are known, and one that is not is named in a notice', async () => {
    expect(await read("\\ansicpg28592 \\'b1")).toMatchObject({ blocks: ['paragraph: ą'], notices: {} });
    expect((await read("\\ansicpg29001 \\'b1")).notices).toEqual({ codePageUnknown: 1 });
  });

  test('a Unicode character replaces as many bytes as \\uc says, pairs of surrogates are one character', async () => {
    expect(await first("\\u8364?5 \\uc2\\u8364\\'a2\\'e66 \\uc0\\u8364 7")).toBe('paragraph: €5 €6 €7');
    expect(await first('\\u-10179?\\u-8704?')).toBe('paragraph: 😀');
  });

  test('a symbol of an unknown font is shown as missing, a bullet as a bullet', async () => {
    expect(await first("{\\fonttbl{\\f1\\fcharset2 Wingdings;}}x {\\f1 \\'fc} {\\f1\\'b7} \\u-3844?")).toBe(
      'paragraph: x \ufffd • \ufffd',
    );
  });

  test('a SYMBOL field shows its symbol; one of an unknown font its result, or that it is missing', async () => {
    const field = (code: string, result: string) =>
      `{\\field{\\*\\fldinst {SYMBOL ${code}}}{\\fldrslt ${result}}}`;
    const symbol = field('177 \\\\f "Symbol" \\\\s 12', '\\f3') + field('177 \\\\f "Symbol"', "{\\f1\\'b1}");
    const other = field('65 \\\\f "House Icons"', '') + field('65 \\\\f "House Icons"', '@');
    const { blocks, notices } = await read(`{\\fonttbl{\\f1\\fcharset2 Symbol;}}A ${symbol} 5 ${other}`);
    expect(blocks).toEqual(['paragraph: A ±± 5 \ufffd@']);
    expect(notices).toEqual({ symbolsMissing: 1 });
  });

  test('symbols that are missing are counted', async () => {
    const { notices } = await read("{\\fonttbl{\\f1\\fcharset2 Wingdings;}}x {\\f1 \\'fc\\'b7\\'fd}");
    expect(notices).toEqual({ symbolsMissing: 2 });
  });

  test('special characters have their own controls, optional hyphens vanish', async () => {
    expect(await first('a\\emdash b\\~c\\_d\\-e \\ldblquote f\\rdblquote  \\{g\\}\\\\')).toBe(
      'paragraph: a—b\u00a0c\u2011de “f” {g}\\',
    );
  });

  test('binary data is skipped', async () => {
    expect(await first('a{\\*\\blipuid\\bin5 }}{{\\x}b')).toBe('paragraph: ab');
  });
});

describe('what is left out', () => {
  test('hidden text, deleted words, pictures, objects and a table of contents are counted', async () => {
    const { blocks, notices } = await read(
      'It {\\v never }{\\deleted not }{\\revised really }sailed.{\\pict\\pngblip 89504e}\\par' +
        '{\\*\\shppict{\\pict\\pngblip 89}}{\\nonshppict{\\pict\\wmetafile8 01}}' +
        '{\\object{\\*\\objdata 0105}{\\result{\\pict 00}}}' +
        '{\\field{\\*\\fldinst TOC \\\\o "1-3"}{\\fldrslt One 1\\par Two 2\\par}}Then it sank.',
    );
    expect(blocks).toEqual(['paragraph: It really sailed.', 'paragraph: Then it sank.']);
    expect(notices).toEqual({
      hiddenLeftOut: 1,
      changesAccepted: 2,
      imagesLeftOut: 2,
      objectsLeftOut: 1,
      contentsLeftOut: 1,
    });
  });

  test('a paragraph goes on in the next one where its end was deleted', async () => {
    expect(await readBlocks('One{\\deleted\\par }and two.\\par Three.')).toEqual([
      'paragraph: Oneand two.',
      'paragraph: Three.',
    ]);
  });

  test('a character of two units is read with a fallback for each or for both; half of one is shown as missing', async () => {
    expect(await first('A \\u55357?\\u56832? B')).toBe('paragraph: A 😀 B');
    expect(await first('A \\u55357\\u56832? B')).toBe('paragraph: A 😀 B');
    expect(await first('A \\u55357? B')).toBe('paragraph: A \ufffd B');
  });

  test('headers and footers are only searched', async () => {
    const body = '{\\rtf1{\\header The Daily\\par}{\\info{\\title Ferries}{\\author Nora Veld}}The ferry.}';
    const { blocks, notices } = await readDraftOf(body, 'a.rtf');
    expect(blocks).toEqual(['paragraph: The ferry.']);
    expect(notices).toEqual({ pageLinesLeftOut: 1 });
    expect(await readTextOf(body, 'a.rtf')).toMatchObject({
      pages: ['The ferry.'],
      beside: ['Ferries', 'Nora Veld', 'The Daily'],
    });
  });

  test('an optional destination that is not known is left out, the text of any other stays', async () => {
    expect(await first('{\\*\\unheardof not this}{\\unheardof but this}')).toBe('paragraph: but this');
  });
});

describe('structure', () => {
  test('headings come from outline levels and names of styles, whose bold is no emphasis', async () => {
    const { blocks, marks } = await read(
      '{\\stylesheet{\\s1\\b heading 1;}{\\s2\\outlinelevel2 \\u220?berschrift;}{\\s3 Title;}{\\s4 Quote;}}' +
        '\\pard\\s3 The title\\par\\pard\\s1\\b One\\par\\pard\\plain\\s2 Three\\par\\pard\\s0\\outlinelevel1 Two\\par' +
        '\\pard\\s4 Said she.\\par\\pard\\plain Plain {\\b bold} {\\i italic}.',
    );
    expect(blocks).toEqual([
      ...['heading1: The title', 'heading1: One', 'heading3: Three', 'heading2: Two'],
      ...['quote: Said she.', 'paragraph: Plain bold italic.'],
    ]);
    expect(marks).toEqual(['bold bold', 'italic italic']);
  });

  test('list items have the number that the file has for them, bullets none', async () => {
    expect(
      await readBlocks(
        "{\\listtext 3.\\tab}Third\\par\\pard{\\pntext\\f1\\'b7\\tab}Point\\par\\pard Plain{\\footnote Note}",
      ),
    ).toEqual(['listItem: 3. Third', 'listItem: Point', 'paragraph: Plain[1]', 'note: [1] Note']);
  });

  test('tables are read row by row, with empty cells; one of a single column is a frame', async () => {
    expect(
      await readBlocks(
        '\\trowd\\cellx1\\cellx2\\cellx3\\pard\\intbl A\\cell\\cell C\\cell\\row' +
          '\\trowd\\cellx1\\cellx2\\cellx3\\pard\\intbl 1\\par 2\\cell x\\cell y\\cell\\row' +
          '\\pard Between.\\par\\trowd\\cellx1\\pard\\intbl Framed\\cell\\row\\pard After.',
      ),
    ).toEqual([
      ...['tableRow: A\t\tC', 'tableRow: 1\n2\tx\ty', 'paragraph: Between.', 'paragraph: Framed'],
      'paragraph: After.',
    ]);
  });

  test('links keep their address, other fields their result', async () => {
    const { blocks, marks } = await read(
      '{\\field{\\*\\fldinst{HYPERLINK "https://example.org/a"}}{\\fldrslt{\\ul here}}} on {\\field{\\*\\fldinst DATE}{\\fldrslt May 1}}' +
        '{\\field{\\*\\fldinst HYPERLINK "javascript:alert(1)"}{\\fldrslt !}}',
    );
    expect(blocks).toEqual(['paragraph: here on May 1!']);
    expect(marks).toEqual(['link here https://example.org/a']);
  });

  test('comments are claims on their words, with their author, time and replies', async () => {
    const { claims, proposal } = await read(
      'The {\\*\\atrfstart 7}ferry{\\*\\atrfend 7}{\\*\\atnid AR}{\\*\\atnauthor Ana Ruiz}\\chatn{\\*\\annotation{\\*\\atnref 7}{\\*\\atndate 1205940800}Which?\\par This?}' +
        '{\\*\\atnauthor Bo Lind}\\chatn{\\*\\annotation{\\*\\atnparent -1}That one.} sank.',
    );
    expect(claims).toEqual([['ferry', 'Ana Ruiz: Which?\nThis?\nBo Lind: That one.']]);
    expect(proposal.claims[0]?.annotation?.comments[0]?.at).toBe('2026-01-06T09:00:00.000Z');
  });

  test('a text box follows its paragraph', async () => {
    expect(
      await readBlocks('One{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt Boxed\\par}}} and.\\par Two'),
    ).toEqual(['paragraph: One and.', 'paragraph: Boxed', 'paragraph: Two']);
  });

  test('a drop cap is joined to its word', async () => {
    expect(
      await readBlocks('\\pard\\dropcapli3\\dropcapt1 O\\par\\pard nce it was moved.\\par\\pard The end.'),
    ).toEqual(['paragraph: Once it was moved.', 'paragraph: The end.']);
  });

  test('a field without a result shows a reading above characters; a formula and a prompt are counted', async () => {
    const field = (code: string, result = '') => `{\\field{\\*\\fldinst{${code}}}{\\fldrslt{${result}}}}`;
    const { blocks, notices } = await read(
      `In ${field('EQ \\\\* jc2 \\\\o\\\\ad(\\\\s\\\\up 9(\\u12363?),\\u28450?)')} ${field('EQ \\\\f(1,2)')}${field('MACROBUTTON None [Type here]')}` +
        `${field('SET x "one"', 'one')}${field('REF x', 'one')}.`,
    );
    expect(blocks).toEqual(['paragraph: In 漢(か) one.']);
    expect(notices).toEqual({ objectsLeftOut: 1, placeholdersLeftOut: 1 });
  });

  test('a number that LibreOffice writes for a tracked change of format is no text', async () => {
    const body = 'In {1986 \\loch it} {1741752320 \\loch sank}{\\loch 1987 }.';
    expect(await first(body)).toBe('paragraph: In 1986 it 1741752320 sank1987 .');
    expect(await first(`{\\*\\generator LibreOffice/24.2}${body}`)).toBe('paragraph: In it sank1987 .');
  });
});

test('a long file reports how far it is read, and lets other tasks run meanwhile', async () => {
  const file = inputFile(`{\\rtf1\\ansi ${'{\\b The ferry} {\\i sank}.\\par '.repeat(60_000)}}`, 'long.rtf');
  const shares: number[] = [];
  let taskCount = 0;
  const timer = setInterval(() => {
    taskCount += 1;
  }, 0);
  const reportProgress = (done: number, total: number) => shares.push(done / total);
  const read = await formatOf(file).readDraft(file, { reportProgress, reportError() {} });
  clearInterval(timer);
  expect(read.ok).toBe(true);
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
  expect(taskCount).toBeGreaterThan(0);
});

test('words that are only struck through stay, and are counted by passage', async () => {
  const { blocks, notices } = await read(
    'Salmon {\\strike Sold {\\b out}} today\\par {\\striked1 Cod\\striked0  and eel}\\par \\strike Gone\\plain , all.',
  );
  expect(blocks).toEqual([
    'paragraph: Salmon Sold out today',
    'paragraph: Cod and eel',
    'paragraph: Gone, all.',
  ]);
  expect(notices).toEqual({ struckThroughKept: 3 });
});
