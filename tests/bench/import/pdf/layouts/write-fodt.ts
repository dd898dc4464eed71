import type { TextPart } from './generate-text';
import type { PdfLayout } from './layout-specs';

const namespaces = ['office', 'style', 'text', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const formatting = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';

const pageStyle =
  'fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2cm" fo:margin-right="2cm"';
const headStyles = ['header', 'footer']
  .map(
    (name) =>
      `<style:${name}-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.5cm" fo:margin-bottom="0.5cm"/></style:${name}-style>`,
  )
  .join('');
const heads =
  '<style:header><text:p text:style-name="Small">The Harbour Review · Spring 2024</text:p></style:header><style:footer><text:p text:style-name="Small">Page <text:page-number/></text:p></style:footer>';

/** Writes an article as a flat OpenDocument text, for LibreOffice to lay out. */
export function writeFodt(parts: readonly TextPart[], layout: PdfLayout): string {
  const [title, ...others] = parts;
  const body = writeParts(others);
  const columns =
    layout.columns === 1
      ? body
      : `<text:section text:style-name="Columns" text:name="columns">${body}</text:section>`;
  const { hasHeads } = layout;
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} ${formatting} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:page-layout style:name="Page"><style:page-layout-properties ${pageStyle}/>${hasHeads ? headStyles : ''}</style:page-layout>${writeStyles(layout)}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">${hasHeads ? heads : ''}</style:master-page></office:master-styles>
<office:body><office:text><text:h text:style-name="Title" text:outline-level="1">${title?.text}</text:h>${columns}</office:text></office:body>
</office:document>`;
}

function writeStyles({ columns, isJustified, isIndented, isHyphenated }: PdfLayout): string {
  const style = (name: string, paragraph: string, text: string) =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;
  const spacing = isIndented ? 'fo:margin-bottom="0cm" fo:text-indent="0.4cm"' : 'fo:margin-bottom="0.2cm"';
  const hyphens = isHyphenated ? 'fo:hyphenate="true" fo:language="en" fo:country="GB"' : '';
  const gap = columns > 2 ? '0.5cm' : '0.7cm';
  return [
    style('Title', 'fo:margin-bottom="0.4cm"', 'fo:font-size="20pt" fo:font-weight="bold"'),
    style(
      'Heading',
      'fo:margin-top="0.3cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"',
      'fo:font-size="12pt" fo:font-weight="bold"',
    ),
    style(
      'Text',
      `fo:text-align="${isJustified ? 'justify' : 'start'}" ${spacing}`,
      `fo:font-size="10pt" ${hyphens}`,
    ),
    style('Cell', '', 'fo:font-size="9pt"'),
    style('Small', '', 'fo:font-size="8pt"'),
    `<style:style style:name="Columns" style:family="section"><style:section-properties><style:columns fo:column-count="${columns}" fo:column-gap="${gap}"/></style:section-properties></style:style>`,
  ].join('');
}

function writeParts(parts: readonly TextPart[]): string {
  let noteNumber = 0;
  return parts
    .map(({ kind, text, note }, index) => {
      if (kind === 'heading')
        return `<text:h text:style-name="Heading" text:outline-level="2">${text}</text:h>`;
      if (kind === 'row')
        return writeRow(text, parts[index - 1]?.kind === 'row', parts[index + 1]?.kind === 'row');
      if (note === undefined) return `<text:p text:style-name="Text">${text}</text:p>`;
      noteNumber += 1;
      const [first = '', ...others] = text.split(' ');
      const mark = `<text:note text:note-class="footnote"><text:note-citation>${noteNumber}</text:note-citation><text:note-body><text:p text:style-name="Small">${note}</text:p></text:note-body></text:note>`;
      return `<text:p text:style-name="Text">${first}${mark} ${others.join(' ')}</text:p>`;
    })
    .join('');
}

function writeRow(text: string, isContinued: boolean, continues: boolean): string {
  const cells = text.split('\t');
  const start = `<table:table><table:table-column table:number-columns-repeated="${cells.length}"/>`;
  const row = cells
    .map((cell) => `<table:table-cell><text:p text:style-name="Cell">${cell}</text:p></table:table-cell>`)
    .join('');
  return `${isContinued ? '' : start}<table:table-row>${row}</table:table-row>${continues ? '' : '</table:table>'}`;
}
