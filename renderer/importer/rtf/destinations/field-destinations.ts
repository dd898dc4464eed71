import { missingSymbol } from '../../document/symbols';
import { isContentsField, isUnshownField, parseHyperlinkField } from '../../fields/field-kinds';
import { chooseResult, type FormField } from '../../fields/form-field';
import { readShownByInstruction } from '../../fields/shown-by-instruction';
import { readSymbolField } from '../../fields/symbol-field';
import { resolveLinkAddress } from '../../web/elements/link-address';
import type { RtfField } from '../rtf-group';
import { type Open, skip } from './open';

/** The numbers of the kinds of form fields. */
const formTypes = { checkBox: 1, list: 2 };

function readForm({ form }: RtfField): FormField | null {
  const result = chooseResult(form.result, form.byDefault);
  if (form.type === formTypes.checkBox) return { entries: null, result };
  return form.type === formTypes.list ? { entries: form.entries, result } : null;
}

const openField: Open = (reader) => {
  const form = { type: null, result: null, byDefault: null, entries: [] };
  const field: RtfField = { instruction: '', hasResult: false, form };
  const { group } = reader;
  group.field = field;
  group.onClose = () => {
    const shown = field.hasResult ? null : readShownByInstruction(field.instruction, readForm(field));
    if (shown === null || group.destination !== 'text') return;
    // Symbols that are missing are counted where they are written.
    if (shown.counted !== null && shown.counted !== 'symbolsMissing') reader.counts[shown.counted] += 1;
    reader.write(shown.text);
  };
};

const openInstruction: Open = (reader) => {
  const { field } = reader.group;
  reader.capture((text) => {
    if (field) field.instruction = text;
  });
};

const openEntry: Open = (reader) => {
  const { field } = reader.group;
  reader.capture((text) => field?.form.entries.push(text));
};

const openResult: Open = (reader) => {
  const { group } = reader;
  const instruction = group.field?.instruction ?? '';
  const isContents = isContentsField(instruction);
  if (isContents) reader.counts.contentsLeftOut += 1;
  // The result is set in the font of the symbol, whose bytes do not say what it is.
  const isSymbol = (readSymbolField(instruction) ?? missingSymbol) !== missingSymbol;
  if (isContents || isSymbol || isUnshownField(instruction)) skip(reader);
  const href = resolveLinkAddress(parseHyperlinkField(instruction) ?? '');
  if (href !== null) group.href = href;
};

const openLabel: Open = (reader) =>
  reader.capture((text) =>
    reader.paragraphs.startItem(/^(?:[•·●○■□▪‣⁃–o§-]|\ufffd)?$/.test(text) ? '' : `${text} `),
  );

/** Fields, and labels of list items (RTF 1.9.1, "Fields", "Bullets and Numbering"). */
export const fieldDestinations: Record<string, Open> = {
  field: openField,
  fldinst: openInstruction,
  // Its controls are read, its texts are not, but for the entries of a list.
  formfield: (reader) => reader.capture(() => {}),
  ffl: openEntry,
  fldrslt: openResult,
  listtext: openLabel,
  pntext: openLabel,
};
