import { useState } from 'react';
import type { Source } from '../../../shared/domain/source';
import { findDuplicateGroups } from '../../../shared/domain/sources/merging/duplicate-sources';
import { useSession, useTable } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/choices/select-field';
import styles from './source-card.module.css';
import { mergeOrAsk } from './merge-steps';

/** The part of a source's card that merges a duplicate into it. Sources that look the same are suggested. */
export function MergeSection({ source, onUndo }: { source: Source; onUndo: () => void }) {
  const session = useSession();
  const { review } = session;
  useTable('sources');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const others = [...review.sources.values()].filter(({ id }) => id !== source.id);
  if (others.length === 0) return null;
  const group = findDuplicateGroups(review.sources.values()).find((each) => each.includes(source)) ?? [];
  const suggested = group.filter(({ id }) => id !== source.id);
  // A suggestion is preselected until the reviewer has chosen. The empty option counts as a choice; a merged source does not.
  const isChosenMerged = chosenId !== null && chosenId !== '' && !review.sources.has(chosenId);
  const duplicate = chosenId === null || isChosenMerged ? suggested[0] : review.sources.get(chosenId);
  const merge = () => {
    if (!duplicate || duplicate.id === source.id) return;
    mergeOrAsk(session, source, duplicate, onUndo);
  };
  const byTitle = others.toSorted((a, b) => a.title.localeCompare(b.title));
  return (
    <section className={styles.part} aria-label="Merge">
      <h3>Duplicate?</h3>
      {suggested.length > 0 && (
        <p className={styles.doubt}>
          It looks the same as “{suggested.map(({ title }) => title).join('”, “')}”.
        </p>
      )}
      <SelectField
        label="Same source as"
        options={[
          { value: '', label: 'Choose a source' },
          ...byTitle.map(({ id, title, author }) => ({
            value: id,
            label: author === null ? title : `${title} (${author})`,
          })),
        ]}
        value={duplicate?.id ?? ''}
        onChange={setChosenId}
      />
      <Button onPress={merge} isDisabled={!duplicate}>
        Merge into this one
      </Button>
    </section>
  );
}
