import type { Draft } from '#shared/domain/base/draft.ts';
import type { PaperSize } from '#shared/domain/settings/report-options.ts';
import type { ReportText } from '#shared/reports/base/report-text.ts';
import type { PlannedDocument } from '#shared/reports/word/word-plan.ts';
import { joinXml, literal, type Xml, xml, xmlText } from '#shared/reports/word/xml.ts';
import { type Direction, getLanguageDirection } from '#shared/text/characters/direction.ts';
import type { Report } from '../model/report-model.ts';
import { describeHeader } from '../wording/describe-report.ts';
import { toSecond } from './plan-comments.ts';
import { MapWriter } from './run-markup.ts';
import { mainPart, notesPart, writeStories } from './stories.ts';
import { createStyles } from './styles.ts';

const declaration = literal('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n');
const wordNamespace = literal('http://schemas.openxmlformats.org/wordprocessingml/2006/main');
const relationshipTypes = literal('http://schemas.openxmlformats.org/officeDocument/2006/relationships');
const packageNamespace = literal('http://schemas.openxmlformats.org/package/2006');

/** A part with an element of WordprocessingML as its root. */
function createWordPart(root: Xml, content: Xml): Xml {
  return xml`${declaration}<w:${root} xmlns:w="${wordNamespace}" xmlns:r="${relationshipTypes}">${content}</w:${root}>`;
}

interface Relationship {
  id: Xml;
  /** The last word of its type, or all of it. */
  type: Xml;
  target: Xml;
  isExternal?: boolean;
}

/** The part that holds the relationships of another, or of the package. */
function createRelationships(relationships: readonly Relationship[]): Xml {
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
const partNames = [
  'word/document.xml',
  'word/styles.xml',
  'word/settings.xml',
  'word/header1.xml',
  'word/footer1.xml',
  'word/numbering.xml',
  'word/footnotes.xml',
  'docProps/core.xml',
] as const;

type PartName = (typeof partNames)[number];

/** The content types of the WordprocessingML parts, and that of the properties. */
function createContentTypes(partNames: readonly PartName[]): Xml {
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
const corePropertiesType = xml`${packageNamespace}/relationships/metadata/core-properties`;

/** The core properties: nothing but the title, the author and the time, RFC 3339 in UTC. */
function createCoreProperties({
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

/** The sizes of paper, in twentieths of a point. */
const paperSizes: Readonly<Record<PaperSize, { width: number; height: number }>> = {
  a4: { width: 11_906, height: 16_838 },
  letter: { width: 12_240, height: 15_840 },
};

/** The margins on all sides: an inch. */
const margin = 1_440;

/** The width of the text, in twentieths of a point. */
function getTextWidth(paper: PaperSize): number {
  return paperSizes[paper].width - 2 * margin;
}

/** The section of the whole document: its paper, header and footer. */
function createSection(paper: PaperSize, language: string | null): Xml {
  const { width, height } = paperSizes[paper];
  const isRightToLeft: boolean = getLanguageDirection(language) === ('rtl' satisfies Direction);
  return joinXml([
    literal(
      '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>',
    ),
    xml`<w:pgSz w:w="${width}" w:h="${height}"/>`,
    xml`<w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="708" w:footer="708" w:gutter="0"/>`,
    xml`${literal(isRightToLeft ? '<w:bidi/>' : '')}</w:sectPr>`,
  ]);
}

/** The header of each page: which report it is. */
function createHeader(report: Report): Xml {
  const text = xmlText(describeHeader(report).draft);
  return xml`<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

const createField = (instruction: 'PAGE' | 'NUMPAGES') =>
  xml`<w:fldSimple w:instr=" ${literal(instruction)} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

/** The footer of each page: its number, and how many there are. */
const footer = xml`<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${createField('PAGE')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${createField('NUMPAGES')}</w:p>`;

/** The content of the settings part, in the order of the schema (ECMA-376, part 1: 17.15.1.78). */
function createSettings(hasFootnotes: boolean): Xml {
  const notes = xml`<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>`;
  return xml`<w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/>${
    hasFootnotes ? notes : literal('')
  }<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`;
}

/** The content of the numbering part: the one list of the document, with bullets. */
const bullets = joinXml([
  xml`<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>`,
  xml`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>`,
  xml`<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>`,
  xml`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
]);

const createSeparator = (id: number, type: 'separator' | 'continuationSeparator') =>
  xml`<w:footnote w:type="${literal(type)}" w:id="${id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${literal(type)}/></w:r></w:p></w:footnote>`;

/** The content of the footnotes part: the lines above them, and the footnotes by their ids, which count from 1. */
function createFootnotes(footnotes: ReadonlyMap<number, Xml>): Xml {
  const notes = Array.from(
    footnotes,
    ([id, content]) => xml`<w:footnote w:id="${id}">${content}</w:footnote>`,
  );
  return joinXml([createSeparator(-1, 'separator'), createSeparator(0, 'continuationSeparator'), ...notes]);
}

/** Collects the addresses that parts link to, each once. */
class LinkRelationships {
  readonly #links = new Map<string, Map<string, Relationship>>();

  add(part: string, address: ReportText): Xml {
    const links = this.#links.get(part) ?? new Map<string, Relationship>();
    this.#links.set(part, links);
    const id = xml`rIdLink${links.size + 1}`;
    const target = xmlText(address);
    const link = links.get(address) ?? { id, type: literal('hyperlink'), target, isExternal: true };
    links.set(address, link);
    return link.id;
  }

  list(part: string): Relationship[] {
    return Array.from(this.#links.get(part)?.values() ?? []);
  }
}

/**
 * Creates a Word document of our own with the text of a draft, and the map to it. Pure: the same report gives the same parts.
 * ECMA-376, transitional.
 */
export function createCleanDocument(report: Report, draft: Draft, paper: PaperSize): PlannedDocument {
  const { language } = report;
  const map = new MapWriter();
  const links = new LinkRelationships();
  const { body, footnotes } = writeStories(report, draft, {
    map,
    link: (part, address) => links.add(part, address),
    textWidth: getTextWidth(paper),
  });
  const hasFootnotes = footnotes.size > 0;
  const hasBullets = body.includes('<w:numPr>');
  const wordParts: Partial<Record<PartName, Xml>> = {
    [mainPart]: createWordPart(
      literal('document'),
      xml`<w:body>${body}${createSection(paper, language)}</w:body>`,
    ),
    'word/styles.xml': createWordPart(literal('styles'), createStyles(language)),
    'word/settings.xml': createWordPart(literal('settings'), createSettings(hasFootnotes)),
    'word/header1.xml': createWordPart(literal('hdr'), createHeader(report)),
    'word/footer1.xml': createWordPart(literal('ftr'), footer),
    ...(hasBullets && { 'word/numbering.xml': createWordPart(literal('numbering'), bullets) }),
    ...(hasFootnotes && { [notesPart]: createWordPart(literal('footnotes'), createFootnotes(footnotes)) }),
  };
  const properties = createCoreProperties({
    title: report.title,
    creator: report.reviewer,
    language,
    created: toSecond(report.madeAt),
  });
  const parts: Partial<Record<PartName, Xml>> = { ...wordParts, 'docProps/core.xml': properties };
  const own = [
    literal('styles'),
    literal('settings'),
    ...(hasBullets ? [literal('numbering')] : []),
    ...(hasFootnotes ? [literal('footnotes')] : []),
  ];
  const noteLinks = links.list(notesPart);
  return {
    parts: {
      '[Content_Types].xml': createContentTypes(partNames.filter((name) => parts[name] !== undefined)),
      '_rels/.rels': createRelationships([
        { id: literal('rId1'), type: literal('officeDocument'), target: literal(mainPart) },
        { id: literal('rId2'), type: corePropertiesType, target: literal('docProps/core.xml') },
      ]),
      ...parts,
      'word/_rels/document.xml.rels': createRelationships([
        ...own.map((name, index) => ({ id: xml`rId${index + 1}`, type: name, target: xml`${name}.xml` })),
        { id: literal('rIdHeader'), type: literal('header'), target: literal('header1.xml') },
        { id: literal('rIdFooter'), type: literal('footer'), target: literal('footer1.xml') },
        ...links.list(mainPart),
      ]),
      ...(noteLinks.length > 0 && { 'word/_rels/footnotes.xml.rels': createRelationships(noteLinks) }),
    },
    map: map.map,
  };
}
