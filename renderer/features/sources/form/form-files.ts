import type { KeptFile } from '../../../../shared/domain/attachment';
import { noteWhole } from '../../../state/files/kept-states';
import { saySame } from '../files/say-same';
import { type KeptForm, keepForm, useKeptForms } from './kept-forms';

/** Adds files to a form while it goes on: they come in later, and only if it was neither saved nor cancelled meanwhile. */
export async function addFiles(
  formId: string,
  coming: Promise<KeptFile[]>,
  also: (form: KeptForm, added: readonly KeptFile[]) => Partial<KeptForm> = () => ({}),
): Promise<void> {
  const begun = useKeptForms.getState()[formId];
  if (!begun) return;
  keepForm(formId, { ...begun, pending: begun.pending + 1 });
  const added = await coming;
  const now = useKeptForms.getState()[formId];
  if (now?.token !== begun.token) return;
  saySame(added, now.files);
  noteWhole(added);
  // Also of those that came together, the same content is there once.
  const known = new Set<string>();
  const isNew = ({ sha256 }: KeptFile) => known.size < known.add(sha256).size;
  const files = [...now.files, ...added].filter(isNew);
  keepForm(formId, { ...now, pending: now.pending - 1, files, ...also(now, added) });
}
