import { refuse, refuseEmpty } from '../../../shared/import/problems';
import type { ImportResult } from '../../../shared/import/proposal';

/** Refuses a document that has no words; one with pictures says so. */
export function refuseWithoutWords(name: string | null, hasPictures: boolean): ImportResult {
  return hasPictures
    ? refuse(
        'noText',
        `${name ?? 'What was pasted'} holds pictures but no words`,
        'Open the file that the pictures were made from, or type their words into “Paste text”.',
      )
    : refuseEmpty(name);
}
