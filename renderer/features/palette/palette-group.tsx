import { useId } from 'react';
import { formatNumber } from '../../../shared/text/format/format-number';
import styles from './palette-dialog.module.css';
import type { PaletteItem } from './palette-items';
import type { ShownGroup } from './search-palette';

interface PaletteGroupViewProps {
  group: ShownGroup;
  /** The item that Enter runs. */
  markedId: string | undefined;
  getOptionId: (item: PaletteItem) => string;
  onRun: (item: PaletteItem) => void;
}

/** The items of the palette under one heading. */
export function PaletteGroupView({ group, markedId, getOptionId, onRun }: PaletteGroupViewProps) {
  const headingId = useId();
  const { title, items, moreCount } = group;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
    <div role="group" aria-labelledby={headingId}>
      <div className={styles.heading} role="presentation">
        <span id={headingId}>{title}</span>
        {moreCount > 0 && <small>{`${formatNumber(moreCount)} more: type to find them`}</small>}
      </div>
      {items.map((item) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the marked option
        <div
          key={item.id}
          id={getOptionId(item)}
          role="option"
          aria-selected={item.id === markedId}
          aria-disabled={item.obstacle !== null}
          className={styles.item}
          onClick={() => item.obstacle === null && onRun(item)}
        >
          <bdi className={styles.label} data-clip>
            {item.label}
          </bdi>
          <bdi className={styles.detail}>{item.obstacle ?? item.detail}</bdi>
          {item.keys !== undefined && <kbd className={styles.keys}>{item.keys}</kbd>}
        </div>
      ))}
    </div>
  );
}
