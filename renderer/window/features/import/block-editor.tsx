import { nanoid } from 'nanoid';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Button } from '#renderer/window/ui/button.tsx';
import { NativeSelect } from '#renderer/window/ui/choices/native-select.tsx';
import { VirtualList } from '#renderer/window/ui/lists/virtual-list.tsx';
import { getPressedKey } from '#renderer/window/ui/pressed-key.ts';
import { textFieldSelector } from '#renderer/window/ui/selectors.ts';
import { type Block, describeNewPlace } from '#shared/domain/base/draft.ts';
import { describeLeftOut } from '#shared/import/edits/describe-left-out.ts';
import {
  type EditedBlock,
  getBlockText,
  joinWithNext,
  setLeftOut,
} from '#shared/import/edits/edited-blocks.ts';
import { splitBlock } from '#shared/import/edits/split-block.ts';
import { applyWholeEdits, type WholeProposal } from '#shared/import/edits/whole-proposal.ts';
import { type Direction, detectDirection } from '#shared/text/characters/direction.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { shorten } from '#shared/text/format/wording.ts';
import { listKeys } from '#shared/text/sequences/records.ts';
import styles from './block-editor.module.css';
import { getRowKey, listRows } from './block-rows.ts';

/** The level of a heading for which none was stored. */
const defaultHeadingLevel = 2;

type KindWithoutLevel = Exclude<Block['kind'], 'heading'>;

/** In the order in which they are listed. */
const otherKindLabels: Record<Exclude<KindWithoutLevel, 'paragraph'>, string> = {
  quote: 'Quote',
  listItem: 'List item',
  caption: 'Caption',
  tableRow: 'Table row',
  note: 'Note',
};

const createOption = (kind: KindWithoutLevel, label: string) => ({
  value: kind,
  label,
  fields: { kind, level: null },
});

/** The kinds that a block can have, each level of heading on its own. */
const kindOptions = [
  createOption('paragraph', 'Paragraph'),
  ...[1, 2, 3, 4, 5, 6].map((level) => ({
    value: `heading${level}`,
    label: `Heading ${level}`,
    fields: { kind: 'heading' as const, level },
  })),
  ...listKeys(otherKindLabels).map((kind) => createOption(kind, otherKindLabels[kind])),
];

/** The value of the option for the kind of a block. */
function getKindValue({ kind, level }: Pick<Block, 'kind' | 'level'>): string {
  return kind === 'heading' ? `heading${level ?? defaultHeadingLevel}` : kind;
}

/** Sets the kind of a block to the option with the value. */
function setBlockKind<T extends Pick<Block, 'kind' | 'level'>>(block: T, value: string): T {
  return { ...block, ...kindOptions.find((option) => option.value === value)?.fields };
}

/** A longer text is collapsed to this many UTF-16 code units: enough to recognize the block. */
const collapsedLength = 300;

interface BlockAction {
  /** Stays the same when the label changes, so that the button keeps the focus. */
  key: string;
  label: string;
  run: () => void;
  id?: string;
}

interface BlockRowProps {
  block: EditedBlock;
  text: string;
  language: string | null;
  /** Counted from 1. */
  number: number;
  /** The page that starts with this block, or when it starts in a recording; null for neither. */
  newPlace: string | null;
  isExpanded: boolean;
  /** False for an action that is not possible. */
  actions: readonly (BlockAction | false)[];
  onChangeKind: (kindValue: string) => void;
}

/** The id of the element that splits a block. */
function getSplitButtonId(blockId: string): string {
  return `split-${blockId}`;
}

/** One block: its kind, its text, and what can be done with it. */
function BlockRow(props: BlockRowProps) {
  const { block, text, language, number, newPlace, isExpanded, actions, onChangeKind } = props;
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
        <p className={`wrapping-row ${styles.actions}`}>
          {actions
            .filter((action) => action !== false)
            .map(({ key, label, run, id }) => (
              <button key={key} id={id} type="button" aria-description={`Block ${number}`} onClick={run}>
                {label}
              </button>
            ))}
        </p>
      </div>
    </div>
  );
}

/** Says what is lost with the blocks that the reviewer leaves out. It is a live region, so that changes are announced. */
function LeftOutNote({ whole, blocks }: { whole: WholeProposal; blocks: readonly EditedBlock[] }) {
  const text = useMemo(() => {
    // Checked first, because applying the edits takes a while in a long article.
    if (!blocks.some(({ isLeftOut }) => isLeftOut) && whole.leftOutIds.size === 0) return '';
    const edited = applyWholeEdits(whole, blocks);
    return edited
      ? describeLeftOut(edited.leftOut)
          .map((item) => `${item}.`)
          .join(' ')
      : 'Every block is left out. Include at least one to go on.';
  }, [whole, blocks]);
  return (
    <p
      role="status"
      aria-label="What is lost with blocks left out"
      className={`small-muted ${styles.leftOut}`}
    >
      {text}
    </p>
  );
}

/** How much of the text is shown, in UTF-16 code units: enough to recognize a menu or a list of links. */
const excerptLength = 120;

interface LeftOutRunProps {
  /** The texts of the blocks. */
  texts: readonly string[];
  onShow: () => void;
}

/** Blocks in a row that the importer left out, as one row. */
function LeftOutRun({ texts, onShow }: LeftOutRunProps) {
  const excerpt = shorten(texts.slice(0, 20).join(' · '), excerptLength);
  return (
    <div className={`small-muted ${styles.run}`}>
      <p>{`${formatCount(texts.length, 'block')} left out: ${excerpt}`}</p>
      <p className={`wrapping-row ${styles.actions}`}>
        <button type="button" onClick={onShow}>
          Show them
        </button>
      </p>
    </div>
  );
}

interface SplitFieldProps {
  text: string;
  dir: Direction;
  /** Called with the UTF-16 offset in the text at which the next block begins. */
  onSplit: (offset: number) => void;
  onCancel: () => void;
}

/** The text of a block with a caret that says where it is split. The text itself cannot be edited. */
function SplitField({ text, dir, onSplit, onCancel }: SplitFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const split = () => onSplit(field.current?.selectionStart ?? 0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') split();
    else if (event.key === 'Escape') onCancel();
    else return;
    // The keys must neither submit nor close the dialog.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.splitting}>
      <textarea
        ref={field}
        aria-label="Where to split the block"
        aria-describedby="split-hint"
        value={text}
        dir={dir}
        // biome-ignore lint/a11y/noAutofocus: the field replaces the button that was just pressed
        autoFocus
        spellCheck={false}
        onFocus={({ currentTarget }) => currentTarget.setSelectionRange(0, 0)}
        // A read-only field would show no caret, so edits are prevented instead.
        onBeforeInput={(event) => event.preventDefault()}
        onPaste={(event) => event.preventDefault()}
        onDrop={(event) => event.preventDefault()}
        onChange={() => undefined}
        onKeyDown={onKeyDown}
      />
      <p className={`wrapping-row ${styles.actions}`}>
        <span id="split-hint">Put the cursor where the next block begins, then press Enter.</span>
        <Button onPress={onCancel}>Don’t split</Button>
        <Button kind="primary" onPress={split}>
          Split here
        </Button>
      </p>
    </div>
  );
}

interface BlockEditorProps {
  whole: WholeProposal;
  blocks: readonly EditedBlock[];
  onChange: (blocks: readonly EditedBlock[]) => void;
  /** Whether the blocks are being imported. Edits would be lost then, so none are possible. */
  isBusy: boolean;
}

/**
 * The imported text, block by block: their kinds can be changed, and blocks can be left out, split and joined. Many that the importer
 * left out are one row.
 */
export function BlockEditor({ whole, blocks, onChange, isBusy }: BlockEditorProps) {
  const { proposal, leftOutIds } = whole;
  const { text, blocks: originalBlocks, language } = proposal;
  const [splittingId, setSplittingId] = useState<string | null>(null);
  const [expandedIds, setExpandedIds] = useState<ReadonlySet<string>>(new Set());
  const [shownIds, setShownIds] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => listRows(blocks, leftOutIds, shownIds), [blocks, leftOutIds, shownIds]);
  const [undoStack, setUndoStack] = useState<readonly (readonly EditedBlock[])[]>([]);
  const change = (changed: EditedBlock[] | null) => {
    if (!changed) return;
    setUndoStack([...undoStack, blocks]);
    onChange(changed);
  };
  /** Ctrl+Z undoes the last edit of the blocks. In a text field it undoes typing. */
  const onKeyDown = (event: KeyboardEvent) => {
    const isUndo =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && getPressedKey(event.nativeEvent) === 'z';
    const before = undoStack.at(-1);
    const isInField = event.target instanceof Element && event.target.closest(textFieldSelector) !== null;
    if (!isUndo || !before || isInField) return;
    event.preventDefault();
    setUndoStack(undoStack.slice(0, -1));
    setSplittingId(null);
    onChange(before);
  };
  /** Makes a change that removes the focused button. The Split button of the block gets the focus then. */
  const changeAndFocus = (id: string, changed: EditedBlock[] | null) => {
    setSplittingId(null);
    change(changed);
    requestAnimationFrame(() => {
      const focused = document.activeElement;
      if (focused === document.body || focused?.getAttribute('role') === 'dialog')
        document.getElementById(getSplitButtonId(id))?.focus();
    });
  };
  const expand = (id: string, isExpanded: boolean) =>
    setExpandedIds((before) => {
      const others = [...before].filter((other) => other !== id);
      return new Set(isExpanded ? [...others, id] : others);
    });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key undoes what the buttons in it do
    <div className={styles.editor} inert={isBusy} onKeyDown={onKeyDown}>
      <VirtualList
        label="Imported text"
        items={rows}
        getKey={getRowKey}
        estimatedRowHeight={84}
        className={styles.scroller}
        isFocusable
      >
        {(row) => {
          if (row.kind === 'leftOut')
            return (
              <LeftOutRun
                texts={row.blocks.map((block) => getBlockText(text, block))}
                onShow={() => setShownIds(new Set([...shownIds, ...row.blocks.map(({ id }) => id)]))}
              />
            );
          const { block, index } = row;
          const blockText = getBlockText(text, block);
          const { id } = block;
          if (splittingId === id)
            return (
              <SplitField
                text={blockText}
                dir={detectDirection(blockText, language)}
                onSplit={(offset) => changeAndFocus(id, splitBlock(text, blocks, index, offset, nanoid))}
                onCancel={() => changeAndFocus(id, null)}
              />
            );
          const next = blocks[index + 1];
          const { isLeftOut } = block;
          const isExpanded = expandedIds.has(id);
          return (
            <BlockRow
              block={block}
              text={blockText}
              language={language}
              number={index + 1}
              newPlace={describeNewPlace(block, blocks[index - 1], 'Page')}
              isExpanded={isExpanded}
              actions={[
                {
                  key: 'leave out',
                  label: isLeftOut ? 'Include again' : 'Leave out',
                  run: () => change(setLeftOut(blocks, index, !isLeftOut)),
                },
                !isLeftOut && {
                  key: 'split',
                  label: 'Split',
                  run: () => setSplittingId(id),
                  id: getSplitButtonId(id),
                },
                !isLeftOut &&
                  next?.isLeftOut === false && {
                    key: 'join',
                    label: 'Join with next',
                    run: () => changeAndFocus(id, joinWithNext(text, originalBlocks, blocks, index)),
                  },
                blockText.length > collapsedLength && {
                  key: 'expand',
                  label: isExpanded ? 'Show less' : 'Show all',
                  run: () => expand(id, !isExpanded),
                },
              ]}
              onChangeKind={(kind) => change(blocks.with(index, setBlockKind(block, kind)))}
            />
          );
        }}
      </VirtualList>
      <LeftOutNote whole={whole} blocks={blocks} />
    </div>
  );
}
