import { unplacedCommentStart } from '../domain/annotation';
import { formatCount } from '../text/format/format-count';
import { shorten } from '../text/format/shorten';
import { type Annotation, formatAnnotation } from './annotations/annotation';
import type { LeftOut } from './block-edits/apply-block-edits';
import { describeLeftOut } from './block-edits/describe-left-out';
import { describeNotice, type ImportNotice } from './notices';
import type { DraftProposal } from './proposal';

/** The longest words by which a left-out block is recognized, in UTF-16 code units. */
const maxExcerptLength = 80;

/** At most this many left-out blocks are quoted. They are counted as well. */
const maxExcerpts = 50;

/** Longer comments on no words are shortened; in UTF-16 code units. */
const maxCommentLength = 10_000;

/** At most this many comments on no words are kept. The others are counted. */
const maxComments = 200;

interface Import {
  notices: readonly ImportNotice[];
  proposal: Pick<DraftProposal, 'annotationsWithoutWords'>;
  /** The blocks that the reviewer left out in the preview; null when there are none. */
  leftOut: LeftOut | null;
}

/**
 * Says in plain words what an import left out, guessed or could not read, in the order in which it happened: the importer's
 * notices, the comments on no words, and what the reviewer left out. Each part is an item of a list: no full stop, and none
 * occurs twice.
 */
export function createImportAccount(
  { notices, proposal, leftOut }: Import,
  becomes: 'article' | 'nextDraft',
): string[] {
  return [
    ...new Set([
      ...notices.map((notice) => describeNoticeOf(notice, becomes)),
      ...describeAnnotations(proposal.annotationsWithoutWords),
      ...(leftOut ? describeLeftOutBlocks(leftOut) : []),
    ]),
  ];
}

function describeNoticeOf(notice: ImportNotice, becomes: 'article' | 'nextDraft'): string {
  const isRepeatable = notice.kind === 'commentsKept' && becomes === 'nextDraft';
  return `${describeNotice(notice)}${isRepeatable ? ', except those that came with an earlier draft' : ''}`;
}

function describeAnnotations(annotations: readonly Annotation[]): string[] {
  const all = annotations.flatMap((annotation) => formatAnnotation(annotation) ?? []);
  const items = all.slice(0, maxComments).map((words) => {
    const kept = words.length > maxCommentLength ? shorten(words, maxCommentLength) : words;
    return `${unplacedCommentStart}“${kept}”`;
  });
  const more = all.length - items.length;
  const rest = `${formatCount(more, 'more comment', 'more comments')} on no words of the article not kept: see the file`;
  return more > 0 ? [...items, rest] : items;
}

function describeLeftOutBlocks(leftOut: LeftOut): string[] {
  const excerpts = leftOut.texts
    .slice(0, maxExcerpts)
    .map((text) => `left out in the preview: “${shorten(text, maxExcerptLength)}”`);
  return [...describeLeftOut(leftOut, ' in the preview'), ...excerpts];
}
