import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { markFilesRestored } from '#renderer/window/state/files/file-states.ts';
import { attachPickedFiles, storeFiles } from '#renderer/window/state/files/vault.ts';
import type { StoredFile } from '#shared/domain/base/attachment.ts';
import { showDuplicateFiles } from './attachment-list.tsx';
import {
  type ParsedSourceForm,
  parseSourceForm,
  type SourceFormErrors,
  type SourceFormValues,
} from './source-form-values.ts';
import {
  discardForm,
  findForm,
  type PickedSource,
  setForm,
  type UnsavedForm,
  useUnsavedForm,
} from './unsaved-forms.ts';

/**
 * Adds files to a form when they are stored. They are ignored if the form was saved or cancelled in the meantime. `getUpdate`
 * returns what else changes in the form then.
 */
export async function addFormFiles(
  articleId: string,
  formId: string,
  incoming: Promise<StoredFile[]>,
  getUpdate: (form: UnsavedForm, added: readonly StoredFile[]) => Partial<UnsavedForm> = () => ({}),
): Promise<void> {
  const before = findForm(articleId, formId);
  if (!before) return;
  setForm(formId, { ...before, pendingAdditions: before.pendingAdditions + 1 });
  const added = await incoming;
  const form = findForm(articleId, formId);
  if (form?.token !== before.token) return;
  showDuplicateFiles(added, form.files);
  markFilesRestored(added);
  setForm(formId, {
    ...form,
    pendingAdditions: form.pendingAdditions - 1,
    files: removeDuplicates([...form.files, ...added]),
    ...getUpdate(form, added),
  });
}

/** Keeps the first file of those with the same content. */
function removeDuplicates(files: readonly StoredFile[]): StoredFile[] {
  const hashes = new Set<string>();
  return files.filter(({ sha256 }) => hashes.size < hashes.add(sha256).size);
}

export interface SourceFormState extends UnsavedForm {
  errors: SourceFormErrors;
  element: RefObject<HTMLFormElement | null>;
  /** Whether files are still being stored. The form cannot be saved before that is done. */
  isWaitingForFiles: boolean;
  change(changed: Partial<SourceFormValues>): void;
  pick(picked: PickedSource, values: Partial<SourceFormValues>): void;
  /** Lets the person pick files and adds them. */
  pickFiles(): void;
  addFiles(files: readonly File[]): void;
  removeFile(file: StoredFile): void;
  /** The parsed values; null when there are errors, and then the first invalid field gets the focus. */
  parse(): ParsedSourceForm | null;
  /** The form as it is now, for work that ends later; null once it was saved or cancelled. */
  getLatest(): UnsavedForm | null;
  discard(): void;
}

/** The state of a source form. It survives going elsewhere: values are kept until they are saved or cancelled. */
export function useSourceForm(
  formId: string,
  articleId: string,
  createInitial: () => UnsavedForm,
): SourceFormState {
  const [initial] = useState(createInitial);
  const form = useUnsavedForm(articleId, formId) ?? initial;
  const [errors, setErrors] = useState<SourceFormErrors>({});
  const element = useRef<HTMLFormElement>(null);

  const getUnsaved = () => findForm(articleId, formId);
  const getLatest = () => {
    const latest = getUnsaved();
    return latest?.token === form.token ? latest : null;
  };
  const update = (getUpdate: (form: UnsavedForm) => Partial<UnsavedForm>) => {
    const latest = getUnsaved() ?? form;
    setForm(formId, { ...latest, ...getUpdate(latest) });
  };

  const change = (changed: Partial<SourceFormValues>) => {
    update(({ values, picked }) => ({
      values: { ...values, ...changed },
      // Typing another title over a picked source means another source.
      picked: changed.title === undefined || changed.title === values.title ? picked : null,
    }));
    setErrors({});
  };

  const add = (incoming: Promise<StoredFile[]>) => {
    if (!getUnsaved()) setForm(formId, form);
    void addFormFiles(articleId, formId, incoming);
  };

  return {
    ...form,
    errors,
    element,
    isWaitingForFiles: form.pendingAdditions > 0,
    change,
    pick: (picked, values) =>
      update((before) => ({
        values: { ...before.values, ...values },
        initialValues: { ...before.initialValues, ...values },
        picked,
      })),
    pickFiles: () => add(attachPickedFiles(articleId)),
    addFiles: (files) => add(storeFiles(articleId, files)),
    removeFile: (file) => update(({ files }) => ({ files: files.filter((other) => other !== file) })),
    parse() {
      const parsed = parseSourceForm(form.values);
      if (parsed.ok) return parsed;
      flushSync(() => setErrors(parsed.errors));
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return null;
    },
    getLatest,
    discard: () => discardForm(articleId, formId),
  };
}
