import type { EditedBlock } from '../../../shared/import/edited-blocks';
import { directionOf } from '../../../shared/text/characters/direction';
import { shorten } from '../../../shared/text/format/shorten';
import { SmallSelect } from '../../ui/choices/small-select';
import { kindChoices, kindOf } from './block-kinds';
import styles from './proposed-blocks.module.css';

/** UTF-16 units of a block that are shown at first: enough to know it. */
const shownUnits = 300;

interface ProposedBlockProps {
  block: EditedBlock;
  words: string;
  /** The language of the article. */
  language: string | null;
  /** Counted from 1. */
  number: number;
  /** Whether the page is another one than that of the block before. */
  beginsPage: boolean;
  /** Whether all its words are shown. */
  isWhole: boolean;
  onKind: (kind: string) => void;
  onLeaveOut: (isLeftOut: boolean) => void;
  onSplit: () => void;
  /** Null where there is nothing to join it with. */
  onJoin: (() => void) | null;
  onWhole: (isWhole: boolean) => void;
}

/** The id in the page of the button that splits a block. */
export function splitButtonId(blockId: string): string {
  return `split-${blockId}`;
}

/** One block with what can be done with it. */
export function ProposedBlock(props: ProposedBlockProps) {
  const {
    block,
    words,
    language,
    number,
    beginsPage,
    isWhole,
    onKind,
    onLeaveOut,
    onSplit,
    onJoin,
    onWhole,
  } = props;
  const { kind, page, isLeftOut } = block;
  const of = `Block ${number}`;
  const actions: { label: string; run: () => void; id?: string }[] = [
    { label: isLeftOut ? 'Take in again' : 'Leave out', run: () => onLeaveOut(!isLeftOut) },
    ...(isLeftOut ? [] : [{ label: 'Split', run: onSplit, id: splitButtonId(block.id) }]),
    ...(isLeftOut || !onJoin ? [] : [{ label: 'Join with next', run: onJoin }]),
    ...(words.length > shownUnits
      ? [{ label: isWhole ? 'Show less' : 'Show all', run: () => onWhole(!isWhole) }]
      : []),
  ];
  return (
    <div className={styles.row} data-left-out={isLeftOut || undefined}>
      <SmallSelect
        label={`Kind of block ${number}`}
        options={kindChoices}
        value={kindOf(block)}
        isDisabled={isLeftOut}
        onChange={onKind}
      />
      <div className={styles.block}>
        <p className={`${styles.words} ${styles[kind] ?? ''}`} lang="" dir={directionOf(words, language)}>
          {beginsPage && <small>Page {page}</small>}
          {isLeftOut && <small>Left out</small>}
          {isWhole || words.length <= shownUnits ? words : shorten(words, shownUnits)}
        </p>
        <p className={styles.actions}>
          {actions.map(({ label, run, id }) => (
            <button
              key={label === 'Take in again' ? 'Leave out' : label}
              id={id}
              type="button"
              aria-description={of}
              onClick={run}
            >
              {label}
            </button>
          ))}
        </p>
      </div>
    </div>
  );
}
