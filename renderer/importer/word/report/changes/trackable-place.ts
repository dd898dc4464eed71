import type { ClosedField } from '../places/closed-fields';
import { findClosed } from '../places/closed-places';
import { isContentLocked, isOpenControl } from '../places/open-controls';
import { getHolder } from '../story/edited-story';

/** Elements between a run and its paragraph in which changes are tracked. */
const openInParagraph = new Set(['hyperlink', 'ins', 'moveTo', 'smartTag', 'sdt', 'sdtContent']);

/**
 * The paragraph of a text element if its text can be changed there, with the change tracked; null where programs write the text anew,
 * as in fields and bound content controls, or where it is locked.
 */
export function findTrackableParagraph(
  element: Element,
  fields: ReadonlyMap<Element, ClosedField>,
): Element | null {
  const run = getHolder(element);
  if (run === element || fields.has(run)) return null;
  let inside: Element | null = run.parentElement;
  while (inside && openInParagraph.has(inside.localName)) inside = inside.parentElement;
  if (inside?.localName !== 'p' || findClosed(inside, 'in its text box') !== inside) return null;
  for (let around = run.parentElement; around; around = around.parentElement) {
    if (around.localName === 'sdt' && (isContentLocked(around) || !isOpenControl(around))) return null;
    // The text box may be in the result of a field.
    if (around.localName === 'r' && fields.has(around)) return null;
  }
  return inside;
}
