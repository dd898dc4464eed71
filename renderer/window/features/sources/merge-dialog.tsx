import { type FormEvent, useEffect, useState } from 'react';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import { RadioList } from '#renderer/window/ui/choices/segmented-choice.tsx';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { type Source, sourceKindLabels } from '#shared/domain/base/source.ts';
import { describeStandingWithReason } from '#shared/domain/base/source-standing.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { compareForMerge, type MergeField } from '#shared/domain/sources/merge-sources.ts';
import { formatDate } from '#shared/text/format/format-dates.ts';
import { capitalize } from '#shared/text/format/wording.ts';
import { getSourceFieldLabel } from './base/source-field-labels.ts';
import styles from './merge-dialog.module.css';
import { mergeWithNotice, useMergePair } from './merge-steps.ts';

/** Asks which of two sources is right in each field in which they contradict each other, and merges them. */
export function MergeDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const { review } = session;
  const { keptId, duplicateId } = useMergePair();
  const [fromDuplicate, setFromDuplicate] = useState<ReadonlySet<MergeField>>(new Set());
  const kept = review.sources.get(keptId);
  const duplicate = review.sources.get(duplicateId);
  // An undo can remove one of the two. An open dialog that renders nothing would block the keys of the window.
  const isGone = !kept || !duplicate;
  useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (isGone) return null;

  const kind = fromDuplicate.has('kind') ? duplicate.kind : kept.kind;
  const { conflicts, leftOut } = compareForMerge(review, kept, duplicate, kind);
  const choose = (field: MergeField, side: 'kept' | 'duplicate') => {
    const others = [...fromDuplicate].filter((other) => other !== field);
    setFromDuplicate(new Set(side === 'duplicate' ? [...others, field] : others));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mergeWithNotice(session, kept, duplicate, fromDuplicate)) onClose();
  };
  const leftOutValues = leftOut.map(
    ({ field, value }) => `${getSourceFieldLabel(field, kind)}: ${formatValue(review, field, value)}`,
  );
  return (
    <Dialog
      title="Merge sources"
      size="wide"
      onClose={onClose}
      onSubmit={submit}
      footer={<DialogFooter confirmLabel="Merge" onCancel={onClose} autoFocus="confirm" />}
    >
      <p>
        The two sources differ. Choose what the merged source says. Fields that only one of them has are kept,
        and so are the evidence and the files of both.
      </p>
      {conflicts.map((conflict) => (
        <RadioList
          key={conflict.field}
          label={getSourceFieldLabel(conflict.field, kind)}
          options={(['kept', 'duplicate'] as const).map((side) => ({
            value: side,
            label: formatAnswer(review, conflict.field, conflict[side], side === 'kept' ? kept : duplicate),
            hint: side === 'kept' ? 'This source' : 'The other source',
          }))}
          value={fromDuplicate.has(conflict.field) ? 'duplicate' : 'kept'}
          onChange={(side) => choose(conflict.field, side)}
        />
      ))}
      {leftOut.length > 0 && (
        <p className={styles.leftOut}>
          {`A source of the kind “${sourceKindLabels[kind]}” can’t have these values, so they are left out: ${leftOutValues.join('; ')}.`}
        </p>
      )}
    </Dialog>
  );
}

/** Formats what one source says. An unreliable standing has its day and reason, which are kept or left out with it. */
function formatAnswer(review: Review, field: MergeField, value: string, source: Source): string {
  if (field !== 'standing') return formatValue(review, field, value);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return capitalize(describeStandingWithReason(source, timeZone) ?? value);
}

const kindLabels = new Map<string, string>(Object.entries(sourceKindLabels));

function formatValue(review: Review, field: MergeField, value: string): string {
  if (field === 'derivedFrom') return review.sources.get(value)?.title ?? value;
  if (field === 'publishedAt' || field === 'accessedAt') return formatDate(value);
  if (field === 'primacy') return capitalize(value);
  return field === 'kind' ? (kindLabels.get(value) ?? value) : value;
}
