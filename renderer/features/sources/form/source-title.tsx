import { type ClipboardEvent, useContext, useEffect } from 'react';
import {
  ComboBox,
  ComboBoxStateContext,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { longestLine } from '../../../../shared/domain/primitives';
import { sourceKindLabels, sourceStandingLabels } from '../../../../shared/domain/source';
import { isolate } from '../../../../shared/text/format/isolate';
import optionList from '../../../ui/choices/option-list.module.css';
import { directionInField } from '../../../ui/fields/direction-in-field';
import field from '../../../ui/fields/field.module.css';
import { Joined } from '../../../ui/text/joined';
import type { Suggestion } from './use-suggestions';

interface SourceTitleProps {
  label: string;
  suggestions: readonly Suggestion[];
  value: string;
  onChange: (value: string) => void;
  /** A known source was picked again. */
  onPick: (suggestion: Suggestion) => void;
  /** Text was pasted; it goes into the field all the same. */
  onPaste: (text: string) => void;
  problem: string | null;
  /** What the source is called as long as no title is typed; null when there is nothing. */
  standIn: string | null;
}

function factsOf({ source, articleTitle }: Suggestion): (string | false | null)[] {
  return [
    sourceKindLabels[source.kind],
    source.author,
    source.publisher,
    source.confidential && 'confidential',
    source.standing !== 'good' && sourceStandingLabels[source.standing].toLowerCase(),
    articleTitle !== null && `in “${isolate(articleTitle)}”`,
  ];
}

/** The list opens by itself only while one types; what other articles have comes in later. */
function Opener({ found, query }: { found: boolean; query: string }) {
  const state = useContext(ComboBoxStateContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: not again when it was closed by hand
  useEffect(() => {
    if (found && query !== '' && state?.isFocused && !state.isOpen) state.open(null, 'input');
  }, [found, query]);
  return null;
}

/** The source's name: typing one that is known offers it again; what is pasted may fill in the other fields. */
export function SourceTitle(props: SourceTitleProps) {
  const { label, suggestions, value, onChange, onPick, onPaste, problem, standIn } = props;
  const pasted = (event: ClipboardEvent) => onPaste(event.clipboardData.getData('text/plain'));
  return (
    <ComboBox
      className={field.field}
      allowsCustomValue
      menuTrigger="input"
      inputValue={value}
      onInputChange={onChange}
      defaultFilter={() => true}
      items={suggestions}
      isInvalid={problem !== null}
      validationBehavior="aria"
      autoFocus
      onChange={(key) => {
        const suggestion = suggestions.find(({ id }) => id === key);
        if (suggestion) onPick(suggestion);
      }}
    >
      <Label className={field.label}>{label}</Label>
      <Input className={field.input} dir={directionInField(value)} maxLength={longestLine} onPaste={pasted} />
      {problem === null && (
        <Text slot="description" className={field.hint}>
          {standIn === null
            ? 'Type a known one to pick it, or paste a link, DOI, reference, BibTeX, RIS or CSL-JSON.'
            : `Without a title it is called “${isolate(standIn)}”.`}
        </Text>
      )}
      <Opener found={suggestions.length > 0} query={value} />
      <FieldError className={field.problem}>{problem}</FieldError>
      <Popover className={optionList.popover}>
        <ListBox<Suggestion> className={optionList.list}>
          {(suggestion) => (
            <ListBoxItem id={suggestion.id} textValue={suggestion.source.title} className={optionList.option}>
              <bdi>{suggestion.source.title}</bdi>
              <small>
                <Joined parts={factsOf(suggestion)} />
              </small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
