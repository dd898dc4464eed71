export const usage = `Checks a library and changes nothing: npm run fsck -- FOLDER

  FOLDER            the folder with the articles; Settings in Stet shows where it is
  --backups FOLDER  checks the backups of this library as well
  --repair          makes the repairs that are possible; no Stet may have the library open`;

interface FsckArguments {
  folder: string;
  backups: string | null;
  repair: boolean;
}

/** Parses the command line; null when it can't be understood. */
export function parseFsckArguments(args: readonly string[]): FsckArguments | null {
  const folders: string[] = [];
  let backups: string | null = null;
  let repair = false;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--repair') repair = true;
    else if (arg === '--backups') {
      index += 1;
      backups = args[index] ?? null;
      if (backups === null) return null;
    } else if (arg.startsWith('-')) return null;
    else folders.push(arg);
  }
  const [folder, ...others] = folders;
  return folder === undefined || others.length > 0 ? null : { folder, backups, repair };
}
