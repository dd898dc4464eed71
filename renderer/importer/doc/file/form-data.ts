import { chooseResult, type FormField } from '../../fields/form-field';
import { readDocString } from './doc-file';

const formTypes = { checkBox: 1, list: 2 };

/** The offset behind a string that ends with a zero ([MS-DOC] 2.9.352, Xstz). */
const skipString = (view: DataView, offset: number) => readDocString(view, offset).end + 2;

/** Reads the strings of a table that begins with their number ([MS-DOC] 2.2.4, STTB). */
function readStrings(view: DataView, offset: number): string[] {
  const count = view.getUint16(offset + 2, true);
  const extraBytes = view.getUint16(offset + 4, true);
  const strings: string[] = [];
  let place = offset + 6;
  for (let index = 0; index < count; index += 1) {
    const { text, end } = readDocString(view, place);
    strings.push(text);
    place = end + extraBytes;
  }
  return strings;
}

/**
 * Reads the list or check box at an offset of the data ([MS-DOC] 2.9.157, NilPICFAndBinData, and 2.9.78, FFData); null for anything
 * else, and where the data is damaged: the text around it is not.
 */
export function readFormData(data: DataView, offset: number): FormField | null {
  try {
    return readData(data, offset);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readData(data: DataView, offset: number): FormField | null {
  const start = offset + data.getUint16(offset + 4, true);
  if (data.getUint32(start, true) !== 0xffffffff) return null;
  const bits = data.getUint16(start + 4, true);
  const type = bits & 3;
  if (type !== formTypes.checkBox && type !== formTypes.list) return null;
  const nameEnd = skipString(data, start + 10);
  const result = chooseResult((bits >> 2) & 31, data.getUint16(nameEnd, true));
  if (type === formTypes.checkBox) return { entries: null, result };
  let place = nameEnd + 2;
  // Its format, help and status texts, and the macros that run when it is entered and left.
  for (let count = 0; count < 5; count += 1) place = skipString(data, place);
  return { entries: readStrings(data, place), result };
}
