import { decodeXML } from 'entities/decode';

/** Receives the tokens of an XML part in their order. Texts and values are decoded; names are without their prefixes. */
export interface XmlListener {
  onText(text: string): void;
  /** The content of a comment or of a processing instruction. */
  onRemark(text: string): void;
  onOpen(name: string, values: readonly string[]): void;
  onClose(name: string): void;
}

/** A comment, a processing instruction, a character data section, or a start tag with its attributes. */
const markup =
  /<!--([\s\S]*?)-->|<\?([\s\S]*?)\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<([^\s<>/!?="']+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y;
const attribute = /=\s*(?:"([^"]*)"|'([^']*)')/g;
/** The end of an end tag, behind its name. */
const tagEnd = /\s*>/y;

const decode = (text: string) => (text.includes('&') ? decodeXML(text) : text);

/** Whether an instruction is the XML declaration. */
const isDeclaration = (instruction: string | undefined) => /^xml\s/.test(instruction ?? '');

/** A name without its prefix. */
const toLocalName = (name: string) => name.slice(name.indexOf(':') + 1);

/** Lists the decoded values in a start tag. */
function listValues(attributes: string): string[] {
  if (attributes === '') return [];
  const values: string[] = [];
  attribute.lastIndex = 0;
  for (let found = attribute.exec(attributes); found; found = attribute.exec(attributes))
    values.push(decode(found[1] ?? found[2] ?? ''));
  return values;
}

/**
 * Reads an XML part from its beginning to its end, without a document tree: a browser takes seconds for that of a large part. It takes
 * everything that is well-formed, unless it has a document type. Returns whether it is one element with all its tags closed.
 */
export function readXmlTokens(xml: string, listener: XmlListener): boolean {
  const open: string[] = [];
  let roots = 0;
  // A byte order mark is no text.
  let at = xml.startsWith('\ufeff') ? 1 : 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const end = next === -1 ? xml.length : next;
    if (end > at) {
      const text = xml.slice(at, end);
      if (open.length > 0) listener.onText(decode(text));
      else if (text.trim() !== '') return false;
    }
    if (next === -1) break;
    if (xml.startsWith('</', next)) {
      const name = open.pop();
      if (name === undefined || !xml.startsWith(name, next + 2)) return false;
      tagEnd.lastIndex = next + 2 + name.length;
      if (!tagEnd.test(xml)) return false;
      at = tagEnd.lastIndex;
      listener.onClose(toLocalName(name));
      continue;
    }
    markup.lastIndex = next;
    const found = markup.exec(xml);
    if (!found) return false;
    at = markup.lastIndex;
    const [, comment, instruction, section, opened, attributes = '', slash] = found;
    if (opened !== undefined) {
      if (open.length === 0) roots += 1;
      const name = toLocalName(opened);
      listener.onOpen(name, listValues(attributes));
      if (slash === '/') listener.onClose(name);
      else open.push(opened);
    } else if (section !== undefined) {
      if (open.length === 0) return false;
      listener.onText(section);
    } else if (!isDeclaration(instruction)) listener.onRemark(comment ?? instruction ?? '');
  }
  return open.length === 0 && roots === 1;
}
