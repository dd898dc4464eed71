/** How far a file is searched for an XML declaration, which is at its very start, in bytes. */
const maxDeclarationBytes = 1_024;

/** The label of the encoding that an XML file declares (XML 1.0, 4.3.3); '' when it declares none. */
export function findXmlEncoding(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, maxDeclarationBytes));
  return /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)/.exec(start)?.[1] ?? '';
}

/** The characters of the bytes 0x80 to 0xff in the code pages of DOS, which TextDecoder does not know. */
const upperHalves = new Map([
  [
    'ibm437',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  ],
  [
    'ibm850',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  ],
  [
    'ibm852',
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
  ],
]);

/** The labels of these code pages in declarations and dialogs. */
function getDosCodePage(label: string): string | null {
  const [, number] = /^(?:ibm|cp|dos-?)?(437|850|852)$/i.exec(label.trim()) ?? [];
  return number === undefined ? null : `ibm${number}`;
}

/** Bytes that are decoded at once, because a call takes a limited number of arguments. */
const chunkBytes = 8_192;

/** Decodes an encoding in which every byte is a character, and those below 0x80 are ASCII. `upperHalf` has the others in order. */
function decodeBytewise(bytes: Uint8Array, upperHalf: string): string {
  const parts: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += chunkBytes) {
    const chunk = bytes.subarray(offset, offset + chunkBytes);
    const units = Array.from(chunk, (byte) => (byte < 0x80 ? byte : upperHalf.charCodeAt(byte - 0x80)));
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}

/** The characters of 0x80 to 0x9f, where Latin-1 has control characters; U+FFFD for the five undefined bytes. */
const charactersFrom0x80 = '€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ';

const latin1From0xa0 = String.fromCharCode(...Array.from({ length: 0x60 }, (_, index) => 0xa0 + index));

/** Decodes Windows-1252, which includes Latin-1 text. The five undefined bytes become U+FFFD. */
function decodeWindows1252(bytes: Uint8Array): string {
  return decodeBytewise(bytes, charactersFrom0x80 + latin1From0xa0);
}

/**
 * Whether bytes look like text in Windows-1252: no byte is undefined, and the share of non-ASCII characters is not larger than in
 * any western language.
 */
export function looksLikeWindows1252(bytes: Uint8Array): boolean {
  let nonAsciiCount = 0;
  let visibleCount = 0;
  for (const byte of bytes) {
    if (byte > 0x20) visibleCount += 1;
    if (byte > 0x7f) nonAsciiCount += 1;
    if (byte >= 0x80 && byte <= 0x9f && charactersFrom0x80[byte - 0x80] === '\ufffd') return false;
  }
  return nonAsciiCount * 2 <= visibleCount;
}

/**
 * The encoding that a label stands for, as the Encoding Standard names it, or `ibm437`, `ibm850` or `ibm852`. Null for other
 * labels.
 */
export function getEncoding(label: string): string | null {
  const codePage = getDosCodePage(label);
  if (codePage !== null) return codePage;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // No encoding has this label.
    return null;
  }
}

/** Decodes in an encoding from `getEncoding`. Invalid sequences become U+FFFD. Keeps a byte order mark of another encoding. */
export function decodeAs(bytes: Uint8Array, encoding: string): string {
  const upperHalf = upperHalves.get(encoding);
  if (upperHalf !== undefined) return decodeBytewise(bytes, upperHalf);
  // The TextDecoder of Node 20.20 decodes 0x80 to 0x9f of this encoding to control characters.
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  return new TextDecoder(encoding).decode(bytes);
}

/** How many characters of a decoded text stand for bytes that are invalid in its encoding. */
export function countUnreadable(text: string): number {
  return text.match(/\ufffd/g)?.length ?? 0;
}
