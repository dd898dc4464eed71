import { findChildren, getAttribute, parseXml } from '../../../xml';
import { serializePart } from '../markup/serialize-part';

/** The part that lists the content types of all others (ECMA-376, part 2: 10.1.2.2), as written in new packages. */
export const contentTypesName = '[Content_Types].xml';

const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';

/**
 * Adds the content type of a new part to the list of content types. Returns null when the list says it already, by the name of the part or
 * by its ending. An entry for a part that was not there, with another type, is replaced.
 */
export function addContentType(list: string | undefined, part: string, contentType: string): string | null {
  const root = parseXml(list) ?? parseXml(`<Types xmlns="${namespace}"/>`);
  if (!root) return null;
  const isSame = (value: string | null, other: string) => value?.toLowerCase() === other.toLowerCase();
  const override = findChildren(root, 'Override').find((one) =>
    isSame(getAttribute(one, 'PartName'), `/${part}`),
  );
  const extension = part.slice(part.lastIndexOf('.') + 1);
  const fallback = findChildren(root, 'Default').find((one) =>
    isSame(getAttribute(one, 'Extension'), extension),
  );
  if (isSame(getAttribute(override ?? fallback ?? null, 'ContentType'), contentType)) return null;
  const entry = override ?? root.ownerDocument.createElementNS(root.namespaceURI, 'Override');
  entry.setAttribute('PartName', `/${part}`);
  entry.setAttribute('ContentType', contentType);
  if (!override) root.append(entry);
  return serializePart(root.ownerDocument);
}
