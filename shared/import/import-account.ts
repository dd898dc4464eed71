import { shorten } from '../text/format/shorten';
import { describeClaims, describeUnplacedComments } from './annotations/describe-comments';
import type { LeftOut } from './block-edits/apply-block-edits';
import { describeLeftOut } from './block-edits/describe-left-out';
import { describeNotice, describeNoticeInPreview, type ImportNotice } from './notices';
import type { DraftProposal, ProposedClaim } from './proposal';

/** The longest words by which a left-out block is recognized, in UTF-16 code units. */
const maxExcerptLength = 80;

/** At most this many left-out blocks are quoted. They are counted as well. */
const maxExcerpts = 50;

interface Import {
  notices: readonly ImportNotice[];
  proposal: Pick<DraftProposal, 'claims' | 'annotationsWithoutWords'>;
  /** The blocks that the reviewer left out in the preview; null when there are none. */
  leftOut: LeftOut | null;
}

/**
 * Says in plain words what an import left out, guessed or could not read, in the order in which it happened: the importer's
 * notices, what became of the comments, and what the reviewer left out. `added` are the claims that are new to the article; null
 * while that is not known, before a next draft is added. Each part is an item of a list: no full stop, and none occurs twice.
 */
export function createImportAccount(
  { notices, proposal, leftOut }: Import,
  added: readonly ProposedClaim[] | null,
): string[] {
  return createAccount({ notices: notices.map(describeNotice), proposal, leftOut }, added);
}

/** The same for the preview, before anything is left out in it, with what the preview can do about it. */
export function createPreviewAccount(
  { notices, proposal }: Pick<Import, 'notices' | 'proposal'>,
  added: readonly ProposedClaim[] | null,
): string[] {
  return createAccount({ notices: notices.map(describeNoticeInPreview), proposal, leftOut: null }, added);
}

function createAccount(
  { notices, proposal, leftOut }: Omit<Import, 'notices'> & { notices: readonly string[] },
  added: readonly ProposedClaim[] | null,
): string[] {
  return [
    ...new Set([
      ...notices,
      ...describeClaims(proposal.claims, added),
      ...describeUnplacedComments(proposal.annotationsWithoutWords),
      ...(leftOut ? describeLeftOutBlocks(leftOut) : []),
    ]),
  ];
}

function describeLeftOutBlocks(leftOut: LeftOut): string[] {
  const excerpts = leftOut.texts
    .slice(0, maxExcerpts)
    .map((text) => `left out in the preview: “${shorten(text, maxExcerptLength)}”`);
  return [...describeLeftOut(leftOut, ' in the preview'), ...excerpts];
}
