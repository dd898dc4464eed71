/** How far a file is searched for an XML declaration, which is at its very start, in bytes. */
const maxDeclarationBytes = 1_024;

/** The label of the encoding that an XML file declares (XML 1.0, 4.3.3); '' when it declares none. */
export function findXmlEncoding(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, maxDeclarationBytes));
  return /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/.exec(start)?.[1] ?? '';
}
