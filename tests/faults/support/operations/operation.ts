import type { StartOptions, TestCore } from '../../../unit/main/support/start-core';
import type { Folders } from '../library-folders';

/** Something that Stet does to a library, during which faults happen. */
export interface Operation {
  name: string;
  /** Puts something into the folders beforehand, besides the library that every operation finds. */
  arrange?(folders: Folders): Promise<void>;
  /** Lets Stet do something beforehand. Without it, opening the library is part of the operation. */
  prepare?(stet: TestCore): Promise<void>;
  /**
   * Resolves once the operation is acknowledged, to `named` when the window says that a part of it is missing. Ids are the
   * same in every run, so that it can be tried again.
   */
  run(stet: TestCore): Promise<unknown>;
  /** The message that the reviewer gets when the operation succeeds. */
  reports?: RegExp;
  /** Files that the operation leaves behind on purpose, such as a damaged file as it was. */
  keeps?: RegExp;
  /** Starts Stet in another way than on the library. */
  startOptions?(folders: Folders): StartOptions;
  /** A cause that may be named in the place of the disk's own, because what was written is read again and compared. */
  otherCause?: RegExp;
  /** Why the disk does not fail during the operation; kills come at every call all the same. */
  whyNoDiskErrors?: string;
  /** Whether the library may stay that of another Stet, because the reviewer was asked before it was taken over. */
  mayStayLocked?: boolean;
}
