import { getAttribute } from '../../../xml';
import { findCompleteFields } from '../../reading/run-context';

/** A complex field: the runs of its first and last character. */
export interface ClosedField {
  begin: Element;
  end: Element;
}

interface OpenField {
  begin: Element;
  instruction: string;
  isInResult: boolean;
  runs: Element[];
}

/**
 * The runs of complex fields (ECMA-376, part 1: 17.16.18) by the outermost field that they belong to. Readers write results anew, so
 * nothing is added there. Links are no such fields: their result is text as any other.
 */
export function findClosedFields(root: Element): Map<Element, ClosedField> {
  const closed = new Map<Element, ClosedField>();
  const complete = findCompleteFields(root);
  if (complete.size === 0) return closed;
  const openByStory = new Map<Element | null, OpenField[]>();
  for (const element of root.querySelectorAll('r, fldChar, instrText')) {
    const story = element.closest('txbxContent, footnote, endnote');
    const open = openByStory.get(story) ?? [];
    openByStory.set(story, open);
    const last = open.at(-1);
    if (element.localName === 'r') last?.runs.push(element);
    else if (element.localName === 'instrText') {
      if (last && !last.isInResult) last.instruction += element.textContent ?? '';
    } else if (complete.has(element)) readCharacter(element, open, closed);
  }
  return closed;
}

function readCharacter(element: Element, open: OpenField[], closed: Map<Element, ClosedField>): void {
  const run = element.parentElement;
  const type = getAttribute(element, 'fldCharType');
  const last = open.at(-1);
  if (type === 'begin') {
    if (run) open.push({ begin: run, instruction: '', isInResult: false, runs: [run] });
    return;
  }
  if (!last || !run) return;
  if (type === 'separate') {
    last.isInResult = true;
    return;
  }
  open.pop();
  const isLink = /^\s*HYPERLINK\b/i.test(last.instruction);
  // A field around this one comes later, and takes its runs over.
  if (!isLink) for (const one of [...last.runs, run]) closed.set(one, { begin: last.begin, end: run });
  open.at(-1)?.runs.push(...last.runs);
}
