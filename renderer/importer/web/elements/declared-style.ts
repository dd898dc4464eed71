/**
 * The value that an element's own `style` declares for a property, in lower case; null when it declares none. It is read from the
 * attribute, because `element.style` is empty under the importer's policy, which forbids inline style.
 */
export function getDeclaredStyle(element: Element, property: string): string | null {
  const style = element.getAttribute('style');
  if (style === null || !style.toLowerCase().includes(property)) return null;
  for (const declaration of style.split(';').reverse()) {
    const [name = '', value = ''] = declaration.split(':', 2);
    if (name.trim().toLowerCase() === property)
      return value
        .replace(/!\s*important/i, '')
        .trim()
        .toLowerCase();
  }
  return null;
}

/** Whether an element hides its content, by itself. */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  if (element.localName === 'dialog' && !element.hasAttribute('open')) return true;
  return (
    getDeclaredStyle(element, 'display') === 'none' || getDeclaredStyle(element, 'visibility') === 'hidden'
  );
}

/** Whether text in an element is bold, by the element itself or by the one around it. */
export function isBold(element: Element, isParentBold: boolean): boolean {
  const weight = getDeclaredStyle(element, 'font-weight');
  if (weight !== null && /^(bold|bolder|normal|lighter|\d+)$/.test(weight))
    return weight.startsWith('bold') || Number(weight) >= 600;
  return isParentBold || element.localName === 'b' || element.localName === 'strong';
}

/** Whether text in an element is italic, by the element itself or by the one around it. */
export function isItalic(element: Element, isParentItalic: boolean): boolean {
  const style = getDeclaredStyle(element, 'font-style');
  if (style !== null && /^(italic|oblique|normal)/.test(style)) return !style.startsWith('normal');
  return isParentItalic || element.localName === 'i' || element.localName === 'em';
}
