import { useState } from 'react';
import type { Source } from '../../../../shared/domain/source';
import { doublesAmong } from '../../../../shared/domain/sources/duplicate-sources';
import { useSession, useTable } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { Picker } from '../../../ui/choices/picker';
import { mergeOrAsk } from './merge-dialog';
import styles from './source-card.module.css';

/** Makes one source of this one and another that is the same; doubles are proposed. */
export function SourceMerge({ source, onUndo }: { source: Source; onUndo: () => void }) {
  const session = useSession();
  const { review } = session;
  useTable('sources');
  const [chosen, setChosen] = useState<string | null>(null);
  const others = [...review.sources.values()].filter(({ id }) => id !== source.id);
  if (others.length === 0) return null;
  const doubles = (
    doublesAmong(review.sources.values()).find((group) => group.includes(source)) ?? []
  ).filter(({ id }) => id !== source.id);
  // What looks double is proposed; what the reviewer chose counts, nothing included.
  const isMerged = chosen !== null && chosen !== '' && !review.sources.has(chosen);
  const double = chosen === null || isMerged ? doubles[0] : review.sources.get(chosen);
  const merge = () => {
    if (!double || double.id === source.id) return;
    mergeOrAsk(session, source, double, onUndo);
  };
  const byTitle = others.toSorted((a, b) => a.title.localeCompare(b.title));
  return (
    <section className={styles.part} aria-label="Merge">
      <h3>Double?</h3>
      {doubles.length > 0 && (
        <p className={styles.doubt}>
          It looks like the same as “{doubles.map(({ title }) => title).join('”, “')}”.
        </p>
      )}
      <Picker
        label="Same source as"
        options={[
          { value: '', label: 'Choose a source' },
          ...byTitle.map(({ id, title, author }) => ({
            value: id,
            label: author === null ? title : `${title} (${author})`,
          })),
        ]}
        value={double?.id ?? ''}
        onChange={setChosen}
      />
      <Button onPress={merge} isDisabled={!double}>
        Merge into this one
      </Button>
    </section>
  );
}
