const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** Adds markup behind the last child of an element. */
function addAtEnd(xml: string, { nodeName }: Element, added: string): string {
  if (added === '') return xml;
  if (xml.endsWith('/>')) return `${xml.slice(0, -'/>'.length)}>${added}</${nodeName}>`;
  const end = xml.lastIndexOf('</');
  return xml.slice(0, end) + added + xml.slice(end);
}

/**
 * The text of a changed part, as `setPart` takes it: with an XML declaration in UTF-8, whatever the part had before. `added` is
 * markup that follows everything else in the root.
 */
export function serializePart(document: Document, added = ''): string {
  const serializer = new XMLSerializer();
  // A document as a whole would be written with the declaration that it was read with.
  const nodes = Array.from(document.childNodes, (node) => {
    const xml = serializer.serializeToString(node);
    return node === document.documentElement ? addAtEnd(xml, document.documentElement, added) : xml;
  });
  // Browsers write the carriage returns of texts as they are, and readers would take them for line feeds (XML 1.0, 2.11).
  return declaration + nodes.join('').replaceAll('\r', '&#13;');
}
