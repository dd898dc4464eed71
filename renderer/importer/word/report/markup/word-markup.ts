import { getRelationshipNamespace } from '../package/relationship-list';
import { declareNamespace } from './declare-namespace';

/**
 * The values of attributes. A name without prefix is in the namespace of the part; `xml:space`, `r:id`, `w14:paraId` and `w14:textId`
 * are known with theirs.
 */
type Attributes = Readonly<Record<string, string | number>>;

/** Makes elements in the namespace of a part's root, transitional or strict, with the prefix that the part has for it. */
export interface WordMarkup {
  create(name: string, attributes?: Attributes, children?: readonly (Element | string)[]): Element;
}

export const word2010Namespace = 'http://schemas.microsoft.com/office/word/2010/wordml';

const strictNamespace = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** Declares the namespace of attributes with a prefix, and returns the prefix that the part has for it. */
function declarePrefix(root: Element, prefix: string): { namespace: string | null; prefix: string } {
  if (prefix === 'xml') return { namespace: 'http://www.w3.org/XML/1998/namespace', prefix };
  if (prefix === 'w14')
    return { namespace: word2010Namespace, prefix: declareNamespace(root, word2010Namespace, prefix, true) };
  const isOwn = prefix === 'w';
  const namespace = isOwn
    ? root.namespaceURI
    : getRelationshipNamespace(root.namespaceURI === strictNamespace);
  return { namespace, prefix: declareNamespace(root, namespace ?? '', prefix) };
}

export function createWordMarkup(root: Element): WordMarkup {
  const declared = new Map<string, { namespace: string | null; prefix: string }>();
  const qualify = (name: string) => {
    const [usualPrefix, localName] = name.includes(':') ? name.split(':', 2) : ['w', name];
    const known = declared.get(usualPrefix ?? '') ?? declarePrefix(root, usualPrefix ?? '');
    declared.set(usualPrefix ?? '', known);
    return { namespace: known.namespace, name: `${known.prefix}:${localName}` };
  };
  return {
    create: (name, attributes = {}, children = []) => {
      const own = qualify(name);
      const element = root.ownerDocument.createElementNS(own.namespace, own.name);
      for (const [key, value] of Object.entries(attributes)) {
        const attribute = qualify(key);
        element.setAttributeNS(attribute.namespace, attribute.name, String(value));
      }
      element.append(...children);
      return element;
    },
  };
}
