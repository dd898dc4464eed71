import { beforeEach, expect, it } from 'vitest';
import { beginForm } from '../../../../../../renderer/features/sources/form/kept-forms';
import { emptyDraft, type SourceDraft } from '../../../../../../renderer/features/sources/form/source-draft';
import type { SourceFormState } from '../../../../../../renderer/features/sources/form/use-form';
import { giveToForm } from '../../../../../../renderer/features/sources/give/give-to-form';
import { useNotices } from '../../../../../../renderer/state/notices';

beforeEach(() => useNotices.setState({ shown: [] }));

/** A form that is being mended, and what it holds by now. */
function openForm(): { form: SourceFormState; holds: () => SourceDraft } {
  let kept = beginForm('ferry', emptyDraft);
  const form: SourceFormState = {
    ...kept,
    ...{ problems: {}, element: { current: null }, isWaiting: false },
    change: (part) => {
      kept = { ...kept, draft: { ...kept.draft, ...part } };
    },
    latest: () => kept,
    parsed: () => null,
    ...{ pick: () => undefined, attach: () => undefined, take: () => undefined },
    ...{ takeOff: () => undefined, drop: () => undefined },
  };
  return { form, holds: () => kept.draft };
}

const record = (title: string) => `TY  - BOOK\nTI  - ${title}\nER  - \n`;

it.each([false, true])(
  'two records on a form that is mended: the first fills it in, the other is named',
  async (quotes) => {
    const { form, holds } = openForm();
    await giveToForm(form, { kind: 'record', text: `${record('Ferries')}\n${record('Tunnels')}` }, quotes);
    expect(holds().title).toBe('Ferries');
    const said = () => useNotices.getState().shown.map(({ message }) => message);
    expect(said()).toEqual([expect.stringContaining('2 records were pasted')]);
    expect(said()[0]).toContain('“Tunnels”');
    await giveToForm(form, { kind: 'record', text: record('Ferries') }, quotes);
    expect(said()).toEqual([]);
  },
);
