import { isContentsField, isUnshownField, parseHyperlinkField } from '../../../fields';
import { getAttribute } from '../../../xml';
import type { ReadingState } from '../reading-state';
import { type ComplexField, readFormData } from './fields';
import type { RunContext } from './run-context';

/** Begins, divides or ends a complex field. Returns the field that ends; null for the rest. */
export function readFieldCharacter(state: ReadingState, element: Element): ComplexField | null {
  if (!state.completeFields.has(element)) return null;
  const type = getAttribute(element, 'fldCharType');
  const last = state.fields.at(-1);
  if (type === 'begin')
    state.fields.push({
      ...{ instruction: '', isInResult: false, href: null, isContents: false, isUnshown: false },
      form: readFormData(element),
      textBefore: state.lastVisible,
    });
  else if (type === 'end') return state.fields.pop() ?? null;
  else if (last) {
    last.isInResult = true;
    last.href = parseHyperlinkField(last.instruction);
    last.isContents = isContentsField(last.instruction);
    last.isUnshown = isUnshownField(last.instruction);
  }
  return null;
}

export function readInstruction(state: ReadingState, element: Element): void {
  const last = state.fields.at(-1);
  if (last) last.instruction += element.textContent ?? '';
}

/** How the result of a simple field is read. */
export function getFieldContext(element: Element, context: RunContext): RunContext {
  const instruction = getAttribute(element, 'instr') ?? '';
  return {
    ...context,
    href: parseHyperlinkField(instruction) ?? context.href,
    leftOut: isContentsField(instruction) ? 'contents' : context.leftOut,
  };
}
