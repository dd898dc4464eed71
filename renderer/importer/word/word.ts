import type { Format } from '../format';
import { isProtected, isWord } from './package/is-word';
import { readWordDraft } from './word-draft';
import { refuseProtected } from './word-problems';
import { readWordText } from './word-text';

/**
 * Word documents since 2007 (ECMA-376, transitional and strict), with macros or without; macros are not read. `word-draft.ts` names
 * the stages.
 */
export const word: Format = {
  matches: isWord,
  readDraft: (file) => (isProtected(file.bytes) ? refuseProtected(file.origin.name) : readWordDraft(file)),
  readText: (file) =>
    isProtected(file.bytes)
      ? { state: 'unreadable', why: 'The file is protected by a password.' }
      : readWordText(file),
};
