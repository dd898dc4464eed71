import { stanceLabels, stances } from '../../../../shared/domain/evidence';
import { longestLine, longestProse } from '../../../../shared/domain/primitives';
import { Choices } from '../../../ui/choices/choices';
import { Field } from '../../../ui/fields/field';
import { stanceTones } from '../evidence/tones';
import type { SourceDraft } from './source-draft';

interface EvidenceFieldsetProps {
  draft: SourceDraft;
  change: (change: Partial<SourceDraft>) => void;
}

const choices = stances.map((stance) => ({
  value: stance,
  label: stanceLabels[stance],
  tone: stanceTones[stance],
}));

/** How the source bears on this claim, and where in it. */
export function EvidenceFieldset({ draft, change }: EvidenceFieldsetProps) {
  return (
    <>
      <Choices
        label="It says of this claim"
        choices={choices}
        value={draft.stance}
        onChange={(stance) => change({ stance })}
      />
      <Field
        label="Place in the source"
        maxLength={longestLine}
        value={draft.locator}
        onChange={(locator) => change({ locator })}
        placeholder="e.g. p. 14, table 3, 12:40"
      />
      <Field
        label="Quoted words"
        maxLength={longestProse}
        lines={2}
        value={draft.quote}
        onChange={(quote) => change({ quote })}
      />
      <Field
        label="Note on this evidence"
        maxLength={longestProse}
        lines={1}
        value={draft.note}
        onChange={(note) => change({ note })}
      />
    </>
  );
}
