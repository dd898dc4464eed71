/** The names of the encodings that a reviewer can choose, by their names in the Encoding Standard, or those of DOS. */
const encodingNames = new Map([
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16 LE'],
  ['utf-16be', 'UTF-16 BE'],
  ['windows-1252', 'Windows-1252 (Western)'],
  ['iso-8859-15', 'ISO-8859-15 (Western)'],
  ['macintosh', 'Mac Roman (Western)'],
  ['ibm437', 'CP437 (DOS, Western)'],
  ['ibm850', 'CP850 (DOS, Western)'],
  ['windows-1250', 'Windows-1250 (Central European)'],
  ['iso-8859-2', 'ISO-8859-2 (Central European)'],
  ['ibm852', 'CP852 (DOS, Central European)'],
  ['iso-8859-3', 'ISO-8859-3 (South European)'],
  ['windows-1257', 'Windows-1257 (Baltic)'],
  ['iso-8859-13', 'ISO-8859-13 (Baltic)'],
  ['iso-8859-4', 'ISO-8859-4 (North European)'],
  ['iso-8859-10', 'ISO-8859-10 (Nordic)'],
  ['iso-8859-14', 'ISO-8859-14 (Celtic)'],
  ['windows-1251', 'Windows-1251 (Cyrillic)'],
  ['koi8-r', 'KOI8-R (Cyrillic)'],
  ['koi8-u', 'KOI8-U (Cyrillic)'],
  ['iso-8859-5', 'ISO-8859-5 (Cyrillic)'],
  ['ibm866', 'CP866 (DOS, Cyrillic)'],
  ['x-mac-cyrillic', 'Mac Cyrillic'],
  ['windows-1253', 'Windows-1253 (Greek)'],
  ['iso-8859-7', 'ISO-8859-7 (Greek)'],
  ['windows-1254', 'Windows-1254 (Turkish)'],
  ['windows-1255', 'Windows-1255 (Hebrew)'],
  ['iso-8859-8', 'ISO-8859-8 (Hebrew)'],
  ['windows-1256', 'Windows-1256 (Arabic)'],
  ['iso-8859-6', 'ISO-8859-6 (Arabic)'],
  ['windows-1258', 'Windows-1258 (Vietnamese)'],
  ['windows-874', 'Windows-874 (Thai)'],
  ['shift_jis', 'Shift_JIS (Japanese)'],
  ['euc-jp', 'EUC-JP (Japanese)'],
  ['iso-2022-jp', 'ISO-2022-JP (Japanese)'],
  ['gbk', 'GBK (simplified Chinese)'],
  ['gb18030', 'GB18030 (Chinese)'],
  ['big5', 'Big5 (traditional Chinese)'],
  ['euc-kr', 'EUC-KR (Korean)'],
]);

/** The name of an encoding for people; its technical name when the list does not have it. */
export function describeEncoding(encoding: string): string {
  return encodingNames.get(encoding) ?? encoding;
}

/** The encodings that a reviewer can choose. */
export const encodings: readonly string[] = [...encodingNames.keys()];

/** The same with their names. */
export const encodingOptions = Array.from(encodingNames, ([value, label]) => ({ value, label }));
