const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** The text of a changed part, as `setPart` takes it: with an XML declaration in UTF-8, whatever the part had before. */
export function serializePart(document: Document): string {
  const serializer = new XMLSerializer();
  // A document as a whole would be written with the declaration that it was read with.
  const nodes = Array.from(document.childNodes, (node) => serializer.serializeToString(node));
  // Browsers write the carriage returns of texts as they are, and readers would take them for line feeds (XML 1.0, 2.11).
  return declaration + nodes.join('').replaceAll('\r', '&#13;');
}
