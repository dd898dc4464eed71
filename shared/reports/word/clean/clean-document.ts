import type { Draft } from '../../../domain/draft/draft';
import type { PaperSize } from '../../../domain/report-options';
import type { Report } from '../../model/report-model';
import { toSecond } from '../comments/comment-author';
import type { CleanDocument } from '../word-plan';
import { MapWriter } from './map-writer';
import {
  corePropertiesType,
  createContentTypes,
  createCoreProperties,
  createRelationships,
  createWordPart,
  type Relationship,
} from './package-parts';
import { createHeader, createSection, footer, getTextWidth } from './page';
import { bullets, createFootnotes, createSettings } from './settings';
import { mainPart, notesPart, writeStories } from './stories';
import { createStyles } from './styles';

/** Collects the addresses that parts link to, each once. */
class LinkRelationships {
  readonly #links = new Map<string, Map<string, Relationship>>();

  add(part: string, address: string): string {
    const links = this.#links.get(part) ?? new Map<string, Relationship>();
    this.#links.set(part, links);
    const id = `rIdLink${links.size + 1}`;
    const link = links.get(address) ?? { id, type: 'hyperlink', target: address, isExternal: true };
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
  const wordParts: Record<string, string> = {
    [mainPart]: createWordPart('document', `<w:body>${body}${createSection(paper, language)}</w:body>`),
    'word/styles.xml': createWordPart('styles', createStyles(language)),
    'word/settings.xml': createWordPart('settings', createSettings(hasFootnotes)),
    'word/header1.xml': createWordPart('hdr', createHeader(report)),
    'word/footer1.xml': createWordPart('ftr', footer),
    ...(hasBullets && { 'word/numbering.xml': createWordPart('numbering', bullets) }),
    ...(hasFootnotes && { [notesPart]: createWordPart('footnotes', createFootnotes(footnotes)) }),
  };
  const properties = createCoreProperties({
    ...{ title: report.title, creator: report.reviewer, language },
    created: toSecond(report.madeAt),
  });
  const parts = { ...wordParts, 'docProps/core.xml': properties };
  const own = [
    'styles',
    'settings',
    ...(hasBullets ? ['numbering'] : []),
    ...(hasFootnotes ? ['footnotes'] : []),
  ];
  const noteLinks = links.list(notesPart);
  return {
    parts: {
      '[Content_Types].xml': createContentTypes(Object.keys(parts)),
      '_rels/.rels': createRelationships([
        { id: 'rId1', type: 'officeDocument', target: mainPart },
        { id: 'rId2', type: corePropertiesType, target: 'docProps/core.xml' },
      ]),
      ...parts,
      'word/_rels/document.xml.rels': createRelationships([
        ...own.map((name, index) => ({ id: `rId${index + 1}`, type: name, target: `${name}.xml` })),
        { id: 'rIdHeader', type: 'header', target: 'header1.xml' },
        { id: 'rIdFooter', type: 'footer', target: 'footer1.xml' },
        ...links.list(mainPart),
      ]),
      ...(noteLinks.length > 0 && { 'word/_rels/footnotes.xml.rels': createRelationships(noteLinks) }),
    },
    map: map.map,
  };
}
