import { type ArticleBlock, articleBlocks, type Run } from './article.ts';

/** How a document is laid out. The words are always the same. */
export interface Layout {
  columns: 1 | 2;
  /** Whether long words may be divided at the ends of lines. LibreOffice does so at soft hyphens without any dictionary. */
  isHyphenated: boolean;
  /** Whether ligatures are written as characters of their own (U+FB00 to U+FB04), as some typesetters leave them in a PDF. */
  hasLigatures: boolean;
}

const ligatures: [string, string][] = [
  ['ffi', '\ufb03'],
  ['ffl', '\ufb04'],
  ['ff', '\ufb00'],
  ['fi', '\ufb01'],
  ['fl', '\ufb02'],
];

const vowel = '[aeiouy]';
const consonant = '[bcdfghjklmnpqrstvwxz]';
/** Between two consonants of a longer word, two letters from its ends at least. */
const division = new RegExp(`(?<=[a-z]{2})(?<=${vowel}${consonant})(?=${consonant}${vowel}[a-z])`, 'g');

function setText(text: string, { isHyphenated, hasLigatures }: Layout): string {
  const divided = isHyphenated ? text.replace(division, '\u00ad') : text;
  return hasLigatures
    ? ligatures.reduce((set, [letters, ligature]) => set.replaceAll(letters, ligature), divided)
    : divided;
}

const escapeXml = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function writeRuns(runs: readonly Run[], layout: Layout): string {
  return runs
    .map(({ text, bold, italic, href, note }) => {
      if (note !== null) return writeNote(note, layout);
      const words = escapeXml(setText(text, layout));
      if (href !== null)
        return `<text:a xlink:type="simple" xlink:href="${escapeXml(href)}">${words}</text:a>`;
      if (!bold && !italic) return words;
      return `<text:span text:style-name="${bold ? 'Bold' : 'Italic'}">${words}</text:span>`;
    })
    .join('');
}

function writeNote(note: number, layout: Layout): string {
  const block = articleBlocks.filter(({ kind }) => kind === 'note')[note - 1];
  if (!block) throw new Error(`there is no note ${note}`);
  return `<text:note text:note-class="footnote"><text:note-citation>${note}</text:note-citation><text:note-body><text:p text:style-name="Footnote">${writeRuns(block.cells.flat(), layout)}</text:p></text:note-body></text:note>`;
}

const paragraph = (style: string, content: string) =>
  `<text:p text:style-name="${style}">${content}</text:p>`;
const heading = (level: number, content: string) =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${content}</text:h>`;

/** Writes blocks of the same kind, which lie one after another. */
function writeGroup(kind: ArticleBlock['kind'], blocks: readonly ArticleBlock[], layout: Layout): string {
  const contents = blocks.map(({ cells }) => cells.map((runs) => writeRuns(runs, layout)));
  const each = (write: (content: string) => string) =>
    contents.map(([content = '']) => write(content)).join('');
  const list = (style: string) =>
    `<text:list text:style-name="${style}">${each((content) => `<text:list-item>${paragraph('Item', content)}</text:list-item>`)}</text:list>`;
  switch (kind) {
    case 'title':
      return each((content) => heading(1, content));
    case 'heading':
      return each((content) => heading(2, content));
    case 'paragraph':
      return each((content) => paragraph('Body', content));
    case 'quote':
      return each((content) => paragraph('Quotations', content));
    case 'bullet':
      return list('Bullets');
    case 'step':
      return list('Steps');
    case 'row':
      return `<table:table table:name="Receipts"><table:table-column table:number-columns-repeated="${contents[0]?.length ?? 1}"/>${contents.map(writeRow).join('')}</table:table>`;
    case 'note':
      // A note is written where the text refers to it.
      return '';
  }
}

function writeRow(cells: readonly string[]): string {
  const written = cells.map(
    (content) =>
      `<table:table-cell office:value-type="string">${paragraph('Cell', content)}</table:table-cell>`,
  );
  return `<table:table-row>${written.join('')}</table:table-row>`;
}

function writeBody(layout: Layout): string {
  let body = '';
  for (let index = 0; index < articleBlocks.length; ) {
    const { kind = 'paragraph' } = articleBlocks[index] ?? {};
    const next = articleBlocks.findIndex((block, other) => other > index && block.kind !== kind);
    const end = next === -1 ? articleBlocks.length : next;
    body += writeGroup(kind, articleBlocks.slice(index, end), layout);
    index = end;
  }
  return body;
}

const namespaces = Object.entries({
  office: 'office',
  style: 'style',
  text: 'text',
  table: 'table',
  fo: 'xsl-fo-compatible',
  svg: 'svg-compatible',
}).map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`);

/** A style of paragraphs; `style:default-outline-level` makes it a heading. */
const style = (name: string, paragraphProperties: string, textProperties = '', more = '') =>
  `<style:style style:name="${name}" style:family="paragraph"${more}><style:paragraph-properties ${paragraphProperties}/><style:text-properties ${textProperties}/></style:style>`;

/** Writes the article as a flat OpenDocument file (ODF 1.3), which LibreOffice converts to every other format. */
export function writeFodt(layout: Layout): string {
  const size = layout.columns === 1 ? 11 : 9;
  const columns = `<style:columns fo:column-count="${layout.columns}" fo:column-gap="0.7cm"/>`;
  const level = (number: string) =>
    `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.6cm" fo:margin-left="0.6cm"/></style:list-level-properties></text:list-level-style-${number}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces.join(' ')} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Serif" svg:font-family="&apos;DejaVu Serif&apos;"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:hyphenation-ladder-count="no-limit"/><style:text-properties style:font-name="Serif" fo:font-size="${size}pt" fo:language="en" fo:country="GB"/></style:default-style>
${style('Heading_20_1', 'fo:margin-bottom="0.4cm"', `fo:font-size="${size + 7}pt" fo:font-weight="bold"`, ' style:display-name="Heading 1" style:default-outline-level="1"')}
${style('Heading_20_2', 'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"', `fo:font-size="${size + 3}pt" fo:font-weight="bold"`, ' style:display-name="Heading 2" style:default-outline-level="2"')}
${style('Body', 'fo:text-align="justify" fo:margin-bottom="0.25cm"')}
${style('Quotations', 'fo:text-align="justify" fo:margin-left="0.8cm" fo:margin-right="0.8cm" fo:margin-bottom="0.25cm"')}
${style('Item', 'fo:text-align="justify"')}
${style('Cell', 'fo:text-align="start"')}
${style('Footnote', 'fo:text-align="justify"', `fo:font-size="${size - 2}pt"`)}
${style('Edge', 'fo:text-align="center"', `fo:font-size="${size - 2}pt"`)}
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Italic" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•">${level('bullet')}</text:list-style>
<text:list-style style:name="Steps"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">${level('number')}</text:list-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.2cm">${columns}</style:page-layout-properties><style:header-style><style:header-footer-properties fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:header>${paragraph('Edge', 'Nordhafen Quarterly')}</style:header><style:footer>${paragraph('Edge', '<text:page-number/>')}</style:footer></style:master-page></office:master-styles>
<office:body><office:text>${writeBody(layout)}</office:text></office:body>
</office:document>
`;
}
