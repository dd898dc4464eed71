import { hasVisibleText } from '../../text/block-text';

/** A link to a note that stands further down on the page. */
interface Reference {
  link: Element;
  label: string;
  /** The block of the note. */
  note: Element;
}

/** How references look: `1`, `[1]`, `(a)`, `*`, `†`. */
const referenceText = /^[[(]?(\d{1,3}|[a-z]|[*†‡§]{1,3})[\])]?$/i;
/** How pages name their notes. */
const noteId = /^(?:fn|footnote|foot|note|endnote|en|cite_note)[-_:.]?(\d{1,3})$/i;
/** References whose notes are known already. */
const documentReference = /^#_?(?:ftn|edn)\d+$/;

/** Longer text is no note, in UTF-16 code units. */
const maxNoteLength = 3_000;

/**
 * Turns the notes of a page into those of Word, which `wordNoteHooks` read, where it is unmistakable that they are notes: the note
 * leads back to its reference, or its id says so. Other raised links within the page are put in brackets, so that "2025" with a
 * reference to note 1 is not "20251".
 */
export function normalizePageNotes(root: Element): void {
  const references = Array.from(root.querySelectorAll('a[href^="#"]')).flatMap(findReference);
  const groups = new Map<Element, Reference[]>();
  for (const reference of references)
    groups.set(reference.note, [...(groups.get(reference.note) ?? []), reference]);
  let number = Math.max(0, ...Array.from(root.querySelectorAll('[id^="ftn"]'), ({ id }) => getNumber(id)));
  for (const [note, group] of groups) {
    const [first] = group;
    const targets = new Set(group.map(({ link }) => link.getAttribute('href')));
    if (!first || targets.size > 1 || group.some(({ label }) => label !== first.label)) continue;
    number += 1;
    removeBackLinks(note, group);
    writeLabel(note, first.label);
    note.id = `ftn${number}`;
    for (const { link } of group) link.setAttribute('href', `#_ftn${number}`);
  }
  for (const link of root.querySelectorAll('a[href^="#"]')) putInBrackets(link);
}

const getNumber = (id: string) => Number(/\d{1,6}$/.exec(id)?.[0] ?? 0);

const getText = ({ textContent }: Element) => (textContent ?? '').trim();

const isRaised = (link: Element) =>
  link.closest('sup') !== null || (link.querySelector('sup') !== null && getText(link).length <= 5);

function findReference(link: Element): Reference[] {
  const href = link.getAttribute('href') ?? '';
  const label = referenceText.exec(getText(link))?.[1];
  if (label === undefined || documentReference.test(href)) return [];
  const target = link.ownerDocument.getElementById(href.slice(1));
  const note = target?.closest('li, p, dd, div, aside') ?? null;
  if (!target || !note || !canBeNote(note, link)) return [];
  const isNamed = isRaised(link) && noteId.exec(target.id)?.[1] === label;
  return isNamed || listBackLinks(note, link).length > 0 ? [{ link, label, note }] : [];
}

function canBeNote(note: Element, link: Element): boolean {
  const isBehind = (link.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const { length } = getText(note);
  return isBehind && length > 0 && length <= maxNoteLength && !note.querySelector('h1, h2, h3, h4, h5, h6');
}

/** The links of a note that lead to a reference, or to what stands right around it. */
function listBackLinks(note: Element, link: Element): Element[] {
  const around = [link, link.parentElement, link.closest('sup'), link.previousElementSibling];
  const places = [...around, ...link.children].flatMap((element) =>
    element ? [element.id, element.getAttribute('name') ?? ''] : [],
  );
  return Array.from(note.querySelectorAll('a[href^="#"]')).filter((back) => {
    const place = (back.getAttribute('href') ?? '').slice(1);
    return place !== '' && places.includes(place);
  });
}

function removeBackLinks(note: Element, references: readonly Reference[]): void {
  for (const { link } of references) for (const back of listBackLinks(note, link)) back.remove();
}

/** Begins a note with its label in brackets, as in other formats, in place of the one that it has. */
function writeLabel(note: Element, label: string): void {
  const walker = note.ownerDocument.createTreeWalker(note, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const text = node.data.replace(/^[\s^↑]+/, '');
    const own = [`[${label}]`, `(${label})`, `${label}.`, `${label})`, `${label}:`].find((one) =>
      text.startsWith(one),
    );
    const rest = text.trim() === label ? '' : text.slice(own?.length ?? 0).trimStart();
    node.data = rest;
    if (!hasVisibleText(rest)) continue;
    node.data = `[${label}] ${rest}`;
    return;
  }
}

function putInBrackets(link: Element): void {
  const text = getText(link);
  if (isRaised(link) && /^\d{1,3}$/.test(text)) link.textContent = `[${text}]`;
  else if (documentReference.test(link.getAttribute('href') ?? '') && referenceText.test(text))
    link.textContent = `[${text.replace(/[[\]()]/g, '')}]`;
}
