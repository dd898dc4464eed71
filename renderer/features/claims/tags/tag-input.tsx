import { type KeyboardEvent, type RefObject, useState } from 'react';
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
import { openDialog } from '../../../state/dialogs';
import { currentEditContext } from '../../../state/review/edit-context';
import { useSession } from '../../../state/review/use-session';
import { Button } from '../../../ui/button';
import optionList from '../../../ui/choices/option-list.module.css';
import fieldStyles from '../../../ui/fields/field.module.css';
import { getFieldDirection } from '../../../ui/fields/field-direction';
import { TagColorChoice } from './tag-color-choice';
import { TagLabel } from './tag-label';

interface TagInputProps {
  claims: readonly Claim[];
  inputRef: RefObject<HTMLInputElement | null>;
}

/** Finds a tag by what is typed and gives it to the claims, or makes a new one, in a colour that one can choose. Each is one step. */
export function TagInput({ claims, inputRef }: TagInputProps) {
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
