import type { ElementOffset } from '../places/element-offset';
import type { TrackableChange } from './trackable-change';

/** Attributes that differ between two copies of the same text. */
const ofCopy = /^(id|paraId|textId|rsid\w*)$/;

/**
 * Finds the places of a change in the other copies of its text box: a file has it for new programs and, in the alternatives of the same
 * content (ECMA-376, part 3: 7.5), for old ones. None for text outside of boxes; null when a copy has other text.
 */
export function findTwin(found: TrackableChange): TrackableChange[] | null {
  const box = found.beside.element.closest('txbxContent');
  const alternatives = box?.closest('AlternateContent');
  if (!box || !alternatives) return [];
  // Boxes within boxes would need a copy in each copy of the outer one.
  if (alternatives.parentElement?.closest('AlternateContent')) return null;
  const branches = Array.from(alternatives.children);
  const own = branches.find((branch) => branch.contains(box));
  const index = own ? listBoxes(own).indexOf(box) : -1;
  const twins: TrackableChange[] = [];
  for (const branch of branches) {
    if (branch === own) continue;
    const boxes = listBoxes(branch);
    const copy = boxes[index];
    // A picture of the box is no text.
    if (boxes.length === 0 && branch.querySelector('t') === null) continue;
    if (!copy || describeContent(copy) !== describeContent(box)) return null;
    const twin = moveTo(found, box, copy);
    if (!twin) return null;
    twins.push(twin);
  }
  return twins;
}

const listBoxes = (branch: Element) => Array.from(branch.querySelectorAll('txbxContent'));

/** The content of a box in a form that does not depend on ids. */
function describeContent(element: Element): string {
  const attributes = Array.from(element.attributes)
    .filter(({ localName }) => !ofCopy.test(localName))
    .map(({ name, value }) => `${name}=${value}`);
  const content = Array.from(element.childNodes, (node) =>
    node instanceof Element ? describeContent(node) : (node.textContent ?? ''),
  );
  return `${element.localName}(${attributes.join(' ')})[${content.join('')}]`;
}

function moveTo(found: TrackableChange, box: Element, copy: Element): TrackableChange | null {
  const elements = Array.from(box.querySelectorAll('*'));
  const copies = Array.from(copy.querySelectorAll('*'));
  const move = (element: Element) => copies[elements.indexOf(element)];
  const movePlace = <Place extends ElementOffset>(place: Place): Place | null => {
    const element = move(place.element);
    return element ? { ...place, element } : null;
  };
  const { deleted, joined } = found;
  const [start, end] = [deleted && movePlace(deleted.start), deleted && movePlace(deleted.end)];
  const [beside, look] = [movePlace(found.beside), movePlace(found.look)];
  const paragraphs = (joined?.paragraphs ?? []).flatMap((paragraph) => move(paragraph) ?? []);
  const last = joined && move(joined.last);
  if (!beside || !look) return null;
  return {
    ...found,
    ...{ beside, look, deleted: start && end ? { start, end } : null },
    joined: last ? { paragraphs, last } : null,
  };
}
