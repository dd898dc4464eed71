import { toCommentTime } from '#renderer/documents/read/flow/comment-time.ts';
import { getDeclaredStyle } from '#renderer/documents/read/flow/element-kinds.ts';
import { createAnnotatedClaim } from '#shared/import/base/annotated-claim.ts';
import { type Annotation, createAnnotation } from '#shared/import/base/annotation.ts';
import type { ImportedBlock } from '#shared/import/base/imported-blocks.ts';
import type { ProposedClaim } from '#shared/import/base/proposal.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import { compareSpans } from '#shared/text/span.ts';

/** A family of notes in the HTML of a program other than Word: how references lead to notes, and the name of Word for them. */
interface NoteFamily {
  reference: RegExp;
  /** The link back, in the note; or the note itself. */
  note: RegExp;
  prefix: 'ftn' | 'edn';
}

const families: readonly NoteFamily[] = [
  // Google Docs: <sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>, and <p><a href="#ftnt_ref1" id="ftnt1">[1]</a> …</p>
  { reference: /^#ftnt(\d+)$/, note: /^ftnt(\d+)$/, prefix: 'ftn' },
  // LibreOffice: <a class="sdfootnoteanc" href="#sdfootnote1sym">, and <div id="sdfootnote1">
  { reference: /^#sdfootnote(\d+)sym$/, note: /^sdfootnote(\d+)$/, prefix: 'ftn' },
  { reference: /^#sdendnote(\d+)sym$/, note: /^sdendnote(\d+)$/, prefix: 'edn' },
  // LibreOffice, as XHTML: <a href="#ftn1" id="body_ftn1">, and <p><span><a id="ftn1" href="#body_ftn1">1</a></span> …</p>
  { reference: /^#ftn(\d+)$/, note: /^ftn(\d+)$/, prefix: 'ftn' },
];

const backLink = /^#(?:ftnt_ref|body_ftn|sd(?:foot|end)note)\d+(?:anc)?$/;

/** Turns the notes of Google Docs and LibreOffice into those of Word, which `wordNoteHooks` read. */
export function normalizeNotes(root: Element): void {
  for (const { reference, note, prefix } of families) {
    for (const link of root.querySelectorAll('a[href^="#"]')) {
      const [, number] = reference.exec(link.getAttribute('href') ?? '') ?? [];
      if (number === undefined) continue;
      link.setAttribute('href', `#_${prefix}${number}`);
      putInBrackets(link);
    }
    for (const element of root.querySelectorAll('[id]')) {
      const [, number] = note.exec(element.id) ?? [];
      const block = number === undefined ? null : findNoteBlock(element);
      if (!block) continue;
      element.removeAttribute('id');
      block.id = `${prefix}${number}`;
    }
  }
  for (const link of root.querySelectorAll('a[href^="#"]')) {
    if (!backLink.test(link.getAttribute('href') ?? '')) continue;
    putInBrackets(link);
    const isApart = /^\s/.test(link.nextSibling?.textContent ?? '');
    link.replaceWith(link.textContent ?? '', isApart ? '' : ' ');
  }
}

/** Writes the number of a note as Word does. */
function putInBrackets(link: Element): void {
  const label = (link.textContent ?? '').trim();
  if (label !== '' && !label.startsWith('[')) link.textContent = `[${label}]`;
}

/** The block that holds one note: that of Google is around its link. */
function findNoteBlock(element: Element): Element | null {
  if (element.localName !== 'a') return element;
  const division = element.closest('div');
  const isAlone = division !== null && division.querySelectorAll('a[id^="ftnt"]').length === 1;
  if (isAlone) return division;
  const block = element.closest('p, li');
  return block && element.closest('.footnodeNumber') ? wrapParagraphs(block) : block;
}

/** Puts the further paragraphs of a note into one element with its first: they have the same style, and no number. */
function wrapParagraphs(first: Element): Element {
  const note = first.ownerDocument.createElement('div');
  first.replaceWith(note);
  const isFurther = (element: Element | null) =>
    element?.className === first.className && element.querySelector('.footnodeNumber') === null;
  for (
    let next: Element | null = first;
    next;
    next = isFurther(note.nextElementSibling) ? note.nextElementSibling : null
  )
    note.append(next);
  return note;
}

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

/** Words of a comment, by its number: their block, and offsets in it. */
interface AnnotatedPlace {
  number: string;
  block: number;
  start: number;
  end: number;
}

/** Removes the names of annotated words from the marks of blocks. Returns their places. */
export function takeAnnotatedWords(blocks: readonly ImportedBlock[]) {
  const places: AnnotatedPlace[] = [];
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
type ClipboardComments = ReadonlyMap<string, ClipboardComment>;

const unknownComment: ClipboardComment = { by: '', at: null, text: '', parent: null, isResolved: false };

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
    if (number !== undefined && !comments.has(number)) comments.set(number, unknownComment);
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
    return [[number, { ...unknownComment, text }]];
  });
}

function readParagraphs(element: Element): string {
  const paragraphs = Array.from(element.querySelectorAll('p'));
  return (paragraphs.length === 0 ? [element] : paragraphs)
    .map((paragraph) => collapseWhitespace(paragraph.textContent ?? ''))
    .filter((text) => text !== '')
    .join('\n');
}

/** Creates a claim for each comment with its replies, from its first words to its last, at the places of its blocks in a draft. */
export function createClipboardClaims(
  { comments, places }: { comments: ClipboardComments; places: readonly AnnotatedPlace[] },
  draftBlocks: readonly { start: number }[],
): { claims: ProposedClaim[]; annotationsWithoutWords: Annotation[] } {
  const claims: ProposedClaim[] = [];
  const annotationsWithoutWords: Annotation[] = [];
  for (const [number, comment] of comments) {
    if (comment.parent !== null && comments.has(comment.parent)) continue;
    const replies = [...comments.values()].filter(({ parent }) => parent === number);
    const annotation = createAnnotation([comment, ...replies], comment.isResolved);
    const own = places.filter((place) => place.number === number);
    const offsetOf = ({ block }: AnnotatedPlace) => draftBlocks[block]?.start ?? 0;
    if (own.length === 0) annotationsWithoutWords.push(annotation);
    else {
      const start = Math.min(...own.map((place) => offsetOf(place) + place.start));
      const end = Math.max(...own.map((place) => offsetOf(place) + place.end));
      claims.push(createAnnotatedClaim({ start, end }, annotation));
    }
  }
  claims.sort((a, b) => compareSpans(a.span, b.span));
  return { claims, annotationsWithoutWords };
}
