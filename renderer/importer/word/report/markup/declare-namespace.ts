/**
 * Returns the prefix of a namespace in all of a part, which is declared on the root unless it has one. Extensions (`w14` and others)
 * are added to `mc:Ignorable` as well, so that readers that do not know them skip them.
 */
export function declareNamespace(
  _root: Element,
  _namespace: string,
  _preferredPrefix: string,
  _isIgnorable = false,
): string {
  throw new Error('not built');
}
