import { X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import {
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
} from 'react-aria-components';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { useKeyName } from '#renderer/window/state/keys.ts';
import { currentEditContext } from '#renderer/window/state/review/reviewer.ts';
import { useSession, useTable } from '#renderer/window/state/review/use-session.ts';
import { showPanel } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import optionList from '#renderer/window/ui/choices/option-list.module.css';
import fieldStyles from '#renderer/window/ui/fields/field.module.css';
import { getFieldDirection } from '#renderer/window/ui/fields/field-direction.ts';
import type { Claim } from '#shared/domain/base/claim.ts';
import { maxLineLength, normalizeLineInput } from '#shared/domain/base/primitives.ts';
import { type Tag, type TagColor, tagColors } from '#shared/domain/base/tag.ts';
import {
  chooseTagColor,
  createTag,
  findTagByName,
  listTags,
  listTagsOfClaim,
  setTag,
} from '#shared/domain/claims/tag-edits.ts';
import { capitalize, isolate } from '#shared/text/format/wording.ts';
import styles from './tags.module.css';

function TagLabel({ tag }: { tag: Pick<Tag, 'name' | 'color'> }) {
  return (
    <span className={`${styles.tag} tag-${tag.color}`}>
      <span className={styles.dot} aria-hidden="true" />
      <bdi className="ellipsis">{tag.name}</bdi>
    </span>
  );
}

interface TagColorChoiceProps {
  label: string;
  value: TagColor;
  onChange: (color: TagColor) => void;
}

/** One of the eight colours, each with its name; that of the chosen one is written beside them. */
export function TagColorChoice({ label, value, onChange }: TagColorChoiceProps) {
  return (
    <RadioGroup
      className={styles.colors}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const color = tagColors.find((one) => one === chosen);
        if (color) onChange(color);
      }}
    >
      <Label className={fieldStyles.label}>{label}</Label>
      <div className={`wrapping-row ${styles.swatches}`}>
        {tagColors.map((color) => (
          <Radio
            key={color}
            value={color}
            className={`${styles.swatch} has-hidden-input tag-${color}`}
            aria-label={capitalize(color)}
            data-tip={capitalize(color)}
          >
            <span className={styles.dot} aria-hidden="true" />
          </Radio>
        ))}
        <small aria-hidden="true">{capitalize(value)}</small>
      </div>
    </RadioGroup>
  );
}

interface TagInputProps {
  claims: readonly Claim[];
  inputRef: RefObject<HTMLInputElement | null>;
}

/** Finds a tag by what is typed and gives it to the claims, or makes a new one, in a colour that one can choose. Each is one step. */
function TagInput({ claims, inputRef }: TagInputProps) {
  const { review, apply } = useSession();
  const [typed, setTyped] = useState('');
  const [chosenColor, setChosenColor] = useState<TagColor | null>(null);
  const tags = listTags(review);
  const name = normalizeLineInput(typed);
  const isNew = name !== null && findTagByName(review, name) === undefined;
  const color = chosenColor ?? chooseTagColor(review);
  const query = typed.trim().toLowerCase();
  const isOnAll = ({ id }: Tag) => claims.every(({ tagIds }) => tagIds.includes(id));
  const options = tags.filter((tag) => !isOnAll(tag) && tag.name.toLowerCase().includes(query));

  const reset = () => {
    setTyped('');
    setChosenColor(null);
  };
  const give = (tag: Tag) => {
    if (apply(setTag(claims, tag.id, true))) reset();
  };
  const create = () => {
    if (name !== null && apply(createTag(review, { name, color }, claims, currentEditContext()))) reset();
  };
  /** Enter takes what is typed when the list has no entry with the focus. */
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const hasFocusedOption = event.currentTarget.getAttribute('aria-activedescendant') !== null;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || hasFocusedOption || name === null) return;
    event.preventDefault();
    const existing = findTagByName(review, name);
    if (existing) give(existing);
    else create();
  };

  return (
    <>
      <ComboBox
        className={fieldStyles.field}
        // It appears because somebody asked for it.
        autoFocus
        allowsCustomValue
        menuTrigger="focus"
        inputValue={typed}
        onInputChange={setTyped}
        selectedKey={null}
        onSelectionChange={(key) => {
          const tag = options.find(({ id }) => id === key);
          if (tag) give(tag);
        }}
        defaultFilter={() => true}
      >
        <Label className={fieldStyles.label}>Add a tag</Label>
        <Input
          ref={inputRef}
          className={fieldStyles.input ?? ''}
          dir={getFieldDirection(typed)}
          maxLength={maxLineLength}
          placeholder="Legal, Ask the author …"
          onKeyDown={onKeyDown}
        />
        <Popover className={optionList.popover}>
          <ListBox className={optionList.list}>
            {options.map((tag) => (
              <ListBoxItem key={tag.id} id={tag.id} textValue={tag.name} className={optionList.option}>
                <TagLabel tag={tag} />
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </ComboBox>
      {isNew && <TagColorChoice label="Colour of the new tag" value={color} onChange={setChosenColor} />}
      <div>
        {isNew && <Button onPress={create}>Create tag</Button>}
        {tags.length > 0 && (
          <Button kind="quiet" onPress={() => openDialog('tags')}>
            Manage tags…
          </Button>
        )}
      </div>
    </>
  );
}

/** Shows the card and focuses its field for tags, of the current claim or of the selected ones. */
export function focusTagField(): void {
  showPanel('card');
  useReviewView.setState({ card: { show: 'claim' }, tagFocusRequest: {} });
}

/** The tags of one claim, or of several at once: each can be taken away, and others can be given. Each is one step. */
export function TagField({ claims }: { claims: readonly Claim[] }) {
  const { review, apply, readOnly } = useSession();
  useTable('tags');
  const [isAdding, setIsAdding] = useState(false);
  const addKey = useKeyName('tagClaim');
  const input = useRef<HTMLInputElement>(null);
  const focusRequest = useReviewView((view) => view.tagFocusRequest);
  useEffect(() => {
    if (!focusRequest) return;
    useReviewView.setState({ tagFocusRequest: null });
    setIsAdding(true);
    input.current?.focus();
  }, [focusRequest]);

  const tags = listTags(review);
  const count = (tag: Tag) => claims.filter(({ tagIds }) => tagIds.includes(tag.id)).length;
  const given = tags.filter((tag) => count(tag) > 0);

  return (
    <div className={styles.field}>
      {given.length > 0 && (
        <ul className={`wrapping-row plain-list ${styles.chips}`} aria-label="Tags">
          {given.map((tag) => (
            <li key={tag.id} className={styles.chip}>
              <TagLabel tag={tag} />
              {claims.length > 1 && count(tag) < claims.length && (
                <span>
                  {' '}
                  ({count(tag)} of {claims.length})
                </span>
              )}
              {!readOnly && (
                <button
                  type="button"
                  className={`bare-button ${styles.remove}`}
                  aria-label={`Remove tag ${isolate(tag.name)}`}
                  onClick={() => {
                    if (apply(setTag(claims, tag.id, false))) input.current?.focus();
                  }}
                >
                  <X size={12} aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly &&
        (isAdding ? (
          <TagInput claims={claims} inputRef={input} />
        ) : (
          // A field with a list takes long to appear, and most claims get no tag.
          <div>
            <Button kind="quiet" shortcut={addKey} onPress={() => setIsAdding(true)}>
              Add a tag
            </Button>
          </div>
        ))}
    </div>
  );
}

/** The tags of a claim in its row of the list. In a narrow list their names are for screen readers and pointers alone. */
export function RowTags({ tagIds }: { tagIds: readonly string[] }) {
  const { review } = useSession();
  useTable('tags');
  const tags = listTagsOfClaim(review, { tagIds: [...tagIds] });
  return (
    <span
      className={`wrapping-row small-muted ${styles.rowTags}`}
      title={tags.map(({ name }) => name).join(', ')}
    >
      <span className="screen-reader-only">Tags: </span>
      {tags.map((tag, index) => (
        <span key={tag.id}>
          {index > 0 && <span className="screen-reader-only">, </span>}
          <TagLabel tag={tag} />
        </span>
      ))}
    </span>
  );
}
