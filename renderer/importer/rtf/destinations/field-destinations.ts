import { missingSymbol } from '../../document/symbols';
import { isContentsField, isUnshownField, parseHyperlinkField } from '../../fields/field-kinds';
import { readShownByInstruction } from '../../fields/shown-by-instruction';
import { readSymbolField } from '../../fields/symbol-field';
import { resolveLinkAddress } from '../../web/elements/link-address';
import { type Open, skip } from './open';

const openField: Open = (reader) => {
  const field = { instruction: '', hasResult: false };
  const { group } = reader;
  group.field = field;
  group.onClose = () => {
    const shown = field.hasResult ? null : readShownByInstruction(field.instruction);
    if (shown === null || group.destination !== 'text') return;
    // Symbols that are missing are counted where they are written.
    if (shown.missing !== null && shown.missing !== 'symbolsMissing') reader.counts[shown.missing] += 1;
    reader.write(shown.text);
  };
};

const openInstruction: Open = (reader) => {
  const { field } = reader.group;
  reader.capture((text) => {
    if (field) field.instruction = text;
  });
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
  fldrslt: openResult,
  listtext: openLabel,
  pntext: openLabel,
};
