import { type ClipboardEvent, useContext, useEffect } from 'react';
import { ComboBox, ComboBoxStateContext, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { maxLineLength } from '../../../../shared/domain/primitives';
import { sourceKindLabels, sourceStandingLabels } from '../../../../shared/domain/source';
import { isReliable } from '../../../../shared/domain/sources/source-standing';
import { isolate } from '../../../../shared/text/format/isolate';
import optionListStyles from '../../../ui/choices/option-list.module.css';
import { getFieldDirection } from '../../../ui/fields/field-direction';
import fieldStyles from '../../../ui/fields/field.module.css';
import { InlineList } from '../../../ui/text/inline-list';
import type { Suggestion } from './use-suggestions';

interface TitleFieldProps {
  label: string;
  suggestions: readonly Suggestion[];
  value: string;
  onChange: (value: string) => void;
  /** Called when a known source was picked. */
  onPick: (suggestion: Suggestion) => void;
  /** Called with the pasted text, which also goes into the field. */
  onPaste: (text: string) => void;
  error: string | null;
  /** The name of the source while no title is typed; null when it has none. */
  fallbackTitle: string | null;
}

/** The title of a source. Typing suggests known sources; a paste can fill in the other fields. */
export function TitleField(props: TitleFieldProps) {
  const { label, suggestions, value, onChange, onPick, onPaste, error, fallbackTitle } = props;
  return (
    <ComboBox
      className={fieldStyles.field}
      allowsCustomValue
      menuTrigger="input"
      inputValue={value}
      onInputChange={onChange}
      defaultFilter={() => true}
      items={suggestions}
      isInvalid={error !== null}
      validationBehavior="aria"
      autoFocus
      onChange={(key) => {
        const suggestion = suggestions.find(({ id }) => id === key);
        if (suggestion) onPick(suggestion);
      }}
    >
      <Label className={fieldStyles.label}>{label}</Label>
      <Input
        className={fieldStyles.input}
        dir={getFieldDirection(value)}
        maxLength={maxLineLength}
        onPaste={(event: ClipboardEvent) => onPaste(event.clipboardData.getData('text/plain'))}
      />
      {error === null && (
        <Text slot="description" className={fieldStyles.hint}>
          {fallbackTitle === null
            ? 'Type to find a known source, or paste a link, DOI, reference, BibTeX, RIS or CSL-JSON.'
            : `Without a title it is called “${isolate(fallbackTitle)}”.`}
        </Text>
      )}
      <SuggestionOpener hasSuggestions={suggestions.length > 0} query={value} />
      <FieldError className={fieldStyles.error}>{error}</FieldError>
      <Popover className={optionListStyles.popover}>
        <ListBox<Suggestion> className={optionListStyles.list}>
          {(suggestion) => (
            <ListBoxItem
              id={suggestion.id}
              textValue={suggestion.source.title}
              className={optionListStyles.option}
            >
              <bdi>{suggestion.source.title}</bdi>
              <small>
                <InlineList parts={listFacts(suggestion)} />
              </small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Opens the list while the person types, also when suggestions from other articles arrive later. */
function SuggestionOpener({ hasSuggestions, query }: { hasSuggestions: boolean; query: string }) {
  const state = useContext(ComboBoxStateContext);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that the person closed stays closed
  useEffect(() => {
    if (hasSuggestions && query !== '' && state?.isFocused && !state.isOpen) state.open(null, 'input');
  }, [hasSuggestions, query]);
  return null;
}

function listFacts({ source, articleTitle }: Suggestion): (string | false | null)[] {
  return [
    sourceKindLabels[source.kind],
    source.author,
    source.publisher,
    source.confidential && 'confidential',
    !isReliable(source) && sourceStandingLabels[source.standing].toLowerCase(),
    articleTitle !== null && `in “${isolate(articleTitle)}”`,
  ];
}
