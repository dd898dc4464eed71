import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { KeptFile } from '../../../shared/domain/attachment';
import { keepFiles, pickFiles } from '../../state/vault';
import { dropForm, type KeptForm, keepForm, type Picked, useKeptForms } from './kept-forms';
import { parseDraft, type SourceDraft, type SourceProblems } from './source-draft';

export interface SourceFormState extends KeptForm {
  problems: SourceProblems;
  element: RefObject<HTMLFormElement | null>;
  change(part: Partial<SourceDraft>): void;
  pick(picked: Picked, draft: Partial<SourceDraft>): void;
  attach(): void;
  take(files: readonly File[]): void;
  takeOff(file: KeptFile): void;
  /** What is filled in, or null: then the first field with a problem has the focus. */
  parsed(): Extract<ReturnType<typeof parseDraft>, { ok: true }> | null;
  drop(): void;
}

/** A source form that survives going elsewhere: what is filled in is kept until it is saved or cancelled. */
export function useForm(formId: string, articleId: string, fresh: () => KeptForm): SourceFormState {
  const [initial] = useState(fresh);
  const form = useKeptForms((forms) => forms[formId]) ?? initial;
  const [problems, setProblems] = useState<SourceProblems>({});
  const element = useRef<HTMLFormElement>(null);

  // Files come in later than they were asked for, so what is there then counts.
  const update = (next: (form: KeptForm) => KeptForm) =>
    keepForm(formId, next(useKeptForms.getState()[formId] ?? initial));

  const change = (part: Partial<SourceDraft>) => {
    update(({ draft, picked, files }) => ({
      draft: { ...draft, ...part },
      // Another title typed over a picked source means another source.
      picked: part.title === undefined || part.title === draft.title ? picked : null,
      files,
    }));
    setProblems({});
  };

  const addFiles = async (kept: Promise<KeptFile[]>) => {
    const added = await kept;
    if (added.length === 0) return;
    update(({ files, ...rest }) => {
      const known = new Set(files.map(({ sha256 }) => sha256));
      return { ...rest, files: [...files, ...added.filter(({ sha256 }) => !known.has(sha256))] };
    });
  };

  return {
    ...form,
    problems,
    element,
    change,
    pick: (picked, draft) =>
      update((before) => ({ ...before, draft: { ...before.draft, ...draft }, picked })),
    attach: () => void addFiles(pickFiles(articleId)),
    take: (files) => void addFiles(keepFiles(articleId, files)),
    takeOff: (file) =>
      update(({ files, ...rest }) => ({ ...rest, files: files.filter((other) => other !== file) })),
    parsed() {
      const parsed = parseDraft(form.draft);
      if (parsed.ok) return parsed;
      flushSync(() => setProblems(parsed.problems));
      element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return null;
    },
    drop: () => dropForm(formId),
  };
}
