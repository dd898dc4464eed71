import { findChild, getAttribute } from '../../xml';
import { readToggle } from '../document/styles';
import { markAnchorsIn } from './mark-anchors';
import { leaveOut, type ReadingState } from './reading-state';

/** Whether a content control (`sdt`) shows its placeholder, such as "Click here to enter text" (ECMA-376, part 1: 17.5.2.39). */
function showsPlaceholder(control: Element): boolean {
  return readToggle(findChild(control, 'sdtPr'), 'showingPlcHdr') === true;
}

/** Whether a content control holds a table of contents (17.5.2.12). */
function holdsContents(control: Element): boolean {
  const galleries = findChild(control, 'sdtPr')?.querySelectorAll('docPartGallery') ?? [];
  return Array.from(galleries).some((gallery) => getAttribute(gallery, 'val') === 'Table of Contents');
}

/** Leaves a placeholder or a table of contents out and counts it. Returns false for every other content control. */
export function leaveOutControl(state: ReadingState, control: Element): boolean {
  if (showsPlaceholder(control)) state.counts.placeholdersLeftOut += 1;
  else if (holdsContents(control)) leaveOut(state, control.textContent ?? '', 'contents');
  else return false;
  markAnchorsIn(state, control);
  return true;
}
