import { type FormEvent, useEffect, useState } from 'react';
import { create } from 'zustand';
import type { Review } from '../../../../shared/domain/review/review';
import { type Source, sourceKindLabels } from '../../../../shared/domain/source';
import { mergeSources } from '../../../../shared/domain/sources/merge-sources';
import { compareForMerge, type MergeField } from '../../../../shared/domain/sources/merged-source';
import { fellTold } from '../../../../shared/domain/sources/withdrawn-source';
import { shownDate } from '../../../../shared/text/format/dates';
import { capitalized } from '../../../../shared/text/format/end-sentence';
import { openDialog } from '../../../state/dialogs';
import { mention } from '../../../state/notices';
import type { Session } from '../../../state/review/session';
import { useSession } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { RadioList } from '../../../ui/choices/radio-list';
import { Dialog } from '../../../ui/dialog/dialog';
import styles from './merge-dialog.module.css';

const fieldLabels: Record<MergeField, string> = {
  kind: 'Kind of source',
  title: 'Title',
  author: 'Author',
  publisher: 'Publisher',
  publishedAt: 'Published',
  accessedAt: 'Read on',
  url: 'URL',
  archiveUrl: 'Archived at',
  contact: 'Contact',
  primacy: 'Primary or secondary?',
  derivedFrom: 'Derived from',
  standing: 'Does it stand?',
};

const useMergePair = create<{ keptId: string; doubleId: string }>()(() => ({ keptId: '', doubleId: '' }));

function merge(
  { review, apply }: Session,
  [kept, double]: readonly [Source, Source],
  onUndo: () => void,
  fromDouble?: ReadonlySet<MergeField>,
): boolean {
  if (!apply(mergeSources(review, kept, double, fromDouble))) return false;
  mention(`“${double.title}” is part of this source now.`, { label: 'Undo', run: onUndo });
  return true;
}

/** Merges at once where the two sources do not contradict each other, and asks where they do. */
export function mergeOrAsk(session: Session, kept: Source, double: Source, onUndo: () => void): void {
  const { conflicts, leftOut } = compareForMerge(session.review, kept, double);
  if (conflicts.length === 0 && leftOut.length === 0) {
    merge(session, [kept, double], onUndo);
    return;
  }
  useMergePair.setState({ keptId: kept.id, doubleId: double.id });
  openDialog('mergeSources');
}

const kindLabels = new Map<string, string>(Object.entries(sourceKindLabels));

/** A value as the reviewer reads it elsewhere. */
function words(review: Review, field: MergeField, value: string): string {
  if (field === 'derivedFrom') return review.sources.get(value)?.title ?? value;
  if (field === 'publishedAt' || field === 'accessedAt') return shownDate(value);
  if (field === 'primacy') return capitalized(value);
  return field === 'kind' ? (kindLabels.get(value) ?? value) : value;
}

/** What one of the two says; that it fell is told with its day and the reason, which are kept or left with it. */
function answerOf(review: Review, field: MergeField, value: string, source: Source): string {
  if (field !== 'standing') return words(review, field, value);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return capitalized(fellTold(source, timeZone) ?? value);
}

interface MergeDialogProps {
  onUndo: () => void;
  onClose: () => void;
}

/** Asks which of two sources is right, field by field. */
export function MergeDialog({ onUndo, onClose }: MergeDialogProps) {
  const session = useSession();
  const { review } = session;
  const { keptId, doubleId } = useMergePair();
  const [fromDouble, setFromDouble] = useState<ReadonlySet<MergeField>>(new Set());
  const [kept, double] = [review.sources.get(keptId), review.sources.get(doubleId)];
  // Undone or loaded anew meanwhile: an open dialog that nobody sees would keep the keys from the window.
  const isGone = !kept || !double;
  useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (isGone) return null;

  const kind = fromDouble.has('kind') ? double.kind : kept.kind;
  const { conflicts, leftOut } = compareForMerge(review, kept, double, kind);
  const choose = (field: MergeField, side: 'kept' | 'double') => {
    const others = [...fromDouble].filter((other) => other !== field);
    setFromDouble(new Set(side === 'double' ? [...others, field] : others));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (merge(session, [kept, double], onUndo, fromDouble)) onClose();
  };
  return (
    <Dialog
      title="Merge sources"
      size="wide"
      onClose={onClose}
      onSubmit={submit}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" autoFocus>
            Merge
          </Button>
        </>
      }
    >
      <p>
        The two sources say different things. Choose what the merged one says; what only one of them says is
        kept, and so are the evidence and the files of both.
      </p>
      {conflicts.map((conflict) => (
        <RadioList
          key={conflict.field}
          label={fieldLabels[conflict.field]}
          options={(['kept', 'double'] as const).map((side) => ({
            value: side,
            label: answerOf(review, conflict.field, conflict[side], side === 'kept' ? kept : double),
            hint: side === 'kept' ? 'This source' : 'The other source',
          }))}
          value={fromDouble.has(conflict.field) ? 'double' : 'kept'}
          onChange={(side) => choose(conflict.field, side)}
        />
      ))}
      {leftOut.length > 0 && (
        <p className={styles.leftOut}>
          {`A source of the kind “${sourceKindLabels[kind]}” can’t hold these, so they are left out: ${leftOut
            .map(({ field, value }) => `${fieldLabels[field]}: ${words(review, field, value)}`)
            .join('; ')}.`}
        </p>
      )}
    </Dialog>
  );
}
