import type { ImportedBlock } from '../../../../shared/import/imported-blocks';

/** Knowledge of a format about elements, beyond HTML. */
export interface ElementHooks {
  /** For an element within a line: the name of the note that it refers to. */
  inline?(element: Element): { noteRef: string } | null;
  /** For a block element: the kind of its content, or the name of the note that it is. */
  block?(element: Element): Partial<Pick<ImportedBlock, 'kind' | 'level' | 'name'>> | null;
}
