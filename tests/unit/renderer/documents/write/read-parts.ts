import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Reads an XML part of a file; fails the test when it is missing or not well-formed. */
export function readXml(bytes: Uint8Array, name: string): Document {
  const part = unzipSync(bytes)[name];
  if (!part) throw new Error(`there is no ${name}`);
  return parse(strFromU8(part), name);
}

function parse(xml: string, name: string): Document {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  if (document.querySelector('parsererror')) throw new Error(`${name} is not well-formed`);
  return document;
}

/** Rewrites the parts of a file with text, and packs it again. */
export function rewriteParts(bytes: Uint8Array, rewrite: (document: Document) => void): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, content] of Object.entries(parts)) {
    if (!/(document|footnotes|endnotes|main)\d*\.xml$/i.test(name)) continue;
    const document = parse(strFromU8(content), name);
    rewrite(document);
    parts[name] = strToU8(new XMLSerializer().serializeToString(document));
  }
  return zipSync(parts);
}
