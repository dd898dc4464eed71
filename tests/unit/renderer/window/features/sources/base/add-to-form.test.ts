import { beforeEach, expect, it } from 'vitest';
import { addToForm } from '#renderer/window/features/sources/base/add-to-form.ts';
import {
  emptyFormValues,
  type SourceFormValues,
} from '#renderer/window/features/sources/base/source-form-values.ts';
import { createForm } from '#renderer/window/features/sources/base/unsaved-forms.ts';
import type { SourceFormState } from '#renderer/window/features/sources/base/use-source-form.ts';
import { useNotices } from '#renderer/window/state/base/notices.ts';

beforeEach(() => useNotices.setState({ notices: [] }));

/** A form of a source, and a function that returns its current values. */
function openForm(): { form: SourceFormState; getValues: () => SourceFormValues } {
  let unsaved = createForm('ferry', emptyFormValues);
  const form: SourceFormState = {
    ...unsaved,
    errors: {},
    element: { current: null },
    isWaitingForFiles: false,
    change: (changed) => {
      unsaved = { ...unsaved, values: { ...unsaved.values, ...changed } };
    },
    getLatest: () => unsaved,
    parse: () => null,
    pick: () => undefined,
    pickFiles: () => undefined,
    addFiles: () => undefined,
    removeFile: () => undefined,
    discard: () => undefined,
  };
  return { form, getValues: () => unsaved.values };
}

const createRecord = (title: string) => `TY  - BOOK\nTI  - ${title}\nER  - \n`;

it.each([false, true])(
  'of two records, the first fills in the form and the other is named as left out (evidence: %s)',
  async (hasQuote) => {
    const { form, getValues } = openForm();
    await addToForm(
      form,
      { kind: 'record', text: `${createRecord('Ferries')}\n${createRecord('Tunnels')}` },
      hasQuote,
    );
    expect(getValues().title).toBe('Ferries');
    const getMessages = () => useNotices.getState().notices.map(({ message }) => message);
    expect(getMessages()).toEqual([expect.stringContaining('2 records were pasted')]);
    expect(getMessages()[0]).toContain('“Tunnels”');
    await addToForm(form, { kind: 'record', text: createRecord('Ferries') }, hasQuote);
    expect(getMessages()).toEqual([]);
  },
);
