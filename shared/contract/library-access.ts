import { z } from 'zod';
import { timestampSchema } from '../domain/primitives';
import { formatDateTime } from '../text/format/format-dates';
import { formatHolder, isolate } from '../text/format/wording';

/** Who has a library open for editing. */
const libraryHolderSchema = z.strictObject({
  host: z.string(),
  /** Whether that is this computer. */
  isHere: z.boolean(),
  since: timestampSchema,
});

export type LibraryHolder = z.infer<typeof libraryHolderSchema>;

/** Whether this window may change the library, and if not, why. */
export const libraryAccessSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('writable') }),
  /**
   * Another Stet has it open for editing; `holder` is null when it is not known which. `isQuiet`: it has given no sign of
   * life for half a minute, so the library can be taken over.
   */
  z.strictObject({
    kind: z.literal('elsewhere'),
    holder: libraryHolderSchema.nullable(),
    isQuiet: z.boolean(),
  }),
  /** The other Stet has closed it; it can be opened for editing. */
  z.strictObject({ kind: z.literal('free') }),
  /**
   * Another installation wrote to it last, as far as is known, and nobody at this one has said yet that they work in it. `host` is
   * the name of that computer; null when the library does not say.
   */
  z.strictObject({ kind: z.literal('stranger'), host: z.string().nullable() }),
  /** Nothing can be written to its folder. */
  z.strictObject({ kind: z.literal('unwritable'), why: z.string() }),
]);

export type LibraryAccess = z.infer<typeof libraryAccessSchema>;

/** Why a library can only be read. */
export type ReadOnlyAccess = Exclude<LibraryAccess, { kind: 'writable' }>;

/** Ways out of a library that can only be read: to take it over from another Stet, or to work in a stranger’s. */
export type ReadOnlyAction = 'takeOver' | 'accept';

/** The names of these ways, as they are to be pressed. */
export const readOnlyActionLabels: Readonly<Record<ReadOnlyAction, string>> = {
  takeOver: 'Edit here',
  accept: 'Work in this library',
};

interface ReadOnlyReason {
  /** Says why, and what is possible all the same. */
  sentence: string;
  /** Null when there is nothing to do in the window. */
  action: ReadOnlyAction | null;
}

const readingOnly = 'Here you can read and export, but change nothing.';

/** Says why a library can only be read, and what can be done about it. */
export function describeReadOnly(access: ReadOnlyAccess, timeZone: string): ReadOnlyReason {
  switch (access.kind) {
    case 'elsewhere': {
      const { holder, isQuiet } = access;
      const where = holder
        ? `${formatHolder(holder)} since ${formatDateTime(holder.since, timeZone)}`
        : 'in another Stet';
      return isQuiet
        ? {
            sentence: `This library is open ${where}, but that Stet gives no sign of life any more.`,
            action: 'takeOver',
          }
        : { sentence: `This library is open ${where}. ${readingOnly}`, action: null };
    }
    case 'free':
      return { sentence: 'The other Stet has closed the library.', action: 'takeOver' };
    case 'stranger': {
      const whose =
        access.host === null
          ? 'You have not worked in this library before.'
          : `This library was last written by another Stet, on ${isolate(access.host)}.`;
      return {
        sentence: `${whose} You can read and export everything. Nothing in it is changed until you work in it.`,
        action: 'accept',
      };
    }
    case 'unwritable':
      return { sentence: access.why, action: null };
  }
}
