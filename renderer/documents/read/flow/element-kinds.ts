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
  return isHiddenByStyle(element);
}

export function isHiddenByStyle(element: Element): boolean {
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

const toSet = (names: string) => new Set(names.split(' '));

/** Elements that are shown on lines of their own (HTML, 15.3); every other element is part of a line. */
export const blockElements = toSet(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section ' +
    'summary table tbody td tfoot th thead tr ul xmp',
);

/** Parts of a line that set its text in some way, or may hold text; formulas (MathML Core, 2) included. */
export const inlineElements = toSet(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr output picture q rb rp rt rtc ' +
    'ruby s samp small span strike strong sub summary sup time tt u var wbr ' +
    'math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace ' +
    'msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics',
);

/** Elements without text of the article: code, pictures, form fields, alternatives for other programs. */
export const excludedElements = toSet(
  'annotation annotation-xml applet area audio base button canvas datalist embed frame frameset head iframe img input link ' +
    'map meta meter noembed noframes noscript object param progress script select source style svg template textarea ' +
    'title track video',
);

/** Elements that keep their spaces and line breaks. */
export const preformattedElements = toSet('listing plaintext pre xmp');
