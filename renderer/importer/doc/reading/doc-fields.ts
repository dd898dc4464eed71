import { isContentsField, isUnshownField, parseHyperlinkField } from '../../fields/field-kinds';
import { type FormField, isFormField } from '../../fields/form-field';
import { readShownByInstruction } from '../../fields/shown-by-instruction';
import { resolveLinkAddress } from '../../web/elements/link-address';

/** A field that is open: its instruction comes before its result. */
interface Field {
  instruction: string;
  isResult: boolean;
  /** Whether its result has any visible text. */
  hasText: boolean;
  /** The list or check box that it is; null for any other field. */
  form: FormField | null;
}

/** The fields around the text that is being read ([MS-DOC] 2.8.25), the outermost first. */
export class DocFields {
  private open: Field[] = [];

  begin(): void {
    this.open.push({ instruction: '', isResult: false, hasText: false, form: null });
  }

  /** Begins the result of the field. Returns whether it is a table of contents. */
  beginResult(): boolean {
    const field = this.open.at(-1);
    if (!field) return false;
    field.isResult = true;
    return isContentsField(field.instruction);
  }

  /** Ends a field. Returns what it shows when its result shows nothing; null for nothing. */
  end(): ReturnType<typeof readShownByInstruction> {
    const field = this.open.pop();
    return field && !field.hasText && !this.isLeftOut
      ? readShownByInstruction(field.instruction, field.form)
      : null;
  }

  /** Adds text where it belongs to an instruction. */
  addInstruction(text: string): void {
    const field = this.open.at(-1);
    if (field && !field.isResult) field.instruction += text;
  }

  /** Whether the field that is open is a list or a check box, whose data comes in its instruction. */
  get isForm(): boolean {
    const field = this.open.at(-1);
    return field !== undefined && !field.isResult && isFormField(field.instruction);
  }

  setForm(form: FormField | null): void {
    const field = this.open.at(-1);
    if (field) field.form = form;
  }

  /** Records visible text in the result of the field. */
  addText(text: string): void {
    const field = this.open.at(-1);
    if (field && text.trim() !== '') field.hasText = true;
  }

  /** Whether the text is an instruction, in a table of contents, or a value that is not shown. */
  get isLeftOut(): boolean {
    return this.open.some(({ isResult }) => !isResult) || this.isInUnshownResult;
  }

  get isInUnshownResult(): boolean {
    return this.open.some(
      ({ instruction, isResult }) =>
        isResult && (isContentsField(instruction) || isUnshownField(instruction)),
    );
  }

  /** Whether the text is a placeholder for a drawing in a line. */
  get isOfDrawing(): boolean {
    return this.open.some(({ instruction }) => /^\s*SHAPE\b/.test(instruction));
  }

  get href(): string | null {
    for (const { instruction } of this.open.toReversed()) {
      const address = parseHyperlinkField(instruction);
      if (address !== null) return resolveLinkAddress(address);
    }
    return null;
  }

  /** Reads another story, whose text is in none of the open fields. */
  readAside(read: () => void): void {
    const { open } = this;
    this.open = [];
    read();
    this.open = open;
  }
}
