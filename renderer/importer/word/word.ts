import type { Format } from '../format';
import { isProtected, isWord } from './is-word';
import { wordDraft } from './word-draft';
import { refuseProtected } from './word-problems';
import { readWord } from './word-text';

/** Word documents since 2007 (ECMA-376, transitional and strict), with macros or without; macros are not read. */
export const word: Format = {
  fits: isWord,
  draft: (file) => (isProtected(file.bytes) ? refuseProtected(file.origin.name) : wordDraft(file)),
  text: (file) =>
    isProtected(file.bytes)
      ? { state: 'unreadable', why: 'The file is protected by a password.' }
      : readWord(file),
};
