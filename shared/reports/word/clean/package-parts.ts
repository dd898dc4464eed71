import { escapeXml } from '../xml-text';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';

/** A part with an element of WordprocessingML as its root. */
export function createWordPart(root: string, content: string): string {
  return `${declaration}<w:${root} xmlns:w="${wordNamespace}" xmlns:r="${relationshipTypes}">${content}</w:${root}>`;
}

export interface Relationship {
  id: string;
  /** The last word of its type, or all of it. */
  type: string;
  target: string;
  isExternal?: boolean;
}

/** The part that holds the relationships of another, or of the package. */
export function createRelationships(relationships: readonly Relationship[]): string {
  const lines = relationships.map(({ id, type, target, isExternal = false }) => {
    const fullType = type.includes(':') ? type : `${relationshipTypes}/${type}`;
    const mode = isExternal ? ' TargetMode="External"' : '';
    return `<Relationship Id="${id}" Type="${fullType}" Target="${escapeXml(target)}"${mode}/>`;
  });
  return `${declaration}<Relationships xmlns="${packageNamespace}/relationships">${lines.join('')}</Relationships>`;
}

/** The content types of the WordprocessingML parts, by the last word of each, and that of the properties. */
export function createContentTypes(partNames: readonly string[]): string {
  const overrides = partNames.map((name) => {
    const [, kind = ''] = /([a-z]+)\d*\.xml$/.exec(name) ?? [];
    const type =
      kind === 'core'
        ? 'application/vnd.openxmlformats-package.core-properties+xml'
        : `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind === 'document' ? 'document.main' : kind}+xml`;
    return `<Override PartName="/${name}" ContentType="${type}"/>`;
  });
  return [
    `${declaration}<Types xmlns="${packageNamespace}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  ].join('');
}

/** The relationship of the package to its core properties (ECMA-376, part 2: 11). */
export const corePropertiesType = `${packageNamespace}/relationships/metadata/core-properties`;

/** The core properties: nothing but the title, the author and the time, RFC 3339 in UTC. */
export function createCoreProperties({
  title,
  creator,
  created,
  language,
}: {
  title: string;
  creator: string | null;
  created: string;
  language: string | null;
}): string {
  return [
    `${declaration}<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title>`,
    creator === null ? '' : `<dc:creator>${escapeXml(creator)}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${created}</dcterms:modified>`,
    language === null ? '' : `<dc:language>${escapeXml(language)}</dc:language>`,
    '</cp:coreProperties>',
  ].join('');
}
