import type { EditedBlock } from '../../../shared/import/block-edits/edited-blocks';
import { detectDirection } from '../../../shared/text/characters/direction';
import { shorten } from '../../../shared/text/format/shorten';
import { NativeSelect } from '../../ui/choices/native-select';
import { getKindValue, kindOptions } from './block-kinds';
import styles from './block-editor.module.css';

/** A longer text is collapsed to this many UTF-16 code units: enough to recognize the block. */
const collapsedLength = 300;

interface BlockRowProps {
  block: EditedBlock;
  text: string;
  /** The language of the article. */
  language: string | null;
  /** Counted from 1. */
  number: number;
  /** The page that starts with this block, or when it starts in a recording; null for neither. */
  newPlace: string | null;
  isExpanded: boolean;
  onChangeKind: (kindValue: string) => void;
  onLeaveOut: (isLeftOut: boolean) => void;
  onSplit: () => void;
  /** Null when there is no block to join it with. */
  onJoin: (() => void) | null;
  onExpand: (isExpanded: boolean) => void;
}

interface BlockAction {
  /** Stays the same when the label changes, so that the button keeps the focus. */
  key: string;
  label: string;
  run: () => void;
  id?: string;
}

/** The id of the element that splits a block. */
export function getSplitButtonId(blockId: string): string {
  return `split-${blockId}`;
}

/** One block: its kind, its text, and what can be done with it. */
export function BlockRow(props: BlockRowProps) {
  const { block, text, language, number, newPlace, isExpanded, onChangeKind } = props;
  const { kind, isLeftOut } = block;
  return (
    <div className={styles.row} data-left-out={isLeftOut || undefined}>
      <NativeSelect
        label={`Kind of block ${number}`}
        options={kindOptions}
        value={getKindValue(block)}
        isDisabled={isLeftOut}
        onChange={onChangeKind}
      />
      <div className={styles.block}>
        <p className={`${styles.text} ${styles[kind] ?? ''}`} lang="" dir={detectDirection(text, language)}>
          {newPlace !== null && <small>{newPlace}</small>}
          {isLeftOut && <small>Left out</small>}
          {isExpanded || text.length <= collapsedLength ? text : shorten(text, collapsedLength)}
        </p>
        <p className={styles.actions}>
          {listActions(props).map(({ key, label, run, id }) => (
            <button key={key} id={id} type="button" aria-description={`Block ${number}`} onClick={run}>
              {label}
            </button>
          ))}
        </p>
      </div>
    </div>
  );
}

function listActions(props: BlockRowProps): BlockAction[] {
  const { block, text, isExpanded, onLeaveOut, onSplit, onJoin, onExpand } = props;
  const { isLeftOut } = block;
  const actions: (BlockAction | false)[] = [
    {
      key: 'leave out',
      label: isLeftOut ? 'Include again' : 'Leave out',
      run: () => onLeaveOut(!isLeftOut),
    },
    !isLeftOut && { key: 'split', label: 'Split', run: onSplit, id: getSplitButtonId(block.id) },
    !isLeftOut && onJoin !== null && { key: 'join', label: 'Join with next', run: onJoin },
    text.length > collapsedLength && {
      key: 'expand',
      label: isExpanded ? 'Show less' : 'Show all',
      run: () => onExpand(!isExpanded),
    },
  ];
  return actions.filter((action) => action !== false);
}
