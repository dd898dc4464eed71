import type { ReadOnlyAccess } from '../../../../shared/contract/library-access';
import { removeDeceptiveCharacters } from '../../../../shared/text/characters/deceptive-characters';
import type { System } from '../../system';
import { isLink, LinkError, realpath } from '../files/disk';
import { loadIdentity, noteLastWriter, type Writer } from '../library/library-id';
import { identifyInstallation } from '../lock/this-process';
import type { WriteAccess } from '../lock/write-access';
import { libraryPaths, userDataPaths } from '../paths';
import { isSameFolder } from '../place/check-choice';
import { KnownLibraries, type PlacedLibrary } from './known-libraries';

/** Longer names of computers are cut, in UTF-16 code units. */
const maxHostLength = 100;

type TrustPlatform = Pick<System, 'userDataFolder' | 'libraryFolder' | 'place' | 'newId' | 'now' | 'log'>;

/**
 * Why this process writes nothing to the library that is open, not even a lock; null when it may. Rejects with the system's
 * error when its folder can't be looked at.
 */
export async function findWithheldAccess(platform: TrustPlatform): Promise<ReadOnlyAccess | null> {
  // The articles that a link leads to are not this library's.
  if (await isLink(libraryPaths(platform.libraryFolder).articles))
    return { kind: 'unwritable', why: describeLinkedArticles() };
  return findStranger(platform);
}

function describeLinkedArticles(): string {
  return 'The folder “articles” of this library is a link to another place. Stet follows no link inside a library, so its articles can’t be read, and nothing is changed, here or there. Put the folder itself in the place of the link, then open this library again.';
}

/**
 * Whose library it is, as far as is known, while nobody at this installation has said that they work in it; null when somebody
 * has. Nobody is asked about the usual folder, a library that this installation wrote to last, or one that it created, restored,
 * moved or worked in before. `known-libraries.ts` remembers those, and the answers. Writes nothing to the library. Never rejects.
 */
async function findStranger(
  platform: TrustPlatform,
): Promise<{ kind: 'stranger'; host: string | null } | null> {
  const { libraryFolder, userDataFolder, place } = platform;
  if (place.state !== 'open' || place.isNew) return null;
  if (await isSameFolder(libraryFolder, userDataPaths(userDataFolder).library)) return null;
  const known = new KnownLibraries(platform);
  const library = await readPlaced(platform);
  // Another stick may be where the one with the library was.
  if (place.isAccepted && !(await known.hasOtherAt(library))) return null;
  const lastWriter = library.identity?.lastWriter ?? null;
  if (lastWriter?.installation === (await identifyInstallation(platform))) return null;
  if (await known.has(library)) return null;
  return {
    kind: 'stranger',
    host: lastWriter && removeDeceptiveCharacters(lastWriter.host).slice(0, maxHostLength),
  };
}

/**
 * Notes that the reviewer works in the library that is open. Rejects with the system's error, or with `readOnly`; then it is a
 * stranger's as before.
 */
export async function acceptLibrary(platform: TrustPlatform): Promise<void> {
  await new KnownLibraries(platform).accept(await readPlaced(platform));
}

/**
 * Notes that this installation writes to the library from now on: in the library, so that others learn of it, and in the user data.
 * Once in a session is enough. Never rejects: what can't be noted is asked about once more.
 */
export async function noteWriting(
  platform: TrustPlatform,
  writer: Writer,
  access: WriteAccess,
): Promise<void> {
  try {
    if (access.refusal !== null) return;
    const identity = await noteLastWriter(platform, writer, access);
    const folder = await resolveFolder(platform.libraryFolder);
    await new KnownLibraries(platform).noteOpened({ folder, identity, isUnnamed: false });
  } catch (error) {
    platform.log.error('who writes to the library could not be noted', error);
  }
}

async function readPlaced({ libraryFolder }: TrustPlatform): Promise<PlacedLibrary> {
  // A link in the place of its name leads to that of another library.
  const loaded = await loadIdentity(libraryFolder).catch((error) =>
    error instanceof LinkError ? 'absent' : 'damaged',
  );
  return {
    folder: await resolveFolder(libraryFolder),
    identity: typeof loaded === 'string' ? null : loaded,
    isUnnamed: loaded === 'absent',
  };
}

function resolveFolder(folder: string): Promise<string> {
  return realpath(folder).catch(() => folder);
}
