import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { KeptFile } from '../../../../shared/domain/attachment';
import { keepFiles, pickFiles } from '../../../state/files/vault';
import { addFiles } from './form-files';
import { beginForm, dropForm, type KeptForm, keepForm, type Picked, useKeptForms } from './kept-forms';
import { type ParsedDraft, parseDraft, type SourceDraft, type SourceProblems } from './source-draft';

export interface SourceFormState extends KeptForm {
  problems: SourceProblems;
  element: RefObject<HTMLFormElement | null>;
  /** Whether files are being attached to it: it can't be saved before they are there. */
  isWaiting: boolean;
  change(part: Partial<SourceDraft>): void;
  pick(picked: Picked, draft: Partial<SourceDraft>): void;
  attach(): void;
  take(files: readonly File[]): void;
  takeOff(file: KeptFile): void;
  /** What is filled in, or null: then the first field with a problem has the focus. */
  parsed(): ParsedDraft | null;
  /** The form as it is by now; null once it was saved or cancelled, whatever comes in late. */
  latest(): KeptForm | null;
  drop(): void;
}

/** A source form that survives going elsewhere: what is filled in is kept until it is saved or cancelled. */
export function useForm(formId: string, articleId: string, fresh: () => SourceDraft): SourceFormState {
  const [initial] = useState(() => beginForm(articleId, fresh()));
  const form = useKeptForms((forms) => forms[formId]) ?? initial;
  const [problems, setProblems] = useState<SourceProblems>({});
  const element = useRef<HTMLFormElement>(null);

  const kept = () => useKeptForms.getState()[formId];
  const latest = () => {
    const now = kept();
    return now?.token === form.token ? now : null;
  };
  const update = (next: (form: KeptForm) => Partial<KeptForm>) => {
    const now = kept() ?? form;
    keepForm(formId, { ...now, ...next(now) });
  };

  const change = (part: Partial<SourceDraft>) => {
    update(({ draft, picked }) => ({
      draft: { ...draft, ...part },
      // Another title typed over a picked source means another source.
      picked: part.title === undefined || part.title === draft.title ? picked : null,
    }));
    setProblems({});
  };

  const add = (coming: Promise<KeptFile[]>) => {
    if (!kept()) keepForm(formId, form);
    void addFiles(formId, coming);
  };

  return {
    ...form,
    problems,
    element,
    isWaiting: form.pending > 0,
    change,
    pick: (picked, draft) =>
      update((before) => ({
        draft: { ...before.draft, ...draft },
        base: { ...before.base, ...draft },
        picked,
      })),
    attach: () => add(pickFiles(articleId)),
    take: (files) => add(keepFiles(articleId, files)),
    takeOff: (file) => update(({ files }) => ({ files: files.filter((other) => other !== file) })),
    parsed() {
      const parsed = parseDraft(form.draft);
      if (parsed.ok) return parsed;
      flushSync(() => setProblems(parsed.problems));
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return null;
    },
    latest,
    drop: () => dropForm(formId),
  };
}
