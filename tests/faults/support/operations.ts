import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LocationFile } from '#main/storage/computer/location-record.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import type { TextMap } from '#shared/domain/base/text-map.ts';
import { sampleProposal, sampleText } from '#tests/unit/main/support/sample.ts';
import type { StartOptions, TestCore } from '#tests/unit/main/support/start-core.ts';
import {
  destroyLine,
  fillTarget,
  flipBit,
  leaveConflict,
  leaveCrash,
  leaveForeignLock,
  leaveLock,
  leaveStrayLine,
} from './arrangements.ts';
import { type Folders, movedLibrary } from './library-folders.ts';
import { addSource, attach, binnedId, mark, millId, otherId } from './test-library.ts';

/** Lets Stet open the library and its first article. */
const open = async ({ call }: TestCore) => {
  await call('library.list', null);
  await call('review.open', { articleId: millId });
};

/** Opens the article and marks a claim in it. */
const openAndMark = async (stet: TestCore) => {
  await open(stet);
  await mark(stet, millId, 'before', 26);
};

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

const unreadableBackup = 'a file of a backup that can’t be read counts as lost, and the window says so';

/** Makes a backup of the library as it is, in a folder beside it. */
const backUp = async ({ call }: TestCore) => {
  await call('backup.setFolder', { choice: 'ask' });
  await call('backup.run', { taskId: 'backup' });
};

const openAndBackUp = async (stet: TestCore) => {
  await open(stet);
  await backUp(stet);
};

const findBackup = async ({ call }: TestCore) => {
  const [backup] = await call('backup.list', null);
  if (!backup) throw new Error('there is no backup');
  return { libraryId: backup.libraryId, name: backup.name };
};

/** A file that can't be read for a moment is missing in the backup, which the settings say; the next backup has it. */
const runBackup = async ({ call }: TestCore) => {
  const made = await call('backup.run', { taskId: 'backup' });
  return made && made.missing > 0 ? 'named' : undefined;
};

/** Backups of the library and restores from them. */
const backupOperations: readonly Operation[] = [
  {
    name: 'back up',
    otherCause: /the disk did not take it/,
    prepare: async (stet) => {
      await open(stet);
      await stet.call('backup.setFolder', { choice: 'ask' });
    },
    run: runBackup,
  },
  {
    name: 'back up again',
    otherCause: /the disk did not take it/,
    prepare: async (stet) => {
      await openAndBackUp(stet);
      await mark(stet, millId, 'since', 26);
    },
    run: runBackup,
  },
  {
    name: 'restore an article',
    whyNoDiskErrors: unreadableBackup,
    prepare: openAndBackUp,
    run: async (stet) => {
      const backup = await findBackup(stet);
      await stet.call('backup.restoreArticle', { taskId: 'restore', backup, articleId: millId });
    },
  },
  {
    name: 'restore the library',
    whyNoDiskErrors: unreadableBackup,
    prepare: async (stet) => {
      await openAndBackUp(stet);
      await mkdir(join(stet.platform.libraryFolder, '..', 'restored'), { recursive: true });
    },
    run: async (stet) => {
      const backup = await findBackup(stet);
      await stet.call('backup.restoreLibrary', { taskId: 'restore', backup });
    },
  },
];

/** Operations on the list of articles, on the bin and on the settings. */
const libraryOperations: readonly Operation[] = [
  {
    name: 'create article',
    prepare: open,
    run: async ({ createArticle }) => void (await createArticle(sampleProposal('The new mill'))),
  },
  { name: 'list', prepare: openAndMark, run: async ({ call }) => void (await call('library.list', null)) },
  {
    name: 'search sources',
    prepare: async (stet) => {
      await open(stet);
      await addSource(stet, millId, 'third');
      await stet.call('review.close', { articleId: millId });
    },
    run: async ({ call }) => void (await call('library.sources', { articleId: otherId, query: 'ledger' })),
  },
  {
    name: 'bin',
    prepare: open,
    run: async ({ call }) => void (await call('library.bin', { articleId: otherId })),
  },
  {
    name: 'restore',
    prepare: open,
    run: async ({ call }) => void (await call('library.restore', { articleId: binnedId })),
  },
  {
    name: 'delete for good',
    prepare: open,
    run: async ({ call }) => void (await call('library.delete', { articleId: binnedId })),
  },
  {
    name: 'change settings',
    prepare: open,
    run: async ({ call }) => void (await call('settings.change', { reviewer: 'Ben', theme: 'dark' })),
  },
];

/** Resolves once the library is open for editing. */
const openToEdit = async ({ call }: TestCore) => {
  await call('library.list', null);
  const access = await call('library.access', null);
  if (access.kind === 'unwritable') throw new Error(access.why);
  if (access.kind !== 'writable') throw new Error(`the library is ${access.kind}`);
};

const staleTimeoutMs = 20_000;

/** Looks at another's lock again and again, until it had no heartbeat for so long that it can be taken over. */
const lookUntilStale = async ({ call, runScheduled }: TestCore) => {
  await call('library.list', null);
  for (const end = Date.now() + staleTimeoutMs; Date.now() < end; await sleep(5)) {
    const access = await call('library.access', null);
    if (access.kind === 'elsewhere' && access.isStale) return;
    runScheduled();
  }
  throw new Error('the lock of the other Stet did not become stale');
};

/** Operations on the lock that says who may write to the library. */
const lockOperations: readonly Operation[] = [
  { name: 'take the lock', run: openToEdit },
  { name: 'give the lock back', prepare: openAndMark, run: ({ core }) => core.close() },
  { name: 'open after a crash', arrange: leaveCrash, run: openToEdit },
  { name: 'open a left lock', arrange: leaveLock, run: openToEdit },
  {
    name: 'take the lock over',
    arrange: leaveForeignLock,
    prepare: lookUntilStale,
    run: async ({ call }) => {
      const { isTaken } = await call('library.takeOver', null);
      if (!isTaken) throw new Error('the library was not taken over');
    },
    mayStayLocked: true,
  },
];

/** The states before and after are looked at in copies, and a moved library is known by the stamps of its files. */
const unknownStamps = 'the copies in which the states are looked at have other stamps';

/** Notes where the library is, as the start of the app does. */
const notePlace = ({ platform }: TestCore) =>
  new LocationFile(platform.userDataFolder, platform).change({ folder: platform.libraryFolder });

const startMoving = (folders: Folders): StartOptions => ({
  location: { state: 'moving', folder: folders.library, target: movedLibrary(folders) },
});

const move = async ({ call }: TestCore) => void (await call('location.move', { taskId: 'move' }));

/** Moves of the library to another folder. */
const moveOperations: readonly Operation[] = [
  {
    name: 'move the library',
    whyNoDiskErrors: unknownStamps,
    startOptions: startMoving,
    prepare: notePlace,
    run: move,
  },
  {
    name: 'move to another disk',
    whyNoDiskErrors: unknownStamps,
    arrange: fillTarget,
    startOptions: startMoving,
    prepare: notePlace,
    run: move,
  },
];

/** Opening an article that is damaged, or that was changed by another program. */
const repairOperations: readonly Operation[] = [
  {
    name: 'resolve a conflict file',
    arrange: leaveConflict,
    run: open,
    reports: /Another version of this article/,
  },
  {
    name: 'take out a stray line',
    arrange: leaveStrayLine,
    run: open,
    reports: /Another version of this article/,
  },
  {
    name: 'repair a last line',
    arrange: flipBit,
    run: open,
    reports: /was damaged and is repaired/,
    keeps: /history\.jsonl\.damaged-/,
  },
  {
    name: 'repair from the snapshot',
    arrange: destroyLine,
    run: open,
    reports: /was damaged and is repaired/,
    keeps: /history\.jsonl\.damaged-/,
  },
];

const text = sampleText.replace('1,200', '1,300');

/** The next draft of the sample article, in which a number changed. */
const nextDraftProposal = { ...sampleProposal(), text };

/** The same as the draft of a Word file, with the map to its only element. */
const wordProposal = { ...nextDraftProposal, origin: createFileOrigin('mill.docx') };
const wordMap: TextMap = {
  parts: ['word/document.xml'],
  segments: [{ part: 0, element: 0, offset: 0, length: text.length }],
};

/** Operations of a reviewer in an open article. */
const reviewOperations: readonly Operation[] = [
  { name: 'apply', prepare: open, run: (stet) => mark(stet, millId, 'mark', 26) },
  {
    name: 'undo',
    prepare: openAndMark,
    run: async ({ call }) => void (await call('review.undo', { articleId: millId })),
  },
  {
    name: 'redo',
    prepare: async (stet) => {
      await openAndMark(stet);
      await stet.call('review.undo', { articleId: millId });
    },
    run: async ({ call }) => void (await call('review.redo', { articleId: millId })),
  },
  {
    name: 'import draft',
    prepare: open,
    run: async ({ addDraft }) => void (await addDraft(millId, nextDraftProposal)),
  },
  {
    name: 'import Word draft',
    prepare: open,
    run: async ({ addDraft }) => void (await addDraft(millId, wordProposal, wordMap)),
  },
  { name: 'attach', prepare: open, run: (stet) => attach(stet, millId, 'source', 'second') },
  {
    name: 'close',
    prepare: openAndMark,
    run: async ({ call }) => void (await call('review.close', { articleId: millId })),
  },
  {
    name: 'close and sweep',
    // A file that was picked and never attached.
    prepare: async (stet) => {
      await open(stet);
      await writeFile(join(stet.platform.libraryFolder, '..', 'ledger.txt'), 'another ledger');
      await stet.call('vault.pick', { taskId: 'task', articleId: millId });
    },
    run: async ({ call }) => void (await call('review.close', { articleId: millId })),
  },
];

/** Every operation that writes to a library. A new one is a line in the file of its kind. */
export const operations: readonly Operation[] = [
  ...reviewOperations,
  ...libraryOperations,
  ...lockOperations,
  ...repairOperations,
  ...backupOperations,
  ...moveOperations,
];

/** Finds an operation by its name. Throws when there is none. */
export function findOperation(name: string): Operation {
  const found = operations.find((operation) => operation.name === name);
  if (!found) throw new Error(`there is no operation “${name}”`);
  return found;
}
