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
