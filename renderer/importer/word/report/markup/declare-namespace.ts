const declarations = 'http://www.w3.org/2000/xmlns/';
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** Whether an element of the part uses a prefix for another namespace. */
function isTaken(root: Element, prefix: string, namespace: string): boolean {
  const isOther = (element: Element) => {
    const declared = element.getAttributeNS(declarations, prefix);
    return declared !== null && declared !== namespace;
  };
  return isOther(root) || Array.from(root.getElementsByTagName('*')).some(isOther);
}

function findDeclaredPrefix(root: Element, namespace: string): string | null {
  for (const { namespaceURI, prefix, localName, value } of root.attributes)
    if (namespaceURI === declarations && prefix !== null && value === namespace) return localName;
  return null;
}

/** Says that readers that do not know a prefix may skip what has it (ECMA-376, part 3: 7.2). */
function makeIgnorable(root: Element, prefix: string): void {
  const ignored = (root.getAttributeNS(compatibility, 'Ignorable') ?? '').split(/\s+/).filter(Boolean);
  if (ignored.includes(prefix)) return;
  const qualifier = declareNamespace(root, compatibility, 'mc');
  root.setAttributeNS(compatibility, `${qualifier}:Ignorable`, [...ignored, prefix].join(' '));
}

/**
 * Returns the prefix of a namespace in a part, which is declared on the root unless it is there. Extensions (`w14` and others)
 * are added to `mc:Ignorable` as well, so that readers that do not know them skip them.
 */
export function declareNamespace(
  root: Element,
  namespace: string,
  preferredPrefix: string,
  isIgnorable = false,
): string {
  let prefix = findDeclaredPrefix(root, namespace);
  if (prefix === null) {
    prefix = preferredPrefix;
    for (let number = 2; isTaken(root, prefix, namespace); number += 1)
      prefix = `${preferredPrefix}x${number}`;
    root.setAttributeNS(declarations, `xmlns:${prefix}`, namespace);
  }
  if (isIgnorable) makeIgnorable(root, prefix);
  return prefix;
}
