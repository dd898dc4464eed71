import type { KeptFile } from '../../../../shared/domain/attachment';
import { isolate } from '../../../../shared/text/format/isolate';
import { mention } from '../../../state/notices';

type Named = Pick<KeptFile, 'sha256' | 'name'>;

/** Says of files that they are not attached once more, because their content is there already, under whatever name. */
export function saySame(added: readonly Named[], had: readonly Named[]): void {
  const names = new Map(had.map(({ sha256, name }) => [sha256, name]));
  const same = added.flatMap(({ sha256, name }) => {
    const there = names.get(sha256);
    if (there === undefined) names.set(sha256, name);
    return there === undefined ? [] : [`“${isolate(name)}” is the same file as “${isolate(there)}”`];
  });
  if (same.length > 0) mention(`Not attached twice: ${same.join(', ')}.`);
}
