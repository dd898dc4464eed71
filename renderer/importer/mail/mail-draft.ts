import { articleFields } from '../../../shared/domain/article';
import { maxTextLength } from '../../../shared/domain/draft/draft';
import type { Origin } from '../../../shared/domain/draft/draft-origin';
import { maxLineLength, normalizeLineInput } from '../../../shared/domain/primitives';
import { type ImportedBlock, joinBlocks } from '../../../shared/import/imported-blocks';
import { createNotices, type ImportNotice } from '../../../shared/import/notices';
import { refuse, refuseEmpty, refuseTooLarge } from '../../../shared/import/problems';
import { type ImportResult, noClaims } from '../../../shared/import/proposal';
import { proposeTitle } from '../../../shared/import/title';
import type { DocumentText } from '../../../shared/quotes/document-text';
import { parseWrittenDate } from '../../../shared/references/written-dates';
import { collapseWhitespace } from '../../../shared/text/format/collapse-whitespace';
import { shorten } from '../../../shared/text/format/shorten';
import { hasVisibleText } from '../visible-text';
import { createRichTextClaims } from '../web/rich-text';
import type { Mail } from './mail';
import { readMailBody } from './mail-blocks';

const documents = /\.(?:docx|docm|doc|odt|fodt|rtf|pdf|html?|mhtml?|md|txt)$/i;

/** Longest list of names in a notice, in UTF-16 code units. */
const maxNamesLength = 500;

const replyPrefix = /^(?:(?:re|fw|fwd|aw|wg|tr|sv|vs)(?:\[\d+\])?:\s*)+/i;

function refuseEncrypted(name: string | null): ImportResult {
  return refuse(
    'protected',
    `${name ?? 'The message'} is encrypted`,
    'Open it in your mail program, copy the text and use “Paste text”.',
  );
}

function refuseAttachedAlone(name: string | null, attachment: string): ImportResult {
  return refuse(
    'noText',
    `${name ?? 'The message'} has no words of its own, and ${attachment} is attached to it`,
    `Save ${attachment} in your mail program and open it here.`,
  );
}

/** The date of a message in its own time zone (RFC 5322, 3.3), as `Tue, 6 Jan 2026 09:00:00 +0100`. */
function readDate(date: string): string | null {
  const [, day] = /(\d{1,2} [a-z]{3,9} \d{4}|\d{4}-\d\d-\d\d)/i.exec(date) ?? [];
  return parseWrittenDate(day ?? '') ?? null;
}

function listAttachments(attachments: readonly string[]): ImportNotice[] {
  if (attachments.length === 0) return [];
  const name = shorten(attachments.join(', '), maxNamesLength);
  const kind = attachments.some((attachment) => documents.test(attachment))
    ? 'attachedDocumentsLeftOut'
    : 'attachmentsLeftOut';
  return [{ kind, count: attachments.length, name }];
}

/** Turns a first line that repeats the subject into a heading: it is the title, which is shown once. */
function promoteSubject(blocks: ImportedBlock[], subject: string): ImportedBlock[] {
  const [first, ...others] = blocks;
  const isRepeated =
    first?.kind === 'paragraph' && collapseWhitespace(first.text) === collapseWhitespace(subject);
  return isRepeated ? [{ ...first, kind: 'heading', level: 1 }, ...others] : blocks;
}

/** Makes the draft of a message: the subject is the title, the sender the byline, and the body the article. */
export function createMailDraft(origin: Origin, mail: Mail): ImportResult {
  const { name } = origin;
  if (mail.isEncrypted) return refuseEncrypted(name);
  const body = readMailBody(mail);
  const subject = mail.subject.replace(replyPrefix, '');
  const draft = joinBlocks(promoteSubject(body.blocks, subject));
  const [attached] = mail.attachments.filter((attachment) => documents.test(attachment));
  if (draft.blocks.length === 0)
    return attached === undefined ? refuseEmpty(name) : refuseAttachedAlone(name, attached);
  if (draft.text.length > maxTextLength) return refuseTooLarge(name);
  const { claims, annotationsWithoutWords } = createRichTextClaims(body, draft.blocks);
  const language = articleFields.language.safeParse(mail.language || body.language);
  return {
    ok: true,
    proposal: {
      title: hasVisibleText(subject) ? shorten(subject, maxLineLength) : proposeTitle(body.blocks, name),
      byline: normalizeLineInput(shorten(mail.from, maxLineLength)),
      link: null,
      publishedAt: readDate(mail.date),
      language: language.success ? language.data : null,
      origin,
      ...draft,
      ...noClaims,
      ...{ claims, annotationsWithoutWords },
    },
    notices: [
      ...createNotices({
        ...body.counts,
      }),
      ...listAttachments(mail.attachments),
      ...mail.encodingNotices,
    ],
  };
}

/** The text of a message in which quotes are searched; subject, sender and names of attachments are beside it. */
export function createMailText(mail: Mail): DocumentText {
  if (mail.isEncrypted) return { state: 'unreadable', why: 'The message is encrypted.' };
  const { blocks } = readMailBody(mail);
  const hrefs = blocks.flatMap(({ marks }) => marks.flatMap(({ href }) => href ?? []));
  const beside = [mail.subject, mail.from, ...mail.attachments, ...hrefs].filter((text) => text !== '');
  return { state: 'read', pages: [blocks.map(({ text }) => text).join('\n')], paged: false, beside };
}
