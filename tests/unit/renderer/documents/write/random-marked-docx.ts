import fc from 'fast-check';
import { makeDocx, p, r } from '../read/word/make-docx.ts';

const words = fc.constantFrom(
  ...[
    'One',
    'two ',
    ' three',
    ' ',
    'a  b',
    'é',
    '\u00a0z',
    '😀 k',
    '1986,',
    'ferry sank',
    'the old town of',
    'x\n y',
  ],
);
const runProperties = fc.constantFrom(
  ...[
    '',
    '',
    '<w:b/>',
    '<w:i/><w:rPrChange w:id="77" w:author="Other"><w:rPr/></w:rPrChange>',
    '<w:vanish/>',
  ],
  ...['<w:vertAlign w:val="superscript"/>', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>', '<w:rtl/>'],
);
const run = fc
  .tuple(words, runProperties, fc.constantFrom('', ' w:rsidR="00AB12CD"'))
  .map(([text, properties, rsid]) => r(text, properties).replace('<w:r>', `<w:r${rsid}>`));
const id = fc.integer({ min: 1, max: 3 });
const mixedRun = fc
  .array(
    fc.constantFrom(
      ...[
        '<w:t>one two</w:t>',
        '<w:t xml:space="preserve"> and </w:t>',
        '<w:tab/>',
        '<w:br/>',
        '<w:noBreakHyphen/>',
      ],
      ...[
        '<w:sym w:font="Symbol" w:char="F061"/>',
        '<w:lastRenderedPageBreak/>',
        '<w:drawing/>',
        '<w:softHyphen/>',
      ],
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((content) => `<w:r><w:rPr><w:u w:val="single"/></w:rPr>${content.join('')}</w:r>`);

const leaf = fc.oneof(
  { weight: 8, arbitrary: run },
  { weight: 3, arbitrary: mixedRun },
  fc.constantFrom(
    '<w:bookmarkStart w:id="500" w:name="k"/>',
    '<w:bookmarkEnd w:id="500"/>',
    '<w:proofErr w:type="spellStart"/>',
  ),
  id.map((note) => `<w:r><w:footnoteReference w:id="${note}"/></w:r>`),
);
const within = (before: string, after: string, most = 3) =>
  fc.array(leaf, { minLength: 1, maxLength: most }).map((leaves) => `${before}${leaves.join('')}${after}`);
const field = (instruction: string) =>
  within(
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`,
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
  );
const control = (properties: string) =>
  within(`<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>`, '</w:sdtContent></w:sdt>');
const inline = fc.oneof(
  { weight: 10, arbitrary: leaf },
  within('<w:hyperlink w:anchor="k">', '</w:hyperlink>'),
  within('<w:ins w:id="901" w:author="Other" w:date="2025-01-01T00:00:00Z">', '</w:ins>', 5),
  within('<w:ins w:id="902" w:author="Other"><w:hyperlink w:anchor="k">', '</w:hyperlink></w:ins>'),
  within('<w:moveTo w:id="903" w:author="Other">', '</w:moveTo>'),
  fc.constant('<w:del w:id="904" w:author="Other"><w:r><w:delText>gone </w:delText></w:r></w:del>'),
  within('<w:smartTag w:element="City">', '</w:smartTag>'),
  within('<w:fldSimple w:instr=" REF k ">', '</w:fldSimple>'),
  within('<w:r><w:ruby><w:rt>', `</w:rt><w:rubyBase>${r('西')}</w:rubyBase></w:ruby></w:r>`),
  ...[field(' REF k '), field(' HYPERLINK "https://example.org/" ')],
  ...[
    control(''),
    control('<w:text/>'),
    control('<w:dataBinding w:xpath="/a"/>'),
    control('<w:showingPlcHdr/>'),
  ],
);

const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const paragraphProperties = fc.constantFrom(
  ...[
    '',
    '',
    '',
    list,
    '<w:rPr><w:del w:id="905" w:author="Other"/></w:rPr>',
    '<w:framePr w:dropCap="drop"/>',
    '<w:tabs><w:tab w:val="left" w:pos="709"/></w:tabs><w:jc w:val="center"/>',
    '<w:pStyle w:val="Quote"/><w:rPr><w:b/></w:rPr><w:sectPr/>',
    '<w:jc w:val="left"/><w:pPrChange w:id="906" w:author="Other"><w:pPr/></w:pPrChange>',
    '<w:rPr><w:ins w:id="907" w:author="Other"/></w:rPr>',
  ],
);
const paragraph = fc
  .tuple(fc.array(inline, { maxLength: 6 }), paragraphProperties)
  .map(([inlines, properties]) => `<w:p><w:pPr>${properties}</w:pPr>${inlines.join('')}</w:p>`);
const wrapAll = (contents: fc.Arbitrary<string>, name: string, most: number) =>
  fc
    .array(contents, { minLength: 1, maxLength: most })
    .map((all) => `<w:${name}>${all.join('')}</w:${name}>`);
const table = wrapAll(wrapAll(wrapAll(paragraph, 'tc', 2), 'tr', 3), 'tbl', 2);
const textBox = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((all) => `<w:pict><v:textbox><w:txbxContent>${all.join('')}</w:txbxContent></v:textbox></w:pict>`);
/** A text box for new programs, and the same for old ones. */
const textBoxes = fc.oneof(
  textBox,
  textBox.map(
    (box) =>
      `<mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`,
  ),
);
const boxed = textBoxes.map((box) => p(`${r('box ')}<w:r>${box}</w:r>`));
const boundBlock = paragraph.map(
  (content) =>
    `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`,
);
const block = fc.oneof({ weight: 8, arbitrary: paragraph }, table, boxed, boundBlock);

const numbering =
  '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
const comments = `<w:comments><w:comment w:id="700" w:author="Author" w:date="2025-05-05T05:05:05Z">${p('Is this so?')}</w:comment></w:comments>`;

/** Word documents with everything that readers drop comments in, with changes and a comment of others. */
export const randomMarkedDocx: fc.Arbitrary<Uint8Array> = fc
  .record({
    body: fc.array(block, { minLength: 1, maxLength: 7 }),
    notes: fc.array(paragraph, { minLength: 3, maxLength: 3 }),
  })
  .map(({ body, notes }) =>
    makeDocx({
      body: `<w:p><w:commentRangeStart w:id="700"/>${r('Start of it.')}<w:commentRangeEnd w:id="700"/><w:r><w:commentReference w:id="700"/></w:r></w:p>${body.join('')}`,
      parts: {
        'word/footnotes.xml': {
          type: 'footnotes',
          xml: `<w:footnotes>${notes.map((note, index) => `<w:footnote w:id="${index + 1}">${note}</w:footnote>`).join('')}</w:footnotes>`,
        },
        'word/numbering.xml': { type: 'numbering', xml: numbering },
        'word/comments.xml': { type: 'comments', xml: comments },
      },
    }),
  );

const newWords = fc.constantFrom(
  ...['', 'new', 'new words', 'seven', 'two\nlines', 'two\n\nparagraphs', 'one\n\nmore\n\n', 'two\tcells'],
);

/** Spans and corrections anywhere in a text, as fractions of its length. */
export const randomPlan = fc.record({
  claims: fc.array(fc.tuple(fc.nat(9_999), fc.nat(40)), { minLength: 1, maxLength: 8 }),
  changes: fc.array(fc.tuple(fc.nat(9_999), fc.nat(25), newWords, fc.boolean()), { maxLength: 6 }),
});
