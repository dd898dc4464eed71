import { expect, it } from 'vitest';
import { emptyDraft, type SourceDraft } from '../../../../../../renderer/features/sources/form/source-draft';
import { giveToForm } from '../../../../../../renderer/features/sources/give/give-to-form';
import { useNotices } from '../../../../../../renderer/state/notices';

const records = '@book{a, title={First ledger}}\n@book{b, title={Second ledger}}';

it('a second record that is given to a form which mends a source is named as left out', async () => {
  let filled: Partial<SourceDraft> = {};
  const form = {
    draft: emptyDraft,
    latest: () => null,
    change: (part: Partial<SourceDraft>) => {
      filled = part;
    },
    take: () => {},
  };
  await giveToForm(form, { kind: 'record', text: records }, false);
  expect(filled.title).toBe('First ledger');
  expect(JSON.stringify(useNotices.getState())).toContain('Left out: “Second ledger”');
});
