import { getSegmentLength, type TextMap, type TextSegment } from '#shared/domain/base/text-map.ts';
import type { WordPlan } from '#shared/reports/word/word-plan.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';
import { findChild, getAttribute } from '../read/base/xml.ts';
import { findOwnChanges } from '../read/word/document/own-changes.ts';
import type { StoryPart, WordDocument } from '../read/word/document/word-document.ts';
import { listTextElements } from '../read/word/document/word-document.ts';
import { createWordMarkup } from './word-markup.ts';

/** A tracked change of an earlier report, and where it is in the text of the base draft. */
interface OwnChange {
  element: Element;
  author: string;
  span: Span;
}

/** The spans of the text elements of a part in the text of a draft, as far as the draft has their text. */
function listElementSpans({ parts, segments }: TextMap, { name, elements }: StoryPart): Map<Element, Span> {
  const part = parts.indexOf(name);
  const list = Array.from(elements.keys());
  const spans = new Map<Element, Span>();
  let offset = 0;
  for (const segment of segments) {
    const end = offset + getSegmentLength(segment);
    const element = 'part' in segment && segment.part === part ? list[segment.element] : undefined;
    if (element) spans.set(element, { start: spans.get(element)?.start ?? offset, end });
    offset = end;
  }
  return spans;
}

const isMark = (change: Element) =>
  change.localName === 'pPrChange' || change.parentElement?.localName === 'rPr';

/**
 * Locates the tracked changes of earlier reports that were read as not made: deletions whose words the draft has, and insertions by
 * `authors` whose words it does not have. `signed` are the changes that their author and time say to be ours.
 */
export function locateOwnChanges(
  { root }: Pick<StoryPart, 'root'>,
  spans: ReadonlyMap<Element, Span>,
  authors: ReadonlySet<string>,
  signed: ReadonlySet<Element>,
): OwnChange[] {
  const found: OwnChange[] = [];
  /** Changes at a place between two texts, the second of which is not reached yet. */
  let open: OwnChange[] = [];
  let last = 0;
  for (const element of root.querySelectorAll('*')) {
    const span = spans.get(element);
    if (span) {
      for (const { span: place } of open) place.end = Math.max(place.end, span.start);
      open = [];
      last = span.end;
      continue;
    }
    if (!/^(ins|del|pPrChange)$/.test(element.localName)) continue;
    const author = getAttribute(element, 'author') ?? '';
    const own = Array.from(element.querySelectorAll('*')).flatMap((inner) => spans.get(inner) ?? []);
    const [first, end] = [own[0], own.at(-1)];
    if (first && end) {
      if (element.localName === 'del')
        found.push({ element, author, span: { start: first.start, end: end.end } });
      continue;
    }
    const hasText = (element.textContent ?? '').trim() !== '';
    const isOwn = signed.has(element) || (element.localName === 'ins' && hasText && authors.has(author));
    // A deletion whose words the draft does not have was read as made, because its insertion was accepted.
    const isMade = element.localName === 'del' && hasText;
    if (!isOwn || isMade) continue;
    const change = { element, author, span: { start: last, end: last } };
    if (isMark(element)) change.span = findParagraphEnd(element, spans) ?? change.span;
    found.push(change);
    open.push(change);
  }
  return found;
}

/** The end of the last text in the paragraph of a change of its mark, from where the change reaches to the next text. */
function findParagraphEnd(change: Element, spans: ReadonlyMap<Element, Span>): Span | null {
  const texts = Array.from(change.closest('p')?.querySelectorAll('*') ?? []);
  const last = texts.flatMap((element) => spans.get(element) ?? []).at(-1);
  return last ? { start: last.end, end: last.end } : null;
}

/** Joins the changes that one correction may consist of: those of an author that follow each other without text between them. */
function groupOwnChanges(changes: readonly OwnChange[]): OwnChange[][] {
  const groups: OwnChange[][] = [];
  let end = -1;
  for (const change of changes) {
    const group = groups.at(-1);
    if (group && change.author === group[0]?.author && change.span.start <= end) group.push(change);
    else {
      groups.push([change]);
      end = -1;
    }
    end = Math.max(end, change.span.end);
  }
  return groups;
}

/** Marks within an insertion that stay when it is undone. */
const marks = 'commentRangeStart, commentRangeEnd, bookmarkStart, bookmarkEnd';

/** The properties of a paragraph that a change of them does not touch (ECMA-376, part 1: 17.13.5.29). */
const ofMark = new Set(['rPr', 'sectPr', 'pPrChange']);

/**
 * Undoes a tracked change, as an author does who rejects it: inserted text goes, deleted text stays, and so do the paragraphs. `rename`
 * gives an element another name, and returns the element that takes its place.
 */
function undoChange(change: Element, rename: (element: Element, name: string) => Element): void {
  const holder = change.parentElement;
  if (change.localName === 'pPrChange') restoreProperties(change);
  else if (holder?.localName === 'rPr') {
    const paragraph = holder.parentElement?.localName === 'pPr' ? holder.parentElement.parentElement : null;
    change.remove();
    if (change.localName === 'ins' && paragraph) joinWithNext(paragraph);
  } else if (change.localName === 'ins') {
    change.before(...change.querySelectorAll(marks));
    for (const reference of change.querySelectorAll('commentReference')) {
      const run = reference.closest('r');
      if (run) change.before(run);
    }
    change.remove();
  } else {
    for (const text of Array.from(change.querySelectorAll('delText'))) rename(text, 't');
    for (const code of Array.from(change.querySelectorAll('delInstrText'))) rename(code, 'instrText');
    change.replaceWith(...change.childNodes);
  }
}

/** Ends no paragraph where one was inserted: its content goes to the start of the next one, which has the former properties. */
function joinWithNext(paragraph: Element): void {
  const next = paragraph.nextElementSibling;
  if (next?.localName !== 'p') return;
  const content = Array.from(paragraph.childNodes).filter(
    (node) => !(node instanceof Element && node.localName === 'pPr'),
  );
  const properties = findChild(next, 'pPr');
  if (properties) properties.after(...content);
  else next.prepend(...content);
  paragraph.remove();
}

/** Gives a paragraph the properties that it had before a change of them. */
function restoreProperties(change: Element): void {
  const properties = change.parentElement;
  const former = findChild(change, 'pPr');
  for (const property of Array.from(properties?.children ?? []))
    if (!ofMark.has(property.localName)) property.remove();
  properties?.prepend(...(former?.childNodes ?? []));
  change.remove();
}

/** Joins spans that meet, so that they can be searched. */
function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function meetsOne(joined: readonly Span[], { start, end }: Span): boolean {
  const next = joined[findFirstIndex(joined.length, (index) => (joined[index]?.end ?? 0) >= start)];
  return next !== undefined && next.start <= end;
}

/** The part after changes in it, with the map that leads into it: elements that were renamed are at the places of the old ones. */
function reopen(
  part: StoryPart,
  map: TextMap,
  renamed: ReadonlyMap<Element, Element>,
): { part: StoryPart; map: TextMap } {
  const old = Array.from(part.elements.keys());
  const elements = new Map(listTextElements(part.root).map((element, index) => [element, index]));
  const number = map.parts.indexOf(part.name);
  const segments = map.segments.map((segment): TextSegment => {
    if (!('part' in segment) || segment.part !== number) return segment;
    const element = old[segment.element];
    const index = element && elements.get(renamed.get(element) ?? element);
    return index === undefined ? segment : { ...segment, element: index };
  });
  return { part: { ...part, elements }, map: { ...map, segments } };
}

/**
 * Undoes the tracked changes of earlier reports that nobody decided, where this report has a claim or a change. It tracks its own
 * corrections there again, so the file has each once, and none that was withdrawn. The draft was read as if they were not made, so its text
 * stays; the map that is returned leads into the file as it is then. Changes on words of no claim of this report stay.
 */
export function undoOwnChanges(
  { comments, changes }: Pick<WordPlan, 'comments' | 'changes'>,
  { stories, comments: own }: Pick<WordDocument, 'stories' | 'comments'>,
  map: TextMap,
): { stories: StoryPart[]; map: TextMap; undone: string[] } {
  const authors = new Set(comments.map(({ author }) => author));
  const signed = findOwnChanges(
    stories.map(({ root }) => root),
    own,
    undefined,
  ).elements;
  const spans = joinSpans([...comments, ...changes].flatMap(({ span }) => span ?? []));
  const result = { stories: [...stories], map, undone: [] as string[] };
  for (const [index, part] of stories.entries()) {
    if (!part.root.querySelector('ins, del, pPrChange')) continue;
    const found = locateOwnChanges(part, listElementSpans(map, part), authors, signed);
    const undone = groupOwnChanges(found).filter((group) =>
      meetsOne(spans, {
        start: Math.min(...group.map(({ span }) => span.start)),
        end: Math.max(...group.map(({ span }) => span.end)),
      }),
    );
    if (undone.length === 0) continue;
    const renamed = new Map<Element, Element>();
    const { create } = createWordMarkup(part.root);
    const rename = (element: Element, name: string): Element => {
      const created = create(name);
      for (const { namespaceURI, name: key, value } of element.attributes)
        created.setAttributeNS(namespaceURI, key, value);
      created.append(...element.childNodes);
      element.replaceWith(created);
      renamed.set(element, created);
      return created;
    };
    for (const { element } of undone.flat()) undoChange(element, rename);
    const opened = reopen(part, result.map, renamed);
    result.stories[index] = opened.part;
    result.map = opened.map;
    result.undone.push(part.name);
  }
  return result;
}
