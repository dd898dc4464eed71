/** The content of a PDF for a test. */
interface PdfContent {
  /** The lines of each page, in Latin characters without brackets. */
  pages: string[][];
  /** Content streams to use instead of such lines, with the fonts F and J. */
  contents?: string[];
  title?: string;
  author?: string;
  /** An address to which the first page links. */
  link?: string;
  bookmark?: string;
  /** Whether it opens only with a password. */
  locked?: boolean;
  /** The dictionary of its encryption, in place of one that locks everything. */
  lock?: string;
  /** References to the annotations of the first page. */
  annotations?: string;
  /** Objects to add, from number 11 on; the page names the first one X. */
  more?: string[];
  /** Entries to add to the fonts of each page. */
  moreFonts?: string;
  /** An entry of the catalog to add. */
  catalogEntry?: string;
}

/** Builds a PDF (ISO 32000-1). */
export function makePdf(content: PdfContent): Uint8Array<ArrayBuffer> {
  const {
    title = '',
    author = '',
    link,
    bookmark,
    locked,
    lock,
    more = [],
    moreFonts = '',
    catalogEntry = '',
  } = content;
  const contents = content.contents ?? content.pages.map(writeContentStream);
  const first = 11 + more.length;
  const kids = contents.map((_stream, index) => `${first + 2 * index} 0 R`).join(' ');
  const annots = `/Annots [${link === undefined ? '' : '6 0 R'} ${content.annotations ?? ''}]`;
  const resources = `<< /Font << /F 4 0 R /J 7 0 R ${moreFonts} >>${more.length > 0 && moreFonts === '' ? ' /XObject << /X 11 0 R >>' : ''} >>`;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R${bookmark === undefined ? '' : ' /Outlines 9 0 R'} ${catalogEntry} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    `<< /Title ${writeTextString(title)} /Author ${writeTextString(author)} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    lock ?? `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
    `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (${link}) >> >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /90ms-RKSJ-H /DescendantFonts [8 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 >> >>',
    '<< /Type /Outlines /First 10 0 R /Last 10 0 R /Count 1 >>',
    `<< /Title (${bookmark}) /Parent 9 0 R /Dest [${first} 0 R /Fit] >>`,
    ...more,
    ...contents.flatMap((stream, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources ${resources} /Contents ${first + 2 * index + 1} 0 R ${index === 0 ? annots : ''} >>`,
      streamOf(stream),
    ]),
  ];
  return assemble(objects, locked || lock ? '/Encrypt 5 0 R /ID [<41> <41>]' : '');
}

/** Writes a text string in UTF-16 (ISO 32000-1, 7.9.2.2). */
function writeTextString(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return `<${['\ufeff'.charCodeAt(0), ...units].map((unit) => unit.toString(16).padStart(4, '0')).join('')}>`;
}

/** Writes a stream object; `entries` are added to its dictionary. */
export function streamOf(data: string, entries = ''): string {
  return `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}

function writeContentStream(lines: string[]): string {
  return `BT /F 12 Tf 14 TL 50 700 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
}

function assemble(objects: string[], trailer: string): Uint8Array<ArrayBuffer> {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R /Info 3 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(file + table + end, (character) => character.charCodeAt(0));
}
