import type { MissingLibraryReason } from '../../../../shared/contract/shown-place';

/**
 * Where the library lies, and whether it is there. `locate-library.ts` finds out at the start, from the record of
 * `place-record.ts` and from what `inspect-folder.ts` sees; `check-choice.ts` judges a folder that the reviewer chose; `move/`
 * moves a library to another folder. A library that is known and not there is a question, never a new library.
 */
export type LibraryPlace =
  /**
   * `isNew`: there is none yet, and its folder may be created. `isAccepted`: the reviewer works in the library that was there
   * last, so that nobody has to find out whose it is, unless another one is there now.
   */
  | { state: 'open'; folder: string; isNew: boolean; isAccepted: boolean }
  /** `folder` is where it was expected: the usual folder when the record can't be read. */
  | { state: 'missing'; folder: string; why: MissingLibraryReason }
  /** The library of `folder` is being moved to `target`. Nothing else may use it meanwhile. */
  | { state: 'moving'; folder: string; target: string };

/** The library that the window shows next, once the present one is saved and closed. */
export type NextLibrary =
  /** The same library again, wherever the record says that it is. */
  { kind: 'same' } | { kind: 'open'; folder: string; isNew: boolean } | { kind: 'move'; target: string };
