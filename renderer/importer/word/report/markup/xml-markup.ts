import { createQualifier, type Markup } from './word-markup';

/** An element as it is written. */
export interface XmlElement {
  xml: string;
}

const references: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
  // Readers take line ends for line feeds, and white space in attributes for spaces (XML 1.0, 2.11 and 3.3.3).
  ...{ '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' },
};
const escapeMatches = (text: string, pattern: RegExp) =>
  text.replace(pattern, (character) => references[character] ?? character);

/** Escapes a text that XML can hold (`toXmlText`) as browsers do. */
const escapeText = (text: string) => escapeMatches(text, /[&<>\r]/g);
const escapeValue = (value: string | number) => escapeMatches(String(value), /[&<>"\t\n\r]/g);

/**
 * Makes elements as text, to be added to a part when it is written (`RelatedPart.append`): making and writing the elements of a
 * document takes browsers seconds for thousands of comments.
 */
export function createXmlMarkup(root: Element): Markup<XmlElement> {
  const qualify = createQualifier(root);
  return {
    create: (name, attributes = {}, children = []) => {
      const own = qualify(name).name;
      let xml = `<${own}`;
      for (const [key, value] of Object.entries(attributes))
        xml += ` ${qualify(key).name}="${escapeValue(value)}"`;
      if (children.length === 0) return { xml: `${xml}/>` };
      xml += '>';
      for (const child of children) xml += typeof child === 'string' ? escapeText(child) : child.xml;
      return { xml: `${xml}</${own}>` };
    },
  };
}
