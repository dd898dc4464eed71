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
export function getDosCodePage(label: string): string | null {
  const [, number] = /^(?:ibm|cp|dos-?)?(437|850|852)$/i.exec(label.trim()) ?? [];
  return number === undefined ? null : `ibm${number}`;
}

/** Bytes that are decoded at once, because a call takes a limited number of arguments. */
const chunkBytes = 8_192;

/** Decodes a code page of DOS by its name from `getDosCodePage`. Every byte is a character. */
export function decodeDos(bytes: Uint8Array, codePage: string): string {
  const upperHalf = upperHalves.get(codePage) ?? '';
  const parts: string[] = [];
  for (let offset = 0; offset < bytes.length; offset += chunkBytes) {
    const chunk = bytes.subarray(offset, offset + chunkBytes);
    const units = Array.from(chunk, (byte) => (byte < 0x80 ? byte : upperHalf.charCodeAt(byte - 0x80)));
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('');
}
