import type { StoredFile } from '../../../shared/domain/attachment';
import { isolate } from '../../../shared/text/format/isolate';
import { showNotice } from '../../state/notices';

type NamedFile = Pick<StoredFile, 'sha256' | 'name'>;

/** Shows which of the added files were not attached because a file with the same content is there, under any name. */
export function showDuplicateFiles(added: readonly NamedFile[], existing: readonly NamedFile[]): void {
  const names = new Map(existing.map(({ sha256, name }) => [sha256, name]));
  const duplicates = added.flatMap(({ sha256, name }) => {
    const existingName = names.get(sha256);
    if (existingName !== undefined)
      return [`“${isolate(name)}” is the same file as “${isolate(existingName)}”`];
    names.set(sha256, name);
    return [];
  });
  if (duplicates.length > 0) showNotice(`Not attached twice: ${duplicates.join(', ')}.`);
}
