import { decodeXML } from 'entities/decode';

/** Receives the tokens of an XML part in their order. Texts and values are decoded; names are without their prefixes. */
interface XmlListener {
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
function readXmlTokens(xml: string, listener: XmlListener): boolean {
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

/** The texts of one XML part. */
interface XmlTexts {
  /** The visible text; runs of a paragraph continue each other's words. */
  shown: string;
  /** Words that a tracked change deleted or moved away. */
  deleted: string;
  /** The instructions of fields. */
  fields: string;
  /** The different values of attributes, comments and processing instructions. */
  values: string;
}

type Target = Exclude<keyof XmlTexts, 'values'>;

/** Text elements that continue the words before them, in Word, spreadsheets and drawings. */
const runTexts = new Set(['t', 'delText', 'instrText', 'delInstrText']);
/** Elements after which other words begin. */
const breaks = new Set(
  ['p', 'tab', 'ptab', 'br', 'cr', 'tc', 'si', 'is', 'comment', 'footnote', 'endnote'].concat([
    'txbxContent',
  ]),
);
/** The address of a spreadsheet's cell: a large sheet has a million of them, and they say nothing. */
const cellAddress = /^[A-Z]{1,3}\d{1,7}$/;
const deletions = new Set(['del', 'moveFrom', 'delText']);
const fieldElements = new Set(['instrText', 'delInstrText']);

/** An element that is open. */
interface OpenElement {
  target: Target;
  /** How much text there was when it began. */
  lengths: Record<Target, number>;
  hasChildren: boolean;
  /** White space that is text unless an element follows: then it is only the layout of the XML. */
  space: string;
  /** Where the text of it and of the elements in it begins in that of the alternatives; the text of the last element within it. */
  rawStart: number;
  lastRaw: string | null;
}

/** Collects the texts of a part while it is read. */
class TextCollector implements XmlListener {
  readonly texts: Record<Target, string> = { shown: '', deleted: '', fields: '' };
  readonly values = new Set<string>();
  readonly #open: OpenElement[] = [];
  /** All text within alternatives, as it is in the XML. */
  #raw = '';
  #alternatives = 0;

  onRemark(text: string): void {
    // A comment or a processing instruction shows nothing.
    this.values.add(text);
  }

  onText(text: string): void {
    const element = this.#open.at(-1);
    if (!element) return;
    if (this.#alternatives > 0) this.#raw += text;
    if (text.trim() === '') {
      if (!element.hasChildren) element.space += text;
      return;
    }
    this.texts[element.target] += element.space + text;
    element.space = '';
  }

  onOpen(name: string, values: readonly string[]): void {
    for (const value of values) if (name !== 'c' || !cellAddress.test(value)) this.values.add(value);
    if (name === 'AlternateContent') this.#alternatives += 1;
    const parent = this.#open.at(-1);
    if (parent) Object.assign(parent, { hasChildren: true, space: '' });
    const { shown, deleted, fields } = this.texts;
    this.#open.push({
      target: fieldElements.has(name)
        ? 'fields'
        : deletions.has(name)
          ? 'deleted'
          : (parent?.target ?? 'shown'),
      lengths: { shown: shown.length, deleted: deleted.length, fields: fields.length },
      hasChildren: false,
      space: '',
      rawStart: this.#raw.length,
      lastRaw: null,
    });
  }

  onClose(name: string): void {
    const element = this.#open.pop();
    if (!element) return;
    const { target, lengths, hasChildren, space, rawStart } = element;
    this.texts[target] += space;
    const isOwnText = !hasChildren && !runTexts.has(name);
    if (breaks.has(name) || (isOwnText && this.texts[target].length > lengths[target]))
      this.texts[target] += '\n';
    if (name === 'AlternateContent') this.#alternatives -= 1;
    if (this.#alternatives === 0) this.#raw = '';
    else this.#leaveOutRepetition(name, lengths, this.#raw.slice(rawStart));
  }

  /** Takes the text of an alternative out again that repeats what the one before it says, as a picture for older programs does. */
  #leaveOutRepetition(name: string, lengths: OpenElement['lengths'], raw: string): void {
    const parent = this.#open.at(-1);
    if (!parent) return;
    if (name === 'Fallback' && parent.lastRaw?.includes(raw))
      for (const target of ['shown', 'deleted', 'fields'] as const)
        this.texts[target] = this.texts[target].slice(0, lengths[target]);
    parent.lastRaw = raw;
  }
}

/** Collects all text of an XML part: shown, deleted, in fields, and in attributes. Null when it is not well-formed. */
export function collectXmlTexts(xml: string): XmlTexts | null {
  const collector = new TextCollector();
  if (!readXmlTokens(xml, collector)) return null;
  return { ...collector.texts, values: [...collector.values].join('\n') };
}
