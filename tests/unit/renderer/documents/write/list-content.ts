import { getId } from './settle-changes.ts';

const isTrackedRun = (element: Element) => /^(ins|del|moveTo|moveFrom)$/.test(element.localName);

/** An element without its content; ids of tracked changes are left out, because an element that was split has several. */
function describeElement(element: Element): string {
  const attributes = Array.from(element.attributes)
    .filter(({ name, localName }) => name !== 'xml:space' && !(isTrackedRun(element) && localName === 'id'))
    .filter(({ name }) => !name.startsWith('xmlns'))
    .map(({ name, value }) => `${name}=${value}`);
  return `${element.localName}(${attributes.toSorted().join(' ')})`;
}

function describeWhole(element: Element): string {
  const isChange = element.localName.endsWith('Change');
  const own = isChange ? element.localName : describeElement(element);
  return `${own}[${Array.from(element.children, describeWhole).join('')}${element.childElementCount === 0 ? element.textContent : ''}]`;
}

/**
 * Lists the content of a part in a form that does not depend on how its text is split: each character, and each element that stands
 * for one, with the elements around it and the properties of its run.
 */
export function listContent(root: Element): string[] {
  const content: string[] = [];
  const walk = (element: Element, around: string): void => {
    const { localName } = element;
    if (localName === 't' || localName === 'delText') {
      for (const character of element.textContent ?? '') content.push(`${around} ${localName} ${character}`);
      return;
    }
    // The properties of a paragraph or its mark that hold nothing say nothing.
    if (/^(pPr|rPr)$/.test(localName) && element.querySelector(':not(rPr)') === null) return;
    const isInRun = localName === 'r';
    const properties = Array.from(element.children).find((one) => one.localName === 'rPr');
    const isContainer = isInRun || isTrackedRun(element);
    const path = `${around}/${describeElement(element)}${isInRun && properties ? describeWhole(properties) : ''}`;
    // Runs and tracked changes may be split; every other element is one.
    if (!isContainer) content.push(path);
    for (const child of element.children) if (!(isInRun && child === properties)) walk(child, path);
    if (!isContainer) content.push(`end ${localName}`);
  };
  walk(root, '');
  return content;
}

/** The text between the ends of the range of each comment in a part, by its id, without that of text boxes. */
export function listRangeTexts(root: Element): Map<string, string> {
  const texts = new Map<string, string>();
  const open = new Set<string>();
  for (const element of root.querySelectorAll('*')) {
    const id = getId(element);
    if (element.localName === 'commentRangeStart') {
      open.add(id);
      texts.set(id, '');
    } else if (element.localName === 'commentRangeEnd') open.delete(id);
    else if (element.localName === 't' && !element.closest('txbxContent'))
      for (const one of open) texts.set(one, `${texts.get(one)}${element.textContent}`);
  }
  return texts;
}
