import { toXmlText } from '../../shared/reports/word/xml';
import { readTextInFont } from '../importer/document/symbols';
import { findChild, getAttribute } from '../importer/xml';
import type { TrackableChange } from './change-finder';
import { ParagraphMarks } from './paragraph-marks';
import { type Side, type SplitRuns, splitAround } from './split-runs';
import type { EditedStory } from './text-places';
import { createContent } from './word-markup';

/** Elements of a run that a reader sees as text. */
const shown = new Set(['t', 'tab', 'ptab', 'br', 'cr', 'noBreakHyphen', 'sym']);

/** Writes changes as tracked changes (ECMA-376, part 1: 17.13.5), one after another in the order of the text. */
export class ChangeTracker {
  /** The last change after each run, so that the next change there follows it. */
  private readonly lastAfter = new Map<Element, Element | Comment>();
  /** End the paragraphs of new words, which comments of XML stand for until all changes are in their places. */
  private readonly endParagraphs: (() => void)[] = [];

  constructor(
    private readonly split: SplitRuns,
    private readonly nextId: () => number,
  ) {}

  track({ change, story, deleted, joined, beside, look }: TrackableChange): void {
    const sign = () => ({ id: this.nextId(), author: toXmlText(change.author), date: change.at });
    const marks = new ParagraphMarks(story.markup, sign);
    const source = this.split.getRunAt(look.element, look.offset);
    const createInsertion = (text: string) =>
      story.markup.create('ins', sign(), [createRun(story, copyProperties(source, look, text), text)]);
    if (deleted) {
      const first = this.split.getRunFrom(deleted.start.element, deleted.start.offset);
      const last = this.split.getRunBefore(deleted.end.element, deleted.end.offset);
      for (const runs of groupSiblings(listRuns(story, first, last))) {
        const deletion = story.markup.create('del', sign());
        runs[0]?.before(deletion);
        deletion.append(...runs);
        for (const run of runs) markDeleted(run, story);
        this.lastAfter.set(last, deletion);
      }
    }
    if (joined) marks.join(joined.paragraphs, joined.last);
    if (change.text === '') return;
    const paragraphs = change.text
      .split(/\n\s*\n/)
      .map((text) => (text === '' ? [] : [createInsertion(text)]));
    const ends = paragraphs.slice(1).map(() => story.document.createComment(''));
    const nodes = paragraphs.flatMap((content, index): (Element | Comment)[] => [
      ...content,
      ...ends.slice(index, index + 1),
    ]);
    this.insert(nodes, beside);
    for (const end of ends)
      this.endParagraphs.push(() => {
        const paragraph = end.parentElement;
        // Within a link or a content control it is a blank line, because these can't be divided.
        if (paragraph?.localName === 'p' && marks.divide(paragraph, end)) end.remove();
        else end.replaceWith(createInsertion('\n\n'));
      });
  }

  /** Ends the paragraphs of new words, once all changes are tracked. */
  finish(): void {
    for (const endParagraph of this.endParagraphs) endParagraph();
  }

  private insert(
    nodes: readonly (Element | Comment)[],
    { element, offset, side }: TrackableChange['beside'],
  ): void {
    const run =
      side === 'after' ? this.split.getRunBefore(element, offset) : this.split.getRunFrom(element, offset);
    const neighbour = (side === 'after' && this.lastAfter.get(run)) || run;
    if (neighbour instanceof Comment) neighbour.after(...nodes);
    else {
      const place: { node: Element; side: Side } = splitAround(neighbour, side, this.nextId);
      place.node[place.side](...nodes);
    }
    const last = nodes.at(-1);
    if (side === 'after' && last) this.lastAfter.set(run, last);
  }
}

/** The runs with text from one run to another, without those that are deleted already. */
function listRuns({ document, root }: EditedStory, first: Element, last: Element): Element[] {
  const runs: Element[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = first;
  for (let node: Node | null = first; node; node = walker.nextNode()) {
    if (!(node instanceof Element)) continue;
    const isText =
      node.localName === 'r' && Array.from(node.children).some(({ localName }) => shown.has(localName));
    if (isText && !node.closest('del, moveFrom')) runs.push(node);
    if (node === last) break;
  }
  return runs;
}

/** Groups runs that follow each other without anything between them. */
function groupSiblings(runs: readonly Element[]): Element[][] {
  const groups: Element[][] = [];
  for (const run of runs) {
    const group = groups.at(-1);
    if (group && run.previousSibling !== null && group.at(-1) === run.previousSibling) group.push(run);
    else groups.push([run]);
  }
  return groups;
}

/** Deleted text is in elements of another name (17.3.3.7). */
function markDeleted(run: Element, { markup }: EditedStory): void {
  for (const text of Array.from(run.children)) {
    if (text.localName !== 't') continue;
    const deletedText = markup.create('delText');
    for (const attribute of text.attributes)
      deletedText.setAttributeNS(attribute.namespaceURI, attribute.name, attribute.value);
    deletedText.append(...text.childNodes);
    text.replaceWith(deletedText);
  }
}

/** The properties for text that is inserted in the look of a run, without changes of them that are tracked. */
function copyProperties(run: Element, { isPlain }: TrackableChange['look'], text: string): Element | null {
  const properties = findChild(run, 'rPr');
  if (!properties) return null;
  const copy = run.ownerDocument.importNode(properties, true);
  const fonts = findChild(copy, 'rFonts');
  const font = getAttribute(fonts, 'ascii') ?? getAttribute(fonts, 'hAnsi');
  // A font of symbols would show other characters, and a raised figure is a character of its own in the draft.
  if (readTextInFont(text, font) !== text) fonts?.remove();
  if (!isPlain) findChild(copy, 'vertAlign')?.remove();
  findChild(copy, 'rPrChange')?.remove();
  return copy.childElementCount > 0 ? copy : null;
}

/** A run of text; tab stops and line breaks in it are elements. */
function createRun({ markup }: EditedStory, properties: Element | null, text: string): Element {
  return markup.create('r', {}, [...(properties ? [properties] : []), ...createContent(markup, text)]);
}
