import { strToU8, type Zippable, zipSync } from 'fflate';

const names = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['draw', 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'],
  ['svg', 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'],
  ['xlink', 'http://www.w3.org/1999/xlink'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['loext', 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

export const textType = 'application/vnd.oasis.opendocument.text';

/** Builds an OpenDocument text in a zip. */
export function makeOdt(body: string, styles = '', more: Zippable = {}): Uint8Array {
  return zipSync({
    mimetype: [strToU8(textType), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    ...more,
  });
}

/** The part with the styles of an OpenDocument text. */
export const makeStyles = (content: string): Zippable => ({
  'styles.xml': strToU8(`<office:document-styles ${names}>${content}</office:document-styles>`),
});

export const p = (content: string, style = 'Standard') =>
  `<text:p text:style-name="${style}">${content}</text:p>`;
