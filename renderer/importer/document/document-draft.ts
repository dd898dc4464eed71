import { maxTextLength } from '../../../shared/domain/draft/draft';
import type { Origin } from '../../../shared/domain/draft/draft-origin';
import type { TextMap } from '../../../shared/domain/draft/text-map';
import type { ReturnedReport } from '../../../shared/import/annotations/annotation';
import {
  type CommentPlace,
  type CommentThread,
  createCommentClaims,
} from '../../../shared/import/comments/comment-claims';
import { findWrittenDate } from '../../../shared/import/credits/written-date';
import type { DraftBody, ImportedBlock } from '../../../shared/import/imported-blocks';
import { createNotices } from '../../../shared/import/notices';
import { refuseTooLarge } from '../../../shared/import/problems';
import type { ImportResult } from '../../../shared/import/proposal';
import { chooseByline, chooseTitle, type FileProperties } from './title-and-byline';

/** The content of a document, as its reader found it. */
interface DocumentContent {
  body: DraftBody;
  threads: readonly CommentThread[];
  /** The places of comments in the body, by their ids. */
  places: ReadonlyMap<string, CommentPlace>;
  /** Says which words a comment is about that are not in the body, by its id; null for none. */
  describeWords?: (commentId: string) => string | null;
  /** The words from which title and byline are chosen, and those with the style of a title, of authors or of a date. */
  words: { title: string | null; author: string; date?: string | null; blocks: readonly ImportedBlock[] };
  properties: FileProperties;
  language: string | null;
  /** The parts of a report of ours that came back, beside its comments. */
  returned?: ReturnedReport;
  counts: Parameters<typeof createNotices>[0];
  textMap?: TextMap;
}

/** Makes the draft of a document that has words, with its comments as claims. Refuses a text that is too long. */
export function createDocumentDraft(origin: Origin, content: DocumentContent): ImportResult {
  const { body, threads, places, describeWords, words, properties, language, counts, returned, textMap } =
    content;
  const hasReturned = returned && (returned.notes.length > 0 || returned.undecided.length > 0);
  if (body.text.length > maxTextLength) return refuseTooLarge(origin.name);
  return {
    ok: true,
    proposal: {
      title: chooseTitle(words.title, words.blocks, properties, origin.name),
      byline: chooseByline(words.author, words.blocks, properties),
      link: null,
      publishedAt: findWrittenDate(words.date ?? '')?.date ?? null,
      language,
      origin,
      ...body,
      sources: [],
      ...createCommentClaims(threads, body, places, describeWords),
      ...(hasReturned && { returned }),
    },
    notices: createNotices(counts),
    ...(textMap && { textMap }),
  };
}
