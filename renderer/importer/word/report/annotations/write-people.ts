import { toXmlText } from '../../../../../shared/reports/word/xml-text';
import { findChildren, getAttribute } from '../../../xml';
import { createWordMarkup } from '../markup/word-markup';
import type { EditedPackage } from '../package/edited-package';
import { openRelatedPart } from '../package/related-part';

const emptyPeople = '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>';

/** Adds authors to the list of people ([MS-DOCX] 2.5.3.3), as Word does it for people without an account. */
export function writePeople(pkg: EditedPackage, mainPart: string, authors: readonly string[]): void {
  const part = openRelatedPart(pkg, mainPart, 'people', emptyPeople);
  if (!part) return;
  const known = new Set(findChildren(part.root, 'person').map((person) => getAttribute(person, 'author')));
  const { create } = createWordMarkup(part.root);
  const added = Array.from(new Set(authors.map(toXmlText))).filter(
    (author) => author !== '' && !known.has(author),
  );
  for (const author of added) {
    const presence = create('presenceInfo', { providerId: 'None', userId: author });
    part.root.append(create('person', { author }, [presence]));
  }
  if (added.length > 0) part.save();
}
