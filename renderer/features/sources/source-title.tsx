import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { longestLine } from '../../../shared/domain/primitives';
import { type Source, sourceKindLabels } from '../../../shared/domain/source';
import field from '../../ui/field.module.css';
import optionList from '../../ui/option-list.module.css';

interface SourceTitleProps {
  label: string;
  sources: readonly Source[];
  value: string;
  onChange: (value: string) => void;
  /** A source of this article was picked again. */
  onPick: (source: Source) => void;
  problem: string | null;
}

function contains(text: string, input: string): boolean {
  return text.toLocaleLowerCase().includes(input.toLocaleLowerCase());
}

/** The source's name: typing one of this article's offers it again. */
export function SourceTitle({ label, sources, value, onChange, onPick, problem }: SourceTitleProps) {
  return (
    <ComboBox
      className={field.field}
      allowsCustomValue
      menuTrigger="input"
      inputValue={value}
      onInputChange={onChange}
      defaultFilter={contains}
      defaultItems={sources}
      isInvalid={problem !== null}
      validationBehavior="aria"
      autoFocus
      onChange={(key) => {
        const picked = sources.find(({ id }) => id === key);
        if (picked) onPick(picked);
      }}
    >
      <Label className={field.label}>{label}</Label>
      <Input className={field.input} maxLength={longestLine} />
      <FieldError className={field.problem}>{problem}</FieldError>
      <Popover className={optionList.popover}>
        <ListBox<Source> className={optionList.list}>
          {(source) => (
            <ListBoxItem id={source.id} textValue={source.title} className={optionList.option}>
              {source.title}
              <small>
                {[sourceKindLabels[source.kind], source.author, source.publisher].filter(Boolean).join(' · ')}
              </small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
