import { isOpenControl } from './open-controls';

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
