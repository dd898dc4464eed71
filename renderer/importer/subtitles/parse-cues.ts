/** A cue of subtitles: the text that is shown from a time on. */
export interface Cue {
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
  ...([
    ['&amp;', '&'],
    ['&lt;', '<'],
    ['&gt;', '>'],
    ['&nbsp;', '\u00a0'],
    ['&lrm;', '\u200e'],
    ['&rlm;', '\u200f'],
  ] as const),
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
export function parseSubtitles(text: string): Subtitles | null {
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
