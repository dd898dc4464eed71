import type { ReportText } from '../../origin/report-text';
import { joinXml, literal, type Xml, xml, xmlText } from './xml';

const declaration = literal('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n');
const wordNamespace = literal('http://schemas.openxmlformats.org/wordprocessingml/2006/main');
const relationshipTypes = literal('http://schemas.openxmlformats.org/officeDocument/2006/relationships');
const packageNamespace = literal('http://schemas.openxmlformats.org/package/2006');

/** A part with an element of WordprocessingML as its root. */
export function createWordPart(root: Xml, content: Xml): Xml {
  return xml`${declaration}<w:${root} xmlns:w="${wordNamespace}" xmlns:r="${relationshipTypes}">${content}</w:${root}>`;
}

export interface Relationship {
  id: Xml;
  /** The last word of its type, or all of it. */
  type: Xml;
  target: Xml;
  isExternal?: boolean;
}

/** The part that holds the relationships of another, or of the package. */
export function createRelationships(relationships: readonly Relationship[]): Xml {
  const lines = relationships.map(({ id, type, target, isExternal = false }) => {
    const fullType = type.includes(':') ? type : xml`${relationshipTypes}/${type}`;
    const mode = literal(isExternal ? ' TargetMode="External"' : '');
    return xml`<Relationship Id="${id}" Type="${fullType}" Target="${target}"${mode}/>`;
  });
  return xml`${declaration}<Relationships xmlns="${packageNamespace}/relationships">${joinXml(lines)}</Relationships>`;
}

/** The kinds of the WordprocessingML parts, as their content types name them. */
const contentKinds = {
  'word/document.xml': 'document.main',
  'word/styles.xml': 'styles',
  'word/settings.xml': 'settings',
  'word/header1.xml': 'header',
  'word/footer1.xml': 'footer',
  'word/numbering.xml': 'numbering',
  'word/footnotes.xml': 'footnotes',
} as const;

/** All parts that a document may have, in the order in which they are listed. */
export const partNames = [
  'word/document.xml',
  'word/styles.xml',
  'word/settings.xml',
  'word/header1.xml',
  'word/footer1.xml',
  'word/numbering.xml',
  'word/footnotes.xml',
  'docProps/core.xml',
] as const;

export type PartName = (typeof partNames)[number];

/** The content types of the WordprocessingML parts, and that of the properties. */
export function createContentTypes(partNames: readonly PartName[]): Xml {
  const overrides = partNames.map((name) => {
    const type =
      name === 'docProps/core.xml'
        ? xml`application/vnd.openxmlformats-package.core-properties+xml`
        : xml`application/vnd.openxmlformats-officedocument.wordprocessingml.${literal(contentKinds[name])}+xml`;
    return xml`<Override PartName="/${literal(name)}" ContentType="${type}"/>`;
  });
  return joinXml([
    xml`${declaration}<Types xmlns="${packageNamespace}/content-types">`,
    literal(
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    ),
    xml`<Default Extension="xml" ContentType="application/xml"/>${joinXml(overrides)}</Types>`,
  ]);
}

/** The relationship of the package to its core properties (ECMA-376, part 2: 11). */
export const corePropertiesType = xml`${packageNamespace}/relationships/metadata/core-properties`;

/** The core properties: nothing but the title, the author and the time, RFC 3339 in UTC. */
export function createCoreProperties({
  title,
  creator,
  created,
  language,
}: {
  title: ReportText;
  creator: ReportText | null;
  created: ReportText;
  language: ReportText | null;
}): Xml {
  return joinXml([
    xml`${declaration}<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    literal(
      ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    ),
    xml`<dc:title>${xmlText(title)}</dc:title>`,
    creator === null ? literal('') : xml`<dc:creator>${xmlText(creator)}</dc:creator>`,
    xml`<dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(created)}</dcterms:created>`,
    xml`<dcterms:modified xsi:type="dcterms:W3CDTF">${xmlText(created)}</dcterms:modified>`,
    language === null ? literal('') : xml`<dc:language>${xmlText(language)}</dc:language>`,
    literal('</cp:coreProperties>'),
  ]);
}
