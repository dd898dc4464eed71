import { createAnnotatedClaim } from '../../../shared/import/annotations/annotated-claim';
import { type Annotation, createAnnotation } from '../../../shared/import/annotations/annotation';
import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import type { ProposedClaim } from '../../../shared/import/proposal';
import { collapseWhitespace } from '../../../shared/text/format/wording';
import { findSentences } from '../../../shared/text/segmenter/sentences';
import { compareSpans } from '../../../shared/text/span';
import { toCommentTime } from '../document/comment-time';
import { getDeclaredStyle } from './elements/declared-style';

/** The id of the elements around the words of a comment, before its number. */
const annotatedId = 'stet-annotated-';
/** The name of such words among the notes that a block refers to. */
const annotatedName = 'annotated:';

/** Creates the element around words of a comment, by its number. */
function createWordsElement(root: Element, number: string): Element {
  const words = root.ownerDocument.createElement('span');
  words.id = annotatedId + number;
  return words;
}

/** Marks the words before an anchor that has none of its own: the end of the last sentence in the text before it. */
function markSentenceBefore(root: Element, anchor: Element, number: string): void {
  const block = anchor.closest('p, li, td, th, h1, h2, h3, h4, h5, h6, div, body') ?? root;
  const walker = root.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  walker.currentNode = anchor;
  let before = walker.previousNode();
  while (before && before.textContent?.trim() === '') before = walker.previousNode();
  if (!(before instanceof Text)) return;
  const { data } = before;
  const sentence = findSentences(data, { start: 0, end: data.length }, null).at(-1);
  const words = createWordsElement(root, number);
  const end = before.splitText(sentence?.start ?? 0);
  end.replaceWith(words);
  words.append(end);
}

/** Names the words of comments like a note that they refer to, so that their place in the text becomes known. */
export function findAnnotatedWords(element: Element): { noteRef: string } | null {
  const names: string[] = [];
  for (let outer: Element | null = element; outer; outer = outer.parentElement)
    if (outer.id.startsWith(annotatedId)) names.push(outer.id.slice(annotatedId.length));
  return element.id.startsWith(annotatedId) ? { noteRef: annotatedName + names.join(',') } : null;
}

/** Removes the names of annotated words from the marks of blocks. Returns the places of each comment: block and offsets in it. */
export function takeAnnotatedWords(blocks: readonly ImportedBlock[]) {
  const places: { number: string; block: number; start: number; end: number }[] = [];
  const cleaned = blocks.map((block, index): ImportedBlock => {
    for (const { target, start, end } of block.marks)
      if (target?.startsWith(annotatedName))
        for (const number of target.slice(annotatedName.length).split(','))
          places.push({ number, block: index, start, end });
    return { ...block, marks: block.marks.filter(({ target }) => !target?.startsWith(annotatedName)) };
  });
  return { blocks: cleaned, places };
}

interface ClipboardComment {
  by: string;
  at: string | null;
  text: string;
  parent: string | null;
  isResolved: boolean;
}

/** The comments in the clipboard by their numbers. Their words are in elements whose id names the number. */
export type ClipboardComments = ReadonlyMap<string, ClipboardComment>;

const wordReference = '[style*="mso-comment-reference" i], [style*="mso-comment-continuation" i]';
const wordAnchor = 'a[href^="#_msocom_"], [class~="msocomanchor" i]';
const wordMarks = '[style*="mso-special-character:comment" i], [class~="msocomoff" i], a[name^="_msocom_" i]';
const googleAnchor = /^#cmnt(\d+)$/;
const googleComment = /^cmnt(\d+)$/;

/**
 * Takes the comments out of the HTML of Word or Google Docs: their list at the end, and the anchors in the text, such as "[AF1]".
 * Marks their words in the DOM.
 */
export function takeComments(root: Element): ClipboardComments {
  const comments = new Map([...takeWordComments(root), ...takeGoogleComments(root)]);
  const marked = new Set<string>();
  for (const element of root.querySelectorAll(wordReference)) {
    const value =
      getDeclaredStyle(element, 'mso-comment-reference') ??
      getDeclaredStyle(element, 'mso-comment-continuation') ??
      '';
    const number = /\d+$/.exec(value)?.[0];
    if (number === undefined) continue;
    const comment = comments.get(number);
    if (comment) comments.set(number, addReferenceFacts(comment, element));
    const words = createWordsElement(root, number);
    words.append(...element.childNodes);
    element.replaceWith(words);
    if (words.textContent?.trim() !== '') marked.add(number);
  }
  for (const anchor of root.querySelectorAll(`${wordAnchor}, a[href^="#cmnt"]`)) {
    const href = anchor.getAttribute('href') ?? '';
    const number = /^#_msocom_(\d+)$/.exec(href)?.[1] ?? googleAnchor.exec(href)?.[1];
    if (number !== undefined && !marked.has(number)) markSentenceBefore(root, anchor, number);
    if (number !== undefined && !comments.has(number))
      comments.set(number, { by: '', at: null, text: '', parent: null, isResolved: false });
    (anchor.closest('sup') ?? anchor).remove();
  }
  for (const mark of root.querySelectorAll(wordMarks)) mark.remove();
  return comments;
}

/** Word says at the reference when a comment was written, to which it replies and whether it is resolved. */
function addReferenceFacts(comment: ClipboardComment, reference: Element): ClipboardComment {
  const getFact = (name: string) => getDeclaredStyle(reference, `mso-comment-${name}`);
  const date = getFact('date')?.toUpperCase() ?? '';
  return {
    ...comment,
    at: comment.at ?? toCommentTime(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d).*$/, '$1-$2-$3T$4:$5')),
    parent: comment.parent ?? getFact('parent'),
    isResolved: comment.isResolved || getFact('done') === 'yes',
  };
}

/** Word 2000 and later: a list of comments, each with its author in a style. */
function takeWordComments(root: Element): [string, ClipboardComment][] {
  const elements = Array.from(root.querySelectorAll('[style*="mso-element:comment" i]'));
  const comments = elements.flatMap((element): [string, ClipboardComment][] => {
    const id = element.querySelector('[id^="_com_" i]')?.id ?? '';
    const name = element.querySelector('a[name^="_msocom_" i]')?.getAttribute('name') ?? '';
    const number = /\d+$/.exec(id)?.[0] ?? /\d+$/.exec(name)?.[0];
    if (number === undefined || getDeclaredStyle(element, 'mso-element') !== 'comment') return [];
    const about = element.querySelector('[style*="mso-comment-author" i]');
    const style = about?.getAttribute('style') ?? '';
    for (const mark of element.querySelectorAll(`${wordMarks}, ${wordAnchor}`)) mark.remove();
    return [
      [
        number,
        {
          by: /mso-comment-author:\s*"?([^";]*)/i.exec(style)?.[1] ?? '',
          at: null,
          text: readParagraphs(element),
          parent: /mso-comment-parent:\s*(\d+)/i.exec(style)?.[1] ?? null,
          isResolved: /mso-comment-done:\s*yes/i.test(style),
        },
      ],
    ];
  });
  for (const element of elements) element.remove();
  return comments;
}

/** Google Docs: a paragraph behind the article that begins with a link back to its anchor. */
function takeGoogleComments(root: Element): [string, ClipboardComment][] {
  return Array.from(root.querySelectorAll('a[id^="cmnt"]')).flatMap((link): [string, ClipboardComment][] => {
    const [, number] = googleComment.exec(link.id) ?? [];
    const block = link.closest('div') ?? link.closest('p');
    if (number === undefined || !block) return [];
    const isShared = block.querySelectorAll('a[id^="cmnt"]').length > 1;
    const element = isShared ? (link.closest('p') ?? link) : block;
    link.remove();
    const text = readParagraphs(element);
    element.remove();
    return [[number, { by: '', at: null, text, parent: null, isResolved: false }]];
  });
}

function readParagraphs(element: Element): string {
  const paragraphs = Array.from(element.querySelectorAll('p'));
  return (paragraphs.length === 0 ? [element] : paragraphs)
    .map((paragraph) => collapseWhitespace(paragraph.textContent ?? ''))
    .filter((text) => text !== '')
    .join('\n');
}

/** Creates a claim for each comment with its replies, from its first words to its last. Offsets are those of the whole text. */
export function createCommentClaims(
  comments: ClipboardComments,
  places: readonly { number: string; start: number; end: number }[],
): { claims: ProposedClaim[]; annotationsWithoutWords: Annotation[] } {
  const claims: ProposedClaim[] = [];
  const annotationsWithoutWords: Annotation[] = [];
  for (const [number, comment] of comments) {
    if (comment.parent !== null && comments.has(comment.parent)) continue;
    const replies = [...comments.values()].filter(({ parent }) => parent === number);
    const annotation = createAnnotation([comment, ...replies], comment.isResolved);
    const own = places.filter((place) => place.number === number);
    if (own.length === 0) annotationsWithoutWords.push(annotation);
    else {
      const start = Math.min(...own.map((place) => place.start));
      const end = Math.max(...own.map((place) => place.end));
      claims.push(createAnnotatedClaim({ start, end }, annotation));
    }
  }
  claims.sort((a, b) => compareSpans(a.span, b.span));
  return { claims, annotationsWithoutWords };
}
