import type { PlanLine, WordPlan } from '#shared/reports/word/word-plan.ts';
import { toXmlText } from '#shared/reports/word/xml.ts';
import { findChild, getAttribute } from '../read/base/xml.ts';
import { readTextInFont } from '../read/flow/symbols.ts';
import {
  AnnotationPlaces,
  EarlierAnchors,
  markComments,
  markFootnotes,
  NoteReferences,
} from './annotation-places.ts';
import { ChangeFinder, type TrackableChange } from './change-finder.ts';
import { type ClosedField, findClosedFields, Gaps } from './closed-places.ts';
import { readStyleIds } from './edited-package.ts';
import type { OpenedFile } from './open-base.ts';
import { ParagraphMarks } from './paragraph-marks.ts';
import {
  findEarlierComments,
  getAnchorRange,
  listNewNumbers,
  type PreparedComment,
  prepareComments,
  prepareLines,
  readCommentRanges,
} from './prepare-comments.ts';
import { Cuts, type Side, SplitRuns, splitAround } from './split-runs.ts';
import { type EditedStory, TextPlaces } from './text-places.ts';
import { createContent } from './word-markup.ts';
import {
  createFootnoteReferences,
  getNextFootnoteId,
  orderFootnotes,
  type PreparedFootnote,
} from './write-footnotes.ts';

/** Elements of a run that are seen as text. */
const shown = new Set(['t', 'tab', 'ptab', 'br', 'cr', 'noBreakHyphen', 'sym']);

/** Writes changes as tracked changes (ECMA-376, part 1: 17.13.5), one after another in the order of the text. */
class ChangeTracker {
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

interface PlannedChanges {
  tracked: TrackableChange[];
  /** The lines about those that can't be tracked, by the index of the comment. */
  notTracked: Map<number, PlanLine[]>;
  notTrackedCount: number;
}

/** Finds out which changes of a plan can be tracked, and cuts runs at their ends. */
function findTrackable({ changes, comments }: WordPlan, finder: ChangeFinder, cuts: Cuts): PlannedChanges {
  const planned: PlannedChanges = { tracked: [], notTracked: new Map(), notTrackedCount: 0 };
  for (const change of changes) {
    const claim = change.comment === null ? null : comments[change.comment];
    const found = finder.find(change, claim?.span?.start === change.span.start);
    if (found) {
      planned.tracked.push(...found);
      for (const { beside, deleted } of found)
        for (const edge of [beside, deleted?.start]) if (edge) cuts.add(edge.element, edge.offset);
      continue;
    }
    planned.notTrackedCount += 1;
    if (change.comment === null) continue;
    const lines = planned.notTracked.get(change.comment) ?? [];
    planned.notTracked.set(change.comment, [...lines, change.lineIfNotTracked]);
  }
  return planned;
}

/** The comments or footnotes that were anchored in the text, to be written to other parts. */
interface RewrittenText {
  comments: PreparedComment[];
  /** The numbers that claims have now, by the ids of comments that the file had. */
  newNumbers: ReadonlyMap<string, number>;
  footnotes: PreparedFootnote[];
  /** The new ids of footnotes that the file had, by their old ones. */
  newFootnoteIds: ReadonlyMap<string, number>;
  /** The parts that are to be set. */
  changed: Set<EditedStory>;
  notTracked: number;
}

/** Writes the anchors of comments or footnotes and the tracked changes of a plan into the text of a file. */
export function rewriteText(plan: WordPlan, base: OpenedFile, nextId: () => number): RewrittenText {
  const { main, stories, map } = base;
  const places = new TextPlaces(map, stories);
  const fields = new Map(stories.map((story) => [story, findClosedFields(story.root)]));
  const findFields = (story: EditedStory): ReadonlyMap<Element, ClosedField> =>
    fields.get(story) ?? new Map();

  const cuts = new Cuts();
  const annotations = new AnnotationPlaces(main, plan.comments, places, new NoteReferences(stories));
  const ranges = annotations.anchors.map((anchor) => getAnchorRange(anchor, main));
  const { threads } = base.document.comments;
  const earlier = findEarlierComments(plan.comments, ranges, threads, () => readCommentRanges(main));
  annotations.addCuts(cuts, findFields(main));
  const changes = findTrackable(plan, new ChangeFinder(places, findFields), cuts);
  const split = new SplitRuns(cuts, nextId);

  const gaps = new Gaps(main, findFields(main), nextId);
  const opened = annotations.open(split, gaps);
  const additions = {
    nextId,
    getQuote: (index: number) => annotations.getQuote(index),
    notTracked: changes.notTracked,
  };
  const rewritten: RewrittenText = {
    comments: [],
    newNumbers: new Map(),
    footnotes: [],
    newFootnoteIds: new Map(),
    notTracked: changes.notTrackedCount,
    changed: new Set([main, ...base.undone, ...changes.tracked.map(({ story }) => story)]),
  };
  let times: (string | null)[] = [];
  if (plan.annotations === 'comments') {
    const anchors = new EarlierAnchors(main, threads);
    const prepared = prepareComments(plan, base.document.comments, earlier, additions);
    times = prepared.map(({ at }) => at);
    const located = prepared.flatMap(({ comment }, index) =>
      comment
        ? { comment, at: (comment.parent !== null && anchors.open(comment.parent, gaps)) || opened[index] }
        : [],
    );
    rewritten.newNumbers = listNewNumbers(plan.comments, earlier);
    const style = readStyleIds(base.package, main.name)('character', 'annotation reference');
    rewritten.comments = located.map(({ comment }) => comment);
    const places = located.map(({ at }) => at);
    markComments(rewritten.comments, places, main.markup, style);
  } else {
    const firstId = getNextFootnoteId(base.package);
    const lines = prepareLines(plan.comments, additions);
    rewritten.footnotes = lines.map((content, index) => ({ id: firstId + index, lines: content }));
    const createReference = createFootnoteReferences(base.package, main.name, main.root);
    markFootnotes(
      rewritten.footnotes.map(({ id }) => id),
      opened,
      createReference,
    );
    const part = stories.find(({ root }) => root.localName === 'footnotes');
    const ordered = orderFootnotes(main.root, part?.root ?? null, rewritten.footnotes);
    rewritten.footnotes = ordered.notes;
    rewritten.newFootnoteIds = ordered.newIds;
  }
  gaps.close();
  const tracker = new ChangeTracker(split, nextId);
  for (const found of changes.tracked) {
    const { comment, author, at } = found.change;
    const index = comment ?? plan.comments.findIndex((one) => one.author === author && one.at === at);
    // The time of the comment as the file has it, by which the change is recognised when it comes back.
    tracker.track({ ...found, change: { ...found.change, at: times[index] ?? at } });
  }
  tracker.finish();
  return rewritten;
}
