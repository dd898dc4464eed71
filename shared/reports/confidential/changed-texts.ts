function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * Lists the texts in a value that its redacted copy has not. Null when anything else differs, because the text around them
 * may then differ as well.
 */
export function listChangedTexts(value: unknown, redacted: unknown): string[] | null {
  const texts: string[] = [];
  return collectChangedTexts(value, redacted, texts) ? texts : null;
}

/** Returns false when something else than a text differs. */
function collectChangedTexts(value: unknown, redacted: unknown, texts: string[]): boolean {
  if (Object.is(value, redacted)) return true;
  if (typeof value === 'string' && typeof redacted === 'string') {
    texts.push(value);
    return true;
  }
  if (!isObject(value) || !isObject(redacted)) return false;
  const [keys, redactedKeys] = [Object.keys(value), Object.keys(redacted)];
  if (keys.length !== redactedKeys.length || keys.some((key, index) => key !== redactedKeys[index]))
    return false;
  const copies: unknown[] = Object.values(redacted);
  return Object.values(value).every((item, index) => collectChangedTexts(item, copies[index], texts));
}
