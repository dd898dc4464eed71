import { useState } from 'react';
import {
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import type { ArticleForm, ArticleFormErrors } from '#renderer/window/state/library/article-form.ts';
import optionList from '#renderer/window/ui/choices/option-list.module.css';
import field from '#renderer/window/ui/fields/field.module.css';
import { Field } from '#renderer/window/ui/fields/field.tsx';
import { maxLineLength } from '#shared/domain/base/primitives.ts';
import { foldForSearch, foldQueryWords } from '#shared/text/characters/folding.ts';
import { type KnownLanguage, listKnownLanguages, nameLanguage } from '#shared/text/languages.ts';
import styles from './article-fieldset.module.css';

interface LanguageFieldProps {
  /** A BCP 47 tag, or what is typed. */
  value: string;
  onChange: (value: string) => void;
  error: string | null;
  isReadOnly: boolean;
  autoFocus: boolean;
}

function findLanguages(query: string): readonly KnownLanguage[] {
  const words = foldQueryWords(query);
  return listKnownLanguages().filter(({ tag, name, ownName }) =>
    words.every((word) => foldForSearch(`${tag}\n${name}\n${ownName}`).includes(word)),
  );
}

/** The language of an article: a tag, or a language that is found by its name. The name of the tag is below it. */
function LanguageField({ value, onChange, error, isReadOnly, autoFocus }: LanguageFieldProps) {
  // A field with a list takes long to appear, and few people change the language.
  const [hasFocus, setHasFocus] = useState(false);
  const options = hasFocus ? findLanguages(value) : [];
  const name = nameLanguage(value.trim());
  return (
    <ComboBox
      className={field.field}
      allowsCustomValue
      menuTrigger="input"
      inputValue={value}
      onInputChange={onChange}
      selectedKey={null}
      onSelectionChange={(key) => {
        const chosen = options.find(({ tag }) => tag === key);
        if (chosen) onChange(chosen.tag);
      }}
      defaultFilter={() => true}
      isInvalid={error !== null}
      validationBehavior="aria"
      isReadOnly={isReadOnly}
      onFocusChange={setHasFocus}
      autoFocus={autoFocus}
    >
      <Label className={field.label}>Language</Label>
      <Input className={field.input ?? ''} dir="ltr" placeholder="e.g. German or en-GB" />
      {error === null && name !== null && (
        <Text slot="description" className={field.hint}>
          {name}
        </Text>
      )}
      <FieldError className={field.error}>{error}</FieldError>
      <Popover className={optionList.popover}>
        <ListBox className={optionList.list}>
          {options.map(({ tag, name, ownName }) => (
            <ListBoxItem key={tag} id={tag} textValue={name} className={optionList.option}>
              {name}
              {ownName !== name && (
                <>
                  {' · '}
                  <bdi lang={tag}>{ownName}</bdi>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

interface ArticleFieldsetProps {
  form: ArticleForm;
  onChange: (changed: Partial<ArticleForm>) => void;
  errors: ArticleFormErrors;
  isReadOnly?: boolean;
  /** The field that has the focus at first; null for another one of the dialog. */
  firstFocus?: 'title' | 'link' | 'language' | null;
}

export function ArticleFieldset(props: ArticleFieldsetProps) {
  const { form, onChange, errors, isReadOnly = false, firstFocus = 'title' } = props;
  const field = (name: keyof ArticleForm) => ({
    value: form[name],
    onChange: (value: string) => onChange({ [name]: value }),
    error: errors[name] ?? null,
    isReadOnly,
  });
  return (
    <div className={styles.fields}>
      <Field label="Title" maxLength={maxLineLength} {...field('title')} autoFocus={firstFocus === 'title'} />
      <Field label="Byline" maxLength={maxLineLength} {...field('byline')} />
      <Field label="Link" {...field('link')} autoFocus={firstFocus === 'link'} />
      <div className={styles.pair}>
        <Field label="Published" {...field('publishedAt')} placeholder="e.g. 2026-11-24" />
        <LanguageField {...field('language')} autoFocus={firstFocus === 'language'} />
      </div>
    </div>
  );
}
