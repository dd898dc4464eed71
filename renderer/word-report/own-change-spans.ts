import { getSegmentLength, type TextMap } from '../../shared/domain/draft/text-map';
import type { Span } from '../../shared/text/span';
import type { StoryPart } from '../importer/word/document/word-document';
import { getAttribute } from '../importer/xml';

/** A tracked change of an earlier report, and where it is in the text of the base draft. */
interface OwnChange {
  element: Element;
  author: string;
  span: Span;
}

/** The spans of the text elements of a part in the text of a draft, as far as the draft has their text. */
export function listElementSpans(
  { parts, segments }: TextMap,
  { name, elements }: StoryPart,
): Map<Element, Span> {
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
 * Locates the tracked changes of earlier reports that were read as not made: deletions whose words the draft has, and insertions by `authors`
 * whose words it does not have. `signed` are the changes that their author and time say to be ours.
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
export function groupOwnChanges(changes: readonly OwnChange[]): OwnChange[][] {
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
