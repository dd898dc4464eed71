import { maxTextLength } from '../../../shared/domain/draft/draft';
import { getExtension } from '../../../shared/import/file-signatures';
import { joinBlocks } from '../../../shared/import/imported-blocks';
import { refuseDamaged, refuseEmpty, refuseTooLarge } from '../../../shared/import/problems';
import { noClaims } from '../../../shared/import/proposal';
import { createEncodingNotices, decodeText } from '../../../shared/import/text/decode-text';
import { proposeTitle } from '../../../shared/import/title';
import type { Format } from '../format';
import { joinCues } from './join-cues';
import { parseCues } from './parse-cues';

const extensions = ['srt', 'vtt'];
const webVttSignature = /^(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)/;

/**
 * Subtitles: SubRip (.srt) and WebVTT (.vtt). `parse-cues.ts` reads the cues, `join-cues.ts` joins them to paragraphs, each with the
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
    const cues = parseCues(decoded.text);
    if (!cues) return refuseDamaged(origin.name);
    const blocks = joinCues(cues);
    const draft = joinBlocks(blocks);
    if (draft.blocks.length === 0) return refuseEmpty(origin.name);
    if (draft.text.length > maxTextLength) return refuseTooLarge(origin.name);
    const title = proposeTitle([], origin.name);
    const metadata = { title, byline: null, link: null, publishedAt: null, language: null };
    const proposal = { ...metadata, origin, ...draft, ...noClaims };
    return { ok: true, proposal, notices: createEncodingNotices(decoded) };
  },
  readText: ({ origin, bytes, charset }) => {
    const decoded = decodeText(origin.name ?? '', bytes, [charset ?? '']);
    const cues = decoded.ok ? parseCues(decoded.text) : null;
    if (!cues) return { state: 'unreadable', why: 'The file is damaged.' };
    const pages = [
      joinCues(cues)
        .map(({ text }) => text)
        .join('\n'),
    ];
    return { state: 'read', pages, paged: false, beside: [] };
  },
};
