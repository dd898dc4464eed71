import { decodeXML } from 'entities/decode';
import type { CleanDocument } from '#shared/reports/word/word-plan.ts';

const textElement =
  /<w:(t|tab|ptab|br|cr|noBreakHyphen|sym|footnoteReference|endnoteReference)(?: [^>]*?)?(?:\/>|>([^<]*)<\/w:\1>)/g;

/** The texts of the text elements of each part, as the reader of Word files lists them. */
export function readPartTexts({ parts }: Pick<CleanDocument, 'parts'>): Map<string, string[]> {
  return new Map(
    Object.entries(parts).map(([name, xml]) => [
      name.toLowerCase(),
      Array.from(xml.matchAll(textElement), ([, , text = '']) => decodeXML(text)),
    ]),
  );
}

/** The text of each paragraph of a part. */
export function readParagraphs(xml: string): string[] {
  return Array.from(xml.matchAll(/<w:p>(.*?)<\/w:p>/gs), ([, content = '']) =>
    Array.from(content.matchAll(textElement), ([, name, text = '']) =>
      name === 'tab' ? '\t' : name === 'br' ? '\n' : name === 't' ? decodeXML(text) : '*',
    ).join(''),
  );
}
