import { findChild, findChildren, getAttribute } from '../../../xml';
import { readToggle } from '../../document/styles';

export const headerTypes = ['default', 'first', 'even'] as const;

type HeaderType = (typeof headerTypes)[number];

/** The properties of all sections of the text, in order. Those that a tracked change keeps from before are none. */
export function listSections(body: Element): Element[] {
  return Array.from(body.querySelectorAll('sectPr')).filter(
    ({ parentElement }) => parentElement?.localName !== 'sectPrChange',
  );
}

/** The reference of a section to its own header of a type; null when it has that of the section before. */
export function findHeaderReference(section: Element, type: HeaderType): Element | null {
  return (
    findChildren(section, 'headerReference').find(
      (reference) => (getAttribute(reference, 'type') ?? 'default') === type,
    ) ?? null
  );
}

/** Whether a section has pages that show the header of a type (ECMA-376, part 1: 17.10.5 and 17.10.1). */
export function hasHeaderPages(section: Element, type: HeaderType, settings: Element | null): boolean {
  if (type === 'first') return readToggle(section, 'titlePg') ?? false;
  if (type === 'even') return readToggle(settings, 'evenAndOddHeaders') ?? false;
  return true;
}

/** The last section of a body, which is added when the body has none. */
export function getLastSection(body: Element, create: (name: string) => Element): Element {
  const last = findChild(body, 'sectPr') ?? create('sectPr');
  if (last.parentElement === null) body.append(last);
  return last;
}
