import { expect, it } from 'vitest';
import { addToForm } from '../../../../../../renderer/features/sources/drop-and-paste/add-to-form';
import {
  emptyFormValues,
  type SourceFormValues,
} from '../../../../../../renderer/features/sources/form/source-form-values';
import { useNotices } from '../../../../../../renderer/state/notices';

const records = '@book{a, title={First ledger}}\n@book{b, title={Second ledger}}';

it('a second record that is dropped on a form of a source is named as left out', async () => {
  let filled: Partial<SourceFormValues> = {};
  const form = {
    values: emptyFormValues,
    getLatest: () => null,
    change: (changed: Partial<SourceFormValues>) => {
      filled = changed;
    },
    addFiles: () => {},
  };
  await addToForm(form, { kind: 'record', text: records }, false);
  expect(filled.title).toBe('First ledger');
  expect(JSON.stringify(useNotices.getState())).toContain('Left out: “Second ledger”');
});
