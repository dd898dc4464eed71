import { maxTextLength } from '../../../shared/domain/draft/draft';
import { getExtension } from '../../../shared/import/file-signatures';
import { joinBlocks } from '../../../shared/import/imported-blocks';
import { createNotices } from '../../../shared/import/notices';
import { refuseDamaged, refuseEmpty, refuseTooLarge } from '../../../shared/import/problems';
import { noClaims } from '../../../shared/import/proposal';
import { createEncodingNotices, decodeText } from '../../../shared/import/text/decode-text';
import { proposeTitle } from '../../../shared/import/title';
import type { Format } from '../format';
import { joinCues } from './join-cues';
import { parseSubtitles } from './parse-cues';
import { removeRepeatedLines } from './remove-repeated-lines';

const extensions = ['srt', 'vtt'];
const webVttSignature = /^(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)/;

/**
 * Subtitles: SubRip (.srt) and WebVTT (.vtt). `parse-cues.ts` reads the cues, `remove-repeated-lines.ts`
 * leaves out what captions that roll up show twice, `join-cues.ts` joins them to paragraphs, each with the
 * time at which it begins.
 */
export const subtitles: Format = {
  matches: ({ origin, type, bytes }) =>
    type === 'text/vtt' ||
    extensions.includes(getExtension(origin.name ?? '')) ||
    webVttSignature.test(String.fromCharCode(...bytes.subarray(0, 10))),
  readDraft: ({ origin, bytes, charset, encoding = null }) => {
    const decoded = decodeText(origin.name ?? '', bytes, [charset ?? ''], encoding);
    if (!decoded.ok) return decoded;
    const subtitles = parseSubtitles(decoded.text);
    if (!subtitles) return refuseDamaged(origin.name);
    const { cues, lineCount } = removeRepeatedLines(subtitles.cues);
    const blocks = joinCues(cues);
    const draft = joinBlocks(blocks);
    if (draft.blocks.length === 0) return refuseEmpty(origin.name);
    if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
    const title = proposeTitle([], origin.name);
    const metadata = { title, byline: null, link: null, publishedAt: null, language: null };
    const proposal = { ...metadata, origin, ...draft, ...noClaims };
    const counts = { hiddenLeftOut: subtitles.hiddenCount, repeatedLinesLeftOut: lineCount };
    return { ok: true, proposal, notices: [...createNotices(counts), ...createEncodingNotices(decoded)] };
  },
  readText: ({ origin, bytes, charset }) => {
    const decoded = decodeText(origin.name ?? '', bytes, [charset ?? '']);
    const subtitles = decoded.ok ? parseSubtitles(decoded.text) : null;
    if (!subtitles) return { state: 'unreadable', why: 'The file is damaged.' };
    const pages = [
      joinCues(removeRepeatedLines(subtitles.cues).cues)
        .map(({ text }) => text)
        .join('\n'),
    ];
    return { state: 'read', pages, paged: false, beside: [] };
  },
};
