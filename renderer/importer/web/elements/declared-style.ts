/**
 * What an element's own `style` declares for a property, in lower case; null when nothing. Read from the attribute: under
 * the importer's policy, which allows no inline style, `element.style` is empty.
 */
export function declared(element: Element, property: string): string | null {
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

/** Whether the element shows nothing of what it holds. */
export function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  if (element.localName === 'dialog' && !element.hasAttribute('open')) return true;
  return declared(element, 'display') === 'none' || declared(element, 'visibility') === 'hidden';
}

/** Whether words are bold here, by the element itself or by what is around it. */
export function isBold(element: Element, around: boolean): boolean {
  const weight = declared(element, 'font-weight');
  if (weight !== null && /^(bold|bolder|normal|lighter|\d+)$/.test(weight))
    return weight.startsWith('bold') || Number(weight) >= 600;
  return around || element.localName === 'b' || element.localName === 'strong';
}

/** Whether words are italic here, by the element itself or by what is around it. */
export function isItalic(element: Element, around: boolean): boolean {
  const style = declared(element, 'font-style');
  if (style !== null && /^(italic|oblique|normal)/.test(style)) return !style.startsWith('normal');
  return around || element.localName === 'i' || element.localName === 'em';
}
