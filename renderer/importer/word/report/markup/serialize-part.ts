const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** The text of a changed part, as `setPart` takes it: with an XML declaration in UTF-8, whatever the part had before. */
export function serializePart(document: Document): string {
  const serializer = new XMLSerializer();
  // A document as a whole would be written with the declaration that it was read with.
  const nodes = Array.from(document.childNodes, (node) => serializer.serializeToString(node));
  return declaration + nodes.join('');
}
