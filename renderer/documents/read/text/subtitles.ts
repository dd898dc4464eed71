import { maxTextLength } from '#shared/domain/base/draft.ts';
import { type ImportedBlock, joinBlocks } from '#shared/import/base/imported-blocks.ts';
import { createNotices } from '#shared/import/base/notices.ts';
import { refuseDamaged, refuseEmpty, refuseTooLarge } from '#shared/import/base/problems.ts';
import { noClaims } from '#shared/import/base/proposal.ts';
import { proposeTitle } from '#shared/import/text/title.ts';
import { createEncodingNotices, decodeText } from '../base/decode-text.ts';
import { getExtension } from '../base/file-signatures.ts';
import type { Format } from '../base/format.ts';
import { groupNeighbours } from '../base/group-neighbours.ts';

/** A cue of subtitles: the text that is shown from a time on. */
interface Cue {
  startMs: number;
  endMs: number;
  /** Who speaks, when the file says so; '' when it does not. */
  speaker: string;
  /** Its lines that have words. */
  lines: string[];
}

/** The cues of a file, and what is left out of it. */
interface Subtitles {
  cues: Cue[];
  /** How many comments of WebVTT, and lines before the first cue, are shown to nobody. */
  hiddenCount: number;
}

/**
 * The line with the times of a cue; SubRip writes milliseconds after a comma, WebVTT after a full stop and without hours. Some
 * programs leave them out.
 */
const timing =
  /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?/;

const toMs = (hours: string | undefined, minutes: string, seconds: string, fraction = '') =>
  ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 +
  Number(fraction.padEnd(3, '0'));

const entities = new Map<string, string>([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&nbsp;', '\u00a0'],
  ['&lrm;', '\u200e'],
  ['&rlm;', '\u200f'],
]);

/** Removes markup of WebVTT (4.2.2) and of SubRip: tags, entities, and positions in braces. */
function removeMarkup(line: string): string {
  return line
    .replace(/<\/?(?:[a-z]+(?:\.[^\s>]*)?(?:\s[^>]*)?|[\d:.]+|font[^>]*)>/gi, '')
    .replace(/\{\\[^}]*\}/g, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => entities.get(entity) ?? entity);
}

const voice = /<v(?:\.[^\s>]*)?\s+([^>]+)>/i;

const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';

/**
 * Finds the line before which a cue ends: the next one's name or number, else its times. A line with a number is the name of the
 * next cue after a blank line, or when it counts on. WebVTT allows any line as a name, but after a blank one.
 */
function findCueEnd(
  lines: readonly string[],
  nextTiming: number,
  index: number | null,
  isVtt: boolean,
): number {
  const name = lines[nextTiming - 1]?.trim() ?? '';
  const isNumber = /^\d+$/.test(name);
  const isAfterBlank = isBlank(lines[nextTiming - 2]);
  const isName = name !== '' && isAfterBlank && (isNumber || isVtt);
  const countsOn = isNumber && index !== null && Number(name) === index + 1;
  return isName || countsOn ? nextTiming - 1 : nextTiming;
}

/** Leaves out the comments, styles and regions of WebVTT (4.1), each up to the next blank line. */
function removeVttBlocks(lines: readonly string[]): { lines: string[]; commentCount: number } {
  const kept: string[] = [];
  let commentCount = 0;
  let isInBlock = false;
  for (const [index, line] of lines.entries()) {
    if (isBlank(line)) isInBlock = false;
    else if (isBlank(lines[index - 1]) && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)) {
      isInBlock = true;
      if (line.startsWith('NOTE')) commentCount += 1;
    }
    if (!isInBlock) kept.push(line);
  }
  return { lines: kept, commentCount };
}

/** The words of each voice in the lines of a cue, in their order. */
function splitVoices(lines: readonly string[]): Pick<Cue, 'speaker' | 'lines'>[] {
  const voices: Pick<Cue, 'speaker' | 'lines'>[] = [{ speaker: '', lines: [] }];
  for (const line of lines)
    for (const [index, part] of line.split(/(?=<v[.\s])/i).entries()) {
      const named = voice.exec(part)?.[1]?.trim();
      if (named !== undefined && (index === 0 || named !== voices.at(-1)?.speaker))
        voices.push({ speaker: named, lines: [] });
      const words = removeMarkup(part).trim();
      if (words !== '') voices.at(-1)?.lines.push(words);
    }
  const spoken = voices.filter((one) => one.lines.length > 0);
  return spoken.length === 0 ? voices.slice(0, 1) : spoken;
}

/**
 * Reads SubRip (.srt) or WebVTT (.vtt), in the order of the file. A cue goes from its times to those of the next, so that blank
 * lines in it, or none behind it, lose nothing. The words of each voice in it are a cue of their own. Null when there is no cue.
 */
function parseSubtitles(text: string): Subtitles | null {
  const isVtt = /^WEBVTT(?:\s|$)/.test(text);
  const all = text.split('\n');
  const { lines, commentCount } = isVtt ? removeVttBlocks(all) : { lines: all, commentCount: 0 };
  const timingLines = lines.flatMap((line, index) => (timing.test(line) ? [index] : []));
  const [first] = timingLines;
  if (first === undefined) return null;
  const before = isVtt ? [] : lines.slice(0, findCueEnd(lines, first, 0, false));
  const cues = timingLines.flatMap((start, order): Cue[] => {
    const [, h1, m1 = '', s1 = '', f1, h2, m2 = '', s2 = '', f2] = timing.exec(lines[start] ?? '') ?? [];
    const times = { startMs: toMs(h1, m1, s1, f1), endMs: toMs(h2, m2, s2, f2) };
    const written = lines[start - 1]?.trim() ?? '';
    const number = /^\d+$/.test(written) ? Number(written) : null;
    const next = timingLines[order + 1];
    const end = next === undefined ? lines.length : findCueEnd(lines, next, number, isVtt);
    return splitVoices(lines.slice(start + 1, end)).map((one) => ({ ...times, ...one }));
  });
  return { cues, hiddenCount: commentCount + before.filter((line) => !isBlank(line)).length };
}

/** A pause that parts paragraphs, in milliseconds. */
const pauseMs = 2_000;
/** A paragraph ends with the first sentence that ends after this many UTF-16 code units, so that its time stays near. */
const minParagraphLength = 240;
/** A paragraph ends here even in mid-sentence: not all subtitles have punctuation. */
const maxParagraphLength = 1_200;

const sentenceEnd = /[.!?…。！？]["'”’»)\]]*$/;

/** Another speaker, as subtitles mark one without naming them. */
const changeOfSpeaker = /^(?:[-–—](?:\s|(?=[\p{L}"“«‘'¿¡([]))|>>)/u;

/** Divides a cue in which two people speak. A dash within a sentence that goes on in the next line is no other speaker. */
function splitTurns(cue: Cue): Cue[] {
  const isTurn = (last: string, line: string, first: string) =>
    changeOfSpeaker.test(line) && (changeOfSpeaker.test(first) || sentenceEnd.test(last));
  const turns = groupNeighbours(cue.lines, (...lines) => !isTurn(...lines));
  return turns.length < 2 ? [cue] : turns.map((lines) => ({ ...cue, lines }));
}

function startsParagraph(text: string, before: Cue, cue: Cue, speaker: string): boolean {
  const [line = ''] = cue.lines;
  if (cue.speaker !== '' && cue.speaker !== speaker) return true;
  if (changeOfSpeaker.test(line) || text.length > maxParagraphLength) return true;
  if (!sentenceEnd.test(text)) return false;
  return text.length > minParagraphLength || cue.startMs - before.endMs >= pauseMs;
}

/**
 * Joins cues, which end in mid-sentence, to paragraphs of whole sentences. Each begins at the time of its first cue, and with the
 * name of its speaker where that changes. Two people who speak in one cue have a paragraph each.
 */
function joinCues(cues: readonly Cue[]): ImportedBlock[] {
  const blocks: { startsAtMs: number; text: string }[] = [];
  let before: Cue | null = null;
  let speaker = '';
  for (const cue of cues.flatMap(splitTurns)) {
    const text = cue.lines.join(' ');
    const last = blocks.at(-1);
    if (text === '') {
      // The lines before are still shown.
      before = cue;
      continue;
    }
    if (!before || !last || startsParagraph(last.text, before, cue, speaker)) {
      const isNamed = cue.speaker !== '' && cue.speaker !== speaker;
      blocks.push({ startsAtMs: cue.startMs, text: isNamed ? `${cue.speaker}: ${text}` : text });
    } else last.text += ` ${text}`;
    speaker = cue.speaker === '' ? speaker : cue.speaker;
    before = cue;
  }
  return blocks.map((block) => ({ kind: 'paragraph', level: null, marks: [], ...block }));
}

/** A cue that is shown for less only moves the lines of captions that roll up, in milliseconds. */
const minSpokenMs = 100;

/** The share of cues that begin with lines of the one before, from which on captions roll up. */
const minRollUpShare = 0.5;

/** How many lines at the end of a cue are shown again at the beginning of the next. */
function countSharedLines(before: Cue, cue: Cue): number {
  const longest = Math.min(before.lines.length, cue.lines.length);
  for (let count = longest; count > 0; count -= 1)
    if (cue.lines.slice(0, count).every((line, index) => line === before.lines.at(index - count)))
      return count;
  return 0;
}

/** Whether shared lines move up, or are said once more: the same words in a cue of their own are said again. */
function areMoved(count: number, before: Cue, cue: Cue): boolean {
  const isWhole = count === before.lines.length && count === cue.lines.length;
  return count > 0 && (!isWhole || cue.endMs - cue.startMs < minSpokenMs);
}

/**
 * Leaves out the lines that captions repeat while they roll up: each cue shows the last lines of the one before above its own.
 * Whether captions do so is decided for the file as a whole, because people repeat themselves as well. A cue that is shown a second
 * time at once is left out from any file. Returns the cues with the words that each adds, and how many lines were left out.
 */
function removeRepeatedLines(cues: readonly Cue[]): { cues: Cue[]; lineCount: number } {
  const spoken = cues.filter(({ lines }) => lines.length > 0);
  const pairs = spoken.slice(1).map((cue, index) => {
    const before = spoken[index] ?? cue;
    const count = countSharedLines(before, cue);
    const isTwin = count === cue.lines.length && count === before.lines.length && cue.startMs < before.endMs;
    return { cue, count, isTwin, isMoved: areMoved(count, before, cue) };
  });
  const rollsUp = pairs.filter(({ isMoved }) => isMoved).length >= minRollUpShare * pairs.length;
  let lineCount = 0;
  const kept = pairs.map(({ cue, count, isTwin, isMoved }): Cue => {
    if (!isTwin && !(rollsUp && isMoved)) return cue;
    lineCount += count;
    return { ...cue, lines: cue.lines.slice(count) };
  });
  return { cues: [...spoken.slice(0, 1), ...kept], lineCount };
}

const extensions = ['srt', 'vtt'];
const webVttSignature = /^(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)/;

/**
 * Subtitles: SubRip (.srt) and WebVTT (.vtt). `parseSubtitles` reads the cues. Lines that rolling captions repeat are left out,
 * and cues are joined into paragraphs, each with the time at which it begins.
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
