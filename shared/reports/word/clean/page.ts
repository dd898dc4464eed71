import type { PaperSize } from '../../../domain/report-options';
import { type Direction, getLanguageDirection } from '../../../text/characters/direction';
import type { Report } from '../../model/report-model';
import { describeHeader } from '../../wording/describe-report';
import { joinXml, literal, type Xml, xml, xmlText } from './xml';

/** The sizes of paper, in twentieths of a point. */
const paperSizes: Readonly<Record<PaperSize, { width: number; height: number }>> = {
  a4: { width: 11_906, height: 16_838 },
  letter: { width: 12_240, height: 15_840 },
};

/** The margins on all sides: an inch. */
const margin = 1_440;

/** The width of the text, in twentieths of a point. */
export function getTextWidth(paper: PaperSize): number {
  return paperSizes[paper].width - 2 * margin;
}

/** The section of the whole document: its paper, header and footer. */
export function createSection(paper: PaperSize, language: string | null): Xml {
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
export function createHeader(report: Report): Xml {
  const text = xmlText(describeHeader(report).draft);
  return xml`<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

const createField = (instruction: 'PAGE' | 'NUMPAGES') =>
  xml`<w:fldSimple w:instr=" ${literal(instruction)} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;

/** The footer of each page: its number, and how many there are. */
export const footer = xml`<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${createField('PAGE')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${createField('NUMPAGES')}</w:p>`;
