import type { ClipboardEvent, CSSProperties, FormEvent, KeyboardEvent, ReactNode } from 'react';
import { Button } from '#renderer/window/ui/button.tsx';
import { DropZone } from '#renderer/window/ui/drop.tsx';
import { useNoticesHeight } from '#renderer/window/ui/notices-height.ts';
import { textFieldSelector } from '#renderer/window/ui/selectors.ts';
import listStyles from '../base/attachment-list.module.css';
import { FileRow } from '../base/attachment-list.tsx';
import { type EvidenceInput, readDroppedEvidence, readPastedEvidence } from '../base/evidence-input.ts';
import type { SourceFormState } from '../base/use-source-form.ts';
import styles from './source-form.module.css';

/** The files of the source. New ones are picked, or dropped or pasted anywhere on the form. */
export function FilesFieldset({ form, existingFiles }: { form: SourceFormState; existingFiles: ReactNode }) {
  const { files, picked } = form;
  const copiedCount = picked?.from === 'library' ? picked.librarySource.files : 0;
  return (
    <fieldset className={styles.group}>
      <legend>Files</legend>
      {existingFiles}
      {copiedCount > 0 && (
        <p className="small-muted">
          {copiedCount === 1 ? 'Its file is' : `Its ${copiedCount} files are`} copied from the other article.
        </p>
      )}
      {files.length > 0 && (
        <ul className={`plain-list ${listStyles.files}`} aria-label="New files">
          {files.map((file) => (
            <FileRow
              key={file.sha256}
              file={file}
              addedAt={null}
              state={undefined}
              renderButtons={(nameId) => (
                <Button kind="quiet" aria-describedby={nameId} onPress={() => form.removeFile(file)}>
                  Remove
                </Button>
              )}
            />
          ))}
        </ul>
      )}
      <Button onPress={form.pickFiles}>Attach files</Button>
      <p className="small-muted">Or drop them here, or paste a picture. Copies are kept with the article.</p>
    </fieldset>
  );
}

interface FormFrameProps {
  title: string;
  form: SourceFormState;
  saveLabel: string;
  isBusy?: boolean;
  onSubmit: () => void;
  /** Called with what was dropped on the form, or pasted outside of its fields. Files are taken from a paste into a field too. */
  onInput: (input: EvidenceInput) => void;
  /** Called when the form is closed. Its values are discarded, or kept to continue later. */
  onClose: (isDiscarded: boolean) => void;
  children: ReactNode;
}

/** The frame of a source form: title, buttons, Escape, and drop and paste anywhere on the form. */
export function FormFrame(props: FormFrameProps) {
  const { title, form, saveLabel, isBusy = false, onSubmit, onInput, onClose, children } = props;
  const noticesHeight = useNoticesHeight(({ pixels }) => pixels);
  const style: CSSProperties & Record<'--notices-height', string> = {
    '--notices-height': `${noticesHeight}px`,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && !form.isWaitingForFiles) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // The first Escape closes the list of suggestions. Escape keeps the values; only Cancel discards them.
    const isListOpen =
      event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
    event.preventDefault();
    if (!isListOpen) onClose(false);
  };
  const onPaste = (event: ClipboardEvent) => {
    const input = readPastedEvidence(event.clipboardData);
    const isInField = event.target instanceof Element && event.target.closest(textFieldSelector) !== null;
    if (!input || (isInField && input.kind !== 'files')) return;
    event.preventDefault();
    onInput(input);
  };
  return (
    <DropZone
      label="Drop to attach to this source"
      acceptsText
      onDrop={(dropped) => {
        const input = readDroppedEvidence(dropped);
        if (input) onInput(input);
      }}
    >
      <form
        id="claim-card"
        ref={form.element}
        className={styles.form}
        style={style}
        aria-label={title}
        onSubmit={submit}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      >
        <h2>{title}</h2>
        <div className={styles.fields}>{children}</div>
        <div className={`wrapping-row ${styles.buttons}`}>
          <Button onPress={() => onClose(true)}>Cancel</Button>
          <Button kind="primary" type="submit" isPending={isBusy || form.isWaitingForFiles}>
            {form.isWaitingForFiles ? 'Waiting for files…' : saveLabel}
          </Button>
        </div>
      </form>
    </DropZone>
  );
}
