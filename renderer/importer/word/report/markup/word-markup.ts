import { getRelationshipNamespace } from '../package/relationship-list';
import { declareNamespace } from './declare-namespace';

/**
 * The values of attributes. A name without prefix is in the namespace of the part; `xml:space`, `r:id`, `w14:paraId` and `w14:textId`
 * are known with theirs.
 */
type Attributes = Readonly<Record<string, string | number>>;

/** Makes elements in the namespace of a part's root, transitional or strict, with the prefix that the part has for it. */
export interface Markup<T> {
  /** Children that are strings are texts. */
  create(name: string, attributes?: Attributes, children?: readonly (T | string)[]): T;
}

/** Makes elements of the document of the root. */
export type WordMarkup = Markup<Element>;

export const word2010Namespace = 'http://schemas.microsoft.com/office/word/2010/wordml';

const strictNamespace = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

interface QualifiedName {
  namespace: string | null;
  /** With the prefix that the part has for the namespace. */
  name: string;
}

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

/** Returns the names of elements and attributes as the part has them. Their namespaces are declared on the root. */
export function createQualifier(root: Element): (name: string) => QualifiedName {
  const qualified = new Map<string, QualifiedName>();
  return (name) => {
    const known = qualified.get(name);
    if (known) return known;
    const [usualPrefix = '', localName] = name.includes(':') ? name.split(':', 2) : ['w', name];
    const { namespace, prefix } = declarePrefix(root, usualPrefix);
    const created = { namespace, name: `${prefix}:${localName}` };
    qualified.set(name, created);
    return created;
  };
}

export function createWordMarkup(root: Element): WordMarkup {
  const qualify = createQualifier(root);
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
