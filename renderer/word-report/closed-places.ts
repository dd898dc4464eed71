import { readToggle } from '../importer/word/document/styles';
import { findCompleteFields } from '../importer/word/reading/reading-state';
import { findChild, getAttribute, getChildValue } from '../importer/xml';

/** Content controls whose content programs replace: they choose, compute or fetch it (ECMA-376, part 1: 17.5.2). */
const replacedContent = [
  'dataBinding',
  'dropDownList',
  'comboBox',
  'date',
  'picture',
  'checkbox',
  'citation',
];

/** Whether the content of a content control (`sdt`) is its own, so that a comment in it stays. */
export function isOpenControl(control: Element): boolean {
  const properties = findChild(control, 'sdtPr');
  return (
    readToggle(properties, 'showingPlcHdr') !== true &&
    replacedContent.every((name) => findChild(properties, name) === null)
  );
}

/** Whether the content of a content control may not be edited (17.5.2.23). */
export function isContentLocked(control: Element): boolean {
  return /^(contentLocked|sdtContentLocked)$/.test(getChildValue(findChild(control, 'sdtPr'), 'lock') ?? '');
}

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

/** Elements between a run and its paragraph in which readers keep comments. */
const openInParagraph = new Set(['hyperlink', 'sdtContent', 'ins', 'moveTo']);

/** Elements around paragraphs in which readers drop comments. */
const closedAround = new Set(['del', 'moveFrom', 'AlternateContent', 'ruby', 'oMath']);

/** Elements that end what belongs to a paragraph; the last ones hold loose runs in some documents. */
const paragraphEnds = new Set(['p', 'tc', 'body', 'footnote', 'endnote']);

/**
 * Finds the outermost element around a run, a formula or a paragraph, or the formula or paragraph itself, that has to stay whole: readers drop comments in simple fields, in
 * content controls that are bound to data, in smart tags, in text boxes and elsewhere. Null when a comment may begin or end right
 * beside the run. Within a text box changes are tracked, although readers drop comments there.
 */
export function findClosed(
  run: Element,
  where: 'in the story' | 'in its text box' = 'in the story',
): Element | null {
  let closed: Element | null = run.localName === 'r' ? null : run;
  let isInParagraph = run.localName !== 'p';
  for (let around = run.parentElement; around; around = around.parentElement) {
    const { localName } = around;
    if (localName === 'txbxContent' && where === 'in its text box') break;
    if (paragraphEnds.has(localName)) isInParagraph = false;
    else if (localName === 'sdt') closed = isOpenControl(around) ? closed : around;
    else if (localName === 'r' || localName === 'txbxContent') {
      // A text box is in a run of a paragraph around it.
      closed = around;
      isInParagraph = true;
    } else if (isInParagraph ? !openInParagraph.has(localName) : closedAround.has(localName)) closed = around;
  }
  return closed;
}
