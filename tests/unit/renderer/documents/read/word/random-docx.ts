import fc from 'fast-check';
import { makeDocx, p, r } from './make-docx.ts';

const words = fc.constantFrom(
  ...[
    'One',
    'two ',
    ' three',
    ' ',
    '  ',
    'a  b',
    'é',
    '\t',
    'x\n y',
    '\u00a0',
    '\u00a0z\u00a0',
    '😀 k',
    '1986,',
  ],
);
const runProperties = fc.constantFrom(
  ...['', '<w:b/>', '<w:i/>', '<w:b/><w:i/>', '<w:vanish/>'],
  ...['<w:vertAlign w:val="superscript"/>', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'],
);
const run = fc.tuple(words, runProperties).map(([text, properties]) => r(text, properties));
const id = fc.integer({ min: 1, max: 4 });

const leaf = fc.oneof(
  { weight: 8, arbitrary: run },
  fc.constantFrom(
    ...['<w:br/>', '<w:tab/>', '<w:noBreakHyphen/>', '<w:sym w:font="Symbol" w:char="F061"/>'].map(
      (element) => `<w:r>${element}</w:r>`,
    ),
  ),
  id.map((comment) => `<w:commentRangeStart w:id="${comment}"/>`),
  id.map((comment) => `<w:commentRangeEnd w:id="${comment}"/>`),
  id.map((note) => `<w:r><w:footnoteReference w:id="${note}"/></w:r>`),
);
const within = (before: string, after: string) =>
  fc.array(leaf, { maxLength: 3 }).map((leaves) => `${before}${leaves.join('')}${after}`);
const inline = fc.oneof(
  { weight: 6, arbitrary: leaf },
  within('<w:hyperlink r:id="L">', '</w:hyperlink>'),
  within('<w:ins>', '</w:ins>'),
  within('<w:del>', '</w:del>'),
  within('<w:sdt><w:sdtPr/><w:sdtContent>', '</w:sdtContent></w:sdt>'),
  within('<w:r><w:ruby><w:rt>', `</w:rt><w:rubyBase>${r('西')}</w:rubyBase></w:ruby></w:r>`),
  within('<w:fldSimple w:instr=\'HYPERLINK "https://example.org/f"\'>', '</w:fldSimple>'),
);

const paragraphProperties = fc.constantFrom(
  ...['', '', '', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', '<w:rPr><w:del/></w:rPr>'],
  ...['Quote', 'Heading2', 'Title', 'Author', 'Caption'].map((style) => `<w:pStyle w:val="${style}"/>`),
);
const paragraph = fc
  .tuple(fc.array(inline, { maxLength: 5 }), paragraphProperties)
  .map(([inlines, properties]) => `<w:p><w:pPr>${properties}</w:pPr>${inlines.join('')}</w:p>`);
const wrapAll = (contents: fc.Arbitrary<string>, name: string, most: number) =>
  fc.array(contents, { maxLength: most }).map((all) => `<w:${name}>${all.join('')}</w:${name}>`);
const table = wrapAll(wrapAll(wrapAll(paragraph, 'tc', 3), 'tr', 3), 'tbl', 3);
const block = fc.oneof({ weight: 6, arbitrary: paragraph }, table);

const numbering =
  '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
const linkRelationship =
  '<Relationship Id="L" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" TargetMode="External" Target="https://example.org/l"/>';

/** Word documents with runs, lists, tables, notes, comments, fields, links, changes and hidden text in any order. */
export const randomDocx: fc.Arbitrary<Uint8Array> = fc
  .record({
    body: fc.array(block, { maxLength: 8 }),
    notes: fc.array(fc.array(paragraph, { maxLength: 3 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ body, notes }) => {
    const footnotes = notes.map(
      (content, index) => `<w:footnote w:id="${index + 1}">${content.join('')}</w:footnote>`,
    );
    const comments = [1, 2, 3, 4].map(
      (comment) => `<w:comment w:id="${comment}" w:author="A">${p('Why?')}</w:comment>`,
    );
    return makeDocx({
      body: p('Start of it.') + body.join(''),
      relationships: linkRelationship,
      parts: {
        'word/footnotes.xml': { type: 'footnotes', xml: `<w:footnotes>${footnotes.join('')}</w:footnotes>` },
        'word/numbering.xml': { type: 'numbering', xml: numbering },
        'word/comments.xml': { type: 'comments', xml: `<w:comments>${comments.join('')}</w:comments>` },
      },
    });
  });
