import { longestText, type Origin } from '../../domain/draft';
import { type BlockPart, joinParts } from '../draft-body';
import { endingOf } from '../file-signatures';
import { splitFrontMatter } from '../markdown/front-matter';
import { markdownParts } from '../markdown/markdown';
import { refuseEmpty, refuseTooLarge } from '../problems';
import type { Imported } from '../proposal';
import { proposeTitle } from '../title';
import { decodeText, plainLineEnds } from './decode-text';
import { plainTextParts } from './plain-text';

const markdownEndings = new Set(['md', 'markdown', 'mdown', 'mkd']);

/** No encoding takes more bytes for one UTF-16 unit. */
const bytesPerUnit = 3;

function importText(text: string, origin: Origin, toParts: (body: string) => BlockPart[]): Imported {
  const { facts, body } = splitFrontMatter(text);
  const parts = toParts(body);
  const draft = joinParts(parts);
  if (draft.blocks.length === 0) return refuseEmpty(origin.name);
  if (draft.text.length > longestText) return refuseTooLarge(origin.name);
  const title = facts.title ?? proposeTitle(parts, origin.name);
  return {
    ok: true,
    proposal: { ...facts, title, origin, ...draft, sources: [], claims: [] },
    notices: [],
  };
}

/**
 * Reads a file: Markdown by its ending, anything else as plain text. What comes out satisfies `draftProposalSchema`; what
 * can't be opened is a problem to show. `name` is the file's name without its folder.
 */
export function importFile(name: string, bytes: Uint8Array, charset: string | null = null): Imported {
  if (bytes.length > longestText * bytesPerUnit) return refuseTooLarge(name);
  const decoded = decodeText(name, bytes, [charset ?? '']);
  if (!decoded.ok) return decoded;
  if (decoded.text.length > longestText) return refuseTooLarge(name);
  const origin = { kind: 'file', name } as const;
  return importText(
    decoded.text,
    origin,
    markdownEndings.has(endingOf(name)) ? markdownParts : plainTextParts,
  );
}

/** Reads pasted text, as plain text. */
export function importPaste(text: string): Imported {
  if (text.length > longestText) return refuseTooLarge(null);
  return importText(plainLineEnds(text), { kind: 'paste', name: null }, plainTextParts);
}
