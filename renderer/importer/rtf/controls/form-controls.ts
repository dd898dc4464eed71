import type { ReadControl } from './control';

const setForm =
  (property: 'type' | 'result' | 'byDefault'): ReadControl =>
  ({ group }, number) => {
    if (group.field) group.field.form[property] = number;
  };

/** The kind and the result of a form field (RTF 1.9.1, "Form Fields"). */
export const formControls: Record<string, ReadControl> = {
  fftype: setForm('type'),
  ffres: setForm('result'),
  ffdefres: setForm('byDefault'),
};
