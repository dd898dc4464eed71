import { parseXml } from '../xml';

/** The texts of one XML part. */
export interface XmlTexts {
  /** The visible text; runs of a paragraph continue each other's words. */
  shown: string;
  /** Words that a tracked change deleted or moved away. */
  deleted: string;
  /** The instructions of fields. */
  fields: string;
  /** The different values of attributes, comments and processing instructions. */
  values: string;
}

/** Text elements that continue the words before them, in Word, spreadsheets and drawings. */
const runTexts = new Set(['t', 'delText', 'instrText', 'delInstrText']);
/** Elements after which other words begin. */
const breaks = new Set(
  ['p', 'tab', 'ptab', 'br', 'cr', 'tc', 'si', 'is', 'comment', 'footnote', 'endnote'].concat([
    'txbxContent',
  ]),
);
const deletions = new Set(['del', 'moveFrom', 'delText']);
const fieldElements = new Set(['instrText', 'delInstrText']);

/** Whether an alternative repeats what the one before it says, as a picture for older programs does. */
function isRepetition(element: Element): boolean {
  return (
    element.localName === 'Fallback' &&
    element.previousElementSibling?.textContent?.includes(element.textContent ?? '') === true
  );
}

/** Whether text is only the layout of the XML. */
function isLayout({ data, parentElement }: Text): boolean {
  return data.trim() === '' && (parentElement?.childElementCount ?? 0) > 0;
}

/** Collects all text of an XML part: shown, deleted, in fields, and in attributes. Null when it is not well-formed. */
export function collectXmlTexts(xml: string): XmlTexts | null {
  const root = parseXml(xml);
  if (!root) return null;
  const texts = { shown: '', deleted: '', fields: '' };
  const values = new Set<string>();
  const visit = (node: Node, target: keyof typeof texts) => {
    if (node instanceof Text) {
      if (!isLayout(node)) texts[target] += node.data;
    } else if (node instanceof CharacterData) {
      // A comment or a processing instruction shows nothing.
      values.add(node.data);
    } else if (node instanceof Element) {
      const { localName } = node;
      for (const { value } of node.attributes) values.add(value);
      if (isRepetition(node)) return;
      const isField = fieldElements.has(localName);
      const inside = isField ? 'fields' : deletions.has(localName) ? 'deleted' : target;
      const before = texts[inside].length;
      for (const child of node.childNodes) visit(child, inside);
      const isOwnText = node.childElementCount === 0 && !runTexts.has(localName);
      if (breaks.has(localName) || (isOwnText && texts[inside].length > before)) texts[inside] += '\n';
    }
  };
  for (const node of root.ownerDocument.childNodes) visit(node, 'shown');
  return { ...texts, values: [...values].join('\n') };
}
