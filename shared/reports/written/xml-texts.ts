import { readXmlTokens, type XmlListener } from './xml-tokens';

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
      ...{ hasChildren: false, space: '', rawStart: this.#raw.length, lastRaw: null },
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
