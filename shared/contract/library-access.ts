import { z } from 'zod';
import { timestampSchema } from '../domain/primitives';

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
