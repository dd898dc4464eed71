import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Claim } from '../../../../shared/domain/claim';
import { maxLineLength, normalizeLineInput } from '../../../../shared/domain/primitives';
import type { Tag, TagColor } from '../../../../shared/domain/tag';
import {
  chooseTagColor,
  createTag,
  findTagByName,
  listTags,
  setTag,
} from '../../../../shared/domain/tags/tag-edits';
import { isolate } from '../../../../shared/text/format/isolate';
import { openDialog } from '../../../state/dialogs';
import { currentEditContext } from '../../../state/review/edit-context';
import { useSession, useTable } from '../../../state/review/use-session';
import { useReviewView } from '../../../state/view/review-view';
import { Button } from '../../../ui/button';
import optionList from '../../../ui/choices/option-list.module.css';
import fieldStyles from '../../../ui/fields/field.module.css';
import { getFieldDirection } from '../../../ui/fields/field-direction';
import { TagColorChoice } from './tag-color-choice';
import { TagLabel } from './tag-label';
import styles from './tags.module.css';

/**
 * The tags of one claim, or of several at once: each can be taken away, and typing finds another one or makes a new one, in a colour
 * that one can choose. Each is one step.
 */
export function TagField({ claims }: { claims: readonly Claim[] }) {
  const { review, apply, readOnly } = useSession();
  useTable('tags');
  const [typed, setTyped] = useState('');
  const [chosenColor, setChosenColor] = useState<TagColor | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const focusRequest = useReviewView((view) => view.tagFocusRequest);
  useEffect(() => {
    if (!focusRequest) return;
    useReviewView.setState({ tagFocusRequest: null });
    input.current?.focus();
  }, [focusRequest]);

  const tags = listTags(review);
  const count = (tag: Tag) => claims.filter(({ tagIds }) => tagIds.includes(tag.id)).length;
  const given = tags.filter((tag) => count(tag) > 0);
  const name = normalizeLineInput(typed);
  const isNew = name !== null && findTagByName(review, name) === undefined;
  const color = chosenColor ?? chooseTagColor(review);
  const query = typed.trim().toLowerCase();
  const options = tags.filter((tag) => count(tag) < claims.length && tag.name.toLowerCase().includes(query));

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
    <div className={styles.field}>
      {given.length > 0 && (
        <ul className={styles.chips} aria-label="Tags">
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
                  className={styles.remove}
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
      {!readOnly && (
        <>
          <ComboBox
            className={fieldStyles.field}
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
              ref={input}
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
      )}
    </div>
  );
}
