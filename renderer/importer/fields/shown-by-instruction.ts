import { missingSymbol } from '../document/symbols';
import { isEquationField, readRubyField } from './equation-field';
import { type FormField, isFormField, readFormField } from './form-field';
import { readSymbolField } from './symbol-field';

/** The text of a field without a result, and what a notice counts there. */
interface ShownField {
  text: string;
  counted: 'symbolsMissing' | 'objectsLeftOut' | 'placeholdersLeftOut' | 'fieldsKept' | null;
}

/**
 * Reads what a field shows by its instruction alone: a symbol, characters with a reading above them, a formula, a list or check
 * box of a form (`form`), or the words of a MACROBUTTON that ask to type something there. Null for a field that shows its result.
 */
export function readShownByInstruction(instruction: string, form: FormField | null): ShownField | null {
  const symbol = readSymbolField(instruction);
  if (symbol !== null) return { text: symbol, counted: symbol === missingSymbol ? 'symbolsMissing' : null };
  const ruby = readRubyField(instruction);
  if (ruby !== null) return { text: ruby, counted: null };
  if (isEquationField(instruction)) return { text: '', counted: 'objectsLeftOut' };
  if (/^\s*MACROBUTTON\s+\S+\s+\S/i.test(instruction)) return { text: '', counted: 'placeholdersLeftOut' };
  if (!isFormField(instruction)) return null;
  const chosen = form && readFormField(form);
  return chosen === null
    ? { text: '', counted: 'placeholdersLeftOut' }
    : { text: chosen, counted: 'fieldsKept' };
}
