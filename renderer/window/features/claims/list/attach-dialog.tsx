import { type FormEvent, useEffect, useState } from 'react';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import { getSelectedClaims } from '#renderer/window/state/view/selected-claims.ts';
import { SegmentedChoice } from '#renderer/window/ui/choices/segmented-choice.tsx';
import { SelectField } from '#renderer/window/ui/choices/select-field.tsx';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { type Stance, stanceLabels, stances } from '#shared/domain/base/evidence.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { attachToSelected } from './edit-selected.ts';

const stanceOptions = [
  { value: 'byVerdict' as const, label: 'By verdict' },
  ...stances.map((stance) => ({ value: stance, label: stanceLabels[stance] })),
];

/** Asks which source of the article is added to the selected claims. It begins with the one that was used last. */
export function AttachDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const { review } = session;
  const sources = [...review.sources.values()].sort((a, b) => a.title.localeCompare(b.title));
  const lastUsed = [...review.evidence.values()].at(-1)?.sourceId;
  const [sourceId, setSourceId] = useState(lastUsed ?? sources[0]?.id ?? '');
  const [stance, setStance] = useState<Stance | 'byVerdict'>('byVerdict');
  const count = getSelectedClaims(session).length;
  // An undo can take the source or the claims away. An open dialog that renders nothing would block the keys of the window.
  const isGone = count === 0;
  useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (isGone) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosenStance = stance === 'byVerdict' ? null : stance;
    if (review.sources.has(sourceId) && attachToSelected(session, sourceId, chosenStance)) onClose();
  };
  return (
    <Dialog
      title={`Add a source to ${formatCount(count, 'claim')}`}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <DialogFooter
          confirmLabel="Add source"
          onCancel={onClose}
          isDisabled={sources.length === 0}
          autoFocus={sources.length === 0 ? 'cancel' : 'confirm'}
        />
      }
    >
      {sources.length === 0 ? (
        <p>This article has no sources yet. Add the first one to a single claim.</p>
      ) : (
        <>
          <SelectField
            label="Source"
            options={sources.map(({ id, title }) => ({ value: id, label: title }))}
            value={sourceId}
            onChange={setSourceId}
          />
          <SegmentedChoice
            label="What it says of the claims"
            options={stanceOptions}
            value={stance}
            onChange={setStance}
          />
          {stance === 'byVerdict' && (
            <p>
              It supports verified claims and refutes disputed ones; for the others it is context. It follows
              the next verdict of each claim.
            </p>
          )}
          <p>Claims that have this source already stay as they are.</p>
        </>
      )}
    </Dialog>
  );
}
