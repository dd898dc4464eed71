import { strToU8, zipSync } from 'fflate';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const microsoft = 'http://schemas.microsoft.com/office/2011/relationships';
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The namespaces of the root of a part. */
export const wordNames =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';

/** The parts of a Word document by name, as XML without its header. `document` is the main one. */
export type WordXml = { document: string } & Partial<
  Record<'styles' | 'footnotes' | 'comments' | 'commentsExtended', string>
>;

/** Packs the parts of a Word document (ECMA-376, part 2). */
export function packWordDocument(parts: WordXml): Uint8Array {
  const names = Object.keys(parts);
  const overrides = names.map(
    (name) =>
      `<Override PartName="/word/${name}.xml" ContentType="${wordType}.${name === 'document' ? 'document.main' : name}+xml"/>`,
  );
  const related = names
    .filter((name) => name !== 'document')
    .map(
      (name) =>
        `<Relationship Id="${name}" Type="${name === 'commentsExtended' ? microsoft : office}/${name}" Target="${name}.xml"/>`,
    );
  const files = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships ${relations}><Relationship Id="main" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships ${relations}>${related.join('')}</Relationships>`,
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, xml])),
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(header + xml)])),
  );
}
