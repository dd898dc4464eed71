import { decodeXML } from 'entities/decode';

/** A comment, a processing instruction, or a tag with its attributes. */
const markup = /<!--([\s\S]*?)-->|<\?[\s\S]*?\?>|<(\/?)([\w:]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const attributeValue = /=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The text of a part of a Word file, and the different values in its attributes and comments. */
export interface WordXmlText {
  text: string;
  values: Set<string>;
}

/** The text that elements without a text of their own show. */
const elementTexts: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
};

/** Extracts the text of a part, as a reader sees it: runs of a paragraph continue each other's words. */
export function extractWordXml(xml: string): WordXmlText {
  const values = new Set<string>();
  let text = '';
  let end = 0;
  for (const { 0: found, 1: comment, 2: close, 3: name = '', 4: attributes = '', index } of xml.matchAll(
    markup,
  )) {
    text += decodeXML(xml.slice(end, index));
    end = index + found.length;
    if (comment !== undefined) values.add(decodeXML(comment));
    for (const [, double, single] of attributes.matchAll(attributeValue))
      values.add(decodeXML(double ?? single ?? ''));
    if (!close) text += elementTexts[name] ?? '';
    // A run begins no word of its own; everything else does, as a paragraph, a cell or a property.
    else if (!/^w:(?:r|t|hyperlink)$/.test(name)) text += '\n';
  }
  return { text: text + decodeXML(xml.slice(end)), values };
}
