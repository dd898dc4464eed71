import { strToU8, type Zippable, zipSync } from 'fflate';
import type { InputFile } from '#renderer/documents/read/base/format.ts';
import { word } from '#renderer/documents/read/word/word.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import { readDraftOf } from '../reading.ts';
import { strictReporter } from '../reporter.ts';

const strict = 'http://purl.oclc.org/ooxml';
const transitional = 'http://schemas.openxmlformats.org';

interface Sample {
  /** XML of the body. */
  body: string;
  /** Further parts by name: the type of the relationship from the main part, and XML without the namespaces of its root. */
  parts?: Record<string, { type: string; xml: string }>;
  /** Relationships of the main part in addition to those to `parts`. */
  relationships?: string;
  isStrict?: boolean;
  main?: string;
  core?: string;
  /** Other files in the zip. */
  more?: Zippable;
}

/** A paragraph of plain text, or of runs when the content has markup. */
export const p = (content: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.includes('<') ? content : r(content)}</w:p>`;

export const r = (words: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;

/** A style; `more` are its properties. */
export const style = (id: string, name: string, more = '', type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;

/** A part of a document with styles. */
export const stylesPart = (...styles: string[]) => ({
  'word/styles.xml': { type: 'styles', xml: `<w:styles>${styles.join('')}</w:styles>` },
});

/** A paragraph in a style. */
export const styled = (id: string, content: string, more = '') =>
  p(content, `<w:pStyle w:val="${id}"/>${more}`);

export const fieldCharacter = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
export const instruction = (words: string) => `<w:r><w:instrText>${words}</w:instrText></w:r>`;

/** Builds a Word document. */
export function makeDocx({
  body,
  parts = {},
  relationships = '',
  core,
  more = {},
  ...rest
}: Sample): Uint8Array {
  const { isStrict = false, main = 'word/document.xml' } = rest;
  const types = `${isStrict ? `${strict}/officeDocument` : `${transitional}/officeDocument/2006`}/relationships`;
  const names = [
    `xmlns:w="${isStrict ? `${strict}/wordprocessingml/main` : `${transitional}/wordprocessingml/2006/main`}"`,
    `xmlns:r="${types}" xmlns:m="${transitional}/officeDocument/2006/math"`,
    `xmlns:mc="${transitional}/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"`,
    `xmlns:wps="urn:wps" xmlns:a="urn:a" xmlns:w14="urn:w14" xmlns:w15="urn:w15"`,
  ].join(' ');
  const rooted = (xml: string) => strToU8(xml.replace(/^<([\w:]+)/, `<$1 ${names}`));
  const related = (content: string) =>
    strToU8(`<Relationships xmlns="${transitional}/package/2006/relationships">${content}</Relationships>`);
  const [, folder = '', file = ''] = /^(.*\/)?([^/]+)$/.exec(main) ?? [];
  const own = Object.entries(parts).map(
    ([name, { type }], index) => `<Relationship Id="p${index}" Type="${types}/${type}" Target="/${name}"/>`,
  );
  const written = Object.entries(parts).map(([name, { xml }]) => [name, rooted(xml)] as const);
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${transitional}/package/2006/content-types"><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': related(`<Relationship Id="m" Type="${types}/officeDocument" Target="${main}"/>`),
    [main]: rooted(`<w:document><w:body>${body}</w:body></w:document>`),
    [`${folder}_rels/${file}.rels`]: related(own.join('') + relationships),
    ...Object.fromEntries(written),
    'docProps/core.xml': strToU8(`<c:c xmlns:c="urn:c" xmlns:dc="urn:dc">${core}</c:c>`),
    ...more,
  });
}

export const fileOf = (bytes: Uint8Array, name = 'article.docx'): InputFile => ({
  origin: createFileOrigin(name),
  type: null,
  charset: null,
  bytes,
});

/** Reads the draft of a document; fails the test when there is none. */
export const draftOf = (bytes: Uint8Array) => readDraftOf(bytes, 'article.docx');

/** Reads a document that is refused, and returns the problem. */
export async function problemOf(bytes: Uint8Array, name?: string) {
  const file = fileOf(bytes, name);
  const imported = word.matches(file) ? await word.readDraft(file, strictReporter) : null;
  return imported?.ok === false ? imported.problem : null;
}
