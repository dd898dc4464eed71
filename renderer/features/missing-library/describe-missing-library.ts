import type { MissingLibraryReason } from '../../../shared/contract/shown-place';

interface Description {
  title: string;
  /** The sentence before the folder. */
  lead: string;
  /** The likely cause, and the remedy. */
  cause: string;
}

const isNotThere = { title: 'Your library isn’t there.', lead: 'Stet expects it in this folder:' };
const isNotReadable = { title: 'Your library can’t be read.', lead: 'It is in this folder:' };

/** The words about a library that is known and not there. */
export const missingLibraryTexts: Record<MissingLibraryReason, Description> = {
  absent: {
    ...isNotThere,
    cause:
      'Perhaps it is on a disk or a network folder that isn’t connected, or somebody renamed or moved the folder.',
  },
  empty: {
    ...isNotThere,
    cause:
      'The folder is there, but the library is not in it. Perhaps it is on a disk or a network folder that isn’t connected, or somebody moved it elsewhere.',
  },
  denied: {
    ...isNotReadable,
    cause:
      'You are not allowed to read the folder. Check its permissions, or ask whoever shares it with you for access.',
  },
  failed: {
    ...isNotReadable,
    cause: 'The disk or the network reported an error. Check that it is connected.',
  },
  unknown: {
    title: 'Stet doesn’t know where your library is.',
    lead: 'If you never chose another folder, it is in this one:',
    cause: 'The file that says where it is, library-place.json, can’t be read.',
  },
};
