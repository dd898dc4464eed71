/** Codes of the properties that are read ([MS-DOC] 2.6.1 and 2.6.2). */
export const codes = {
  isDeleted: 0x0800,
  isInserted: 0x0801,
  isData: 0x0806,
  bold: 0x0835,
  italic: 0x0836,
  isStruck: 0x0837,
  isDoublyStruck: 0x2a53,
  isHidden: 0x083c,
  characterStyle: 0x4a30,
  symbol: 0x6a09,
  isInTable: 0x2416,
  endsRow: 0x2417,
  list: 0x460b,
  listLevel: 0x260a,
  outlineLevel: 0x2640,
  dropCap: 0x442c,
  script: 0x2a48,
  dataOffset: 0x6a03,
};

/** The codes of the language of text, before and since Word 2000 ([MS-DOC] 2.6.1). */
export const languageCodes = [0x4873, 0x486d];

/** Characters with a meaning of their own ([MS-DOC] 2.4.1). */
export const marks = {
  picture: '\x01',
  note: '\x02',
  comment: '\x05',
  cell: '\x07',
  drawing: '\x08',
  line: '\x0b',
  page: '\x0c',
  paragraph: '\r',
  column: '\x0e',
  fieldBegin: '\x13',
  fieldSeparator: '\x14',
  fieldEnd: '\x15',
  hyphen: '\x1e',
  optionalHyphen: '\x1f',
};

/** Properties of a style are kept or reversed by 0x80 and 0x81; without it, 1 is on. */
export const isOn = (value: number | undefined) => value === 1 || value === 0x81;

/** A property that is on or off: 0x80 leaves it as the style has it, 0x81 reverses that ([MS-DOC] 2.9.327). */
export function applyToggle(value: number | undefined, getOfStyle: () => boolean): boolean {
  if (value === undefined || value === 0x80) return getOfStyle();
  return value === 0x81 ? !getOfStyle() : value === 1;
}
