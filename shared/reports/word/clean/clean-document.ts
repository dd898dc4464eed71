import type { Draft } from '../../../domain/draft/draft';
import type { PaperSize } from '../../../domain/report-options';
import type { Report } from '../../model/report-model';
import type { ReportText } from '../../origin/report-text';
import { toSecond } from '../comments/comment-author';
import type { CleanDocument } from '../planned';
import { MapWriter } from './map-writer';
import {
  corePropertiesType,
  createContentTypes,
  createCoreProperties,
  createRelationships,
  createWordPart,
  type PartName,
  partNames,
  type Relationship,
} from './package-parts';
import { createHeader, createSection, footer, getTextWidth } from './page';
import { bullets, createFootnotes, createSettings } from './settings';
import { mainPart, notesPart, writeStories } from './stories';
import { createStyles } from './styles';
import { literal, type Xml, xml, xmlText } from './xml';

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
 * Creates a Word document of our own with the text of a draft, and the map to it:
 *
 *     stories.ts        the text: paragraphs.ts, tables.ts and footnotes.ts make of blocks what they are in Word
 *     run-markup.ts     text-pieces.ts set in bold, as a link, …; map-writer.ts writes the map meanwhile
 *     styles.ts         the house style; page.ts paper, header and footer
 *     settings.ts       settings, bullets and footnotes
 *     package-parts.ts  content types, relationships and properties
 *
 * Pure: the same report gives the same parts. ECMA-376, transitional.
 */
export function createCleanDocument(report: Report, draft: Draft, paper: PaperSize): CleanDocument {
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
