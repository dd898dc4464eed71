import { missingSymbol } from '../document/symbols';
import { isEquationField, readRubyField } from './equation-field';
import { readSymbolField } from './symbol-field';

/** The text of a field without a result, and the kind of thing in it that can't be text. */
interface ShownField {
  text: string;
  missing: 'symbolsMissing' | 'objectsLeftOut' | 'placeholdersLeftOut' | null;
}

/**
 * Reads what a field shows by its instruction alone: a symbol, characters with a reading above them, a formula, or the words of a
 * MACROBUTTON that ask to type something there. Null for a field that shows its result.
 */
export function readShownByInstruction(instruction: string): ShownField | null {
  const symbol = readSymbolField(instruction);
  if (symbol !== null) return { text: symbol, missing: symbol === missingSymbol ? 'symbolsMissing' : null };
  const ruby = readRubyField(instruction);
  if (ruby !== null) return { text: ruby, missing: null };
  if (isEquationField(instruction)) return { text: '', missing: 'objectsLeftOut' };
  if (/^\s*MACROBUTTON\s+\S+\s+\S/i.test(instruction)) return { text: '', missing: 'placeholdersLeftOut' };
  return null;
}
