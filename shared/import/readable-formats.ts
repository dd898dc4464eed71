import formats from './readable-formats.json';

/**
 * The formats that can be opened, which the importer reads by their content. The table is JSON because packaging reads it as well. `name`
 * is what the system calls such files, null where Stet is no program for them; `desktopTypes` are the media types by which a desktop
 * offers Stet, and `servedTypes` those in which a web server may send an article, each with the ending of a copy.
 */
export const readableExtensions: readonly string[] = formats.flatMap(({ extensions }) => extensions);

/** The IANA media types in which an article may come, and the extension of a file of that type. */
export const pageExtensions: ReadonlyMap<string, string> = new Map(
  formats.flatMap(({ servedTypes }) => Object.entries(servedTypes)),
);
