/** A cue of subtitles: the text that is shown from a time on. */
export interface Cue {
  startMs: number;
  endMs: number;
  /** Who speaks, when the file says so; '' when it does not. */
  speaker: string;
  /** Its lines, joined. */
  text: string;
}

/** The line with the times of a cue; SubRip writes milliseconds after a comma, WebVTT after a full stop and without hours. */
const timing =
  /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;

const toMs = (hours: string | undefined, minutes: string, seconds: string, fraction: string) =>
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

/**
 * Reads the cues of SubRip (.srt) or WebVTT (.vtt), in the order of the file. Styles, regions and comments are no cues. A line in
 * which another voice begins is a cue of its own at the same time. Null when there is no cue.
 */
export function parseCues(text: string): Cue[] | null {
  const cues: Cue[] = [];
  for (const block of text.split(/\n[ \t]*\n/)) {
    const lines = block.split('\n');
    const timingLine = lines.findIndex((line) => timing.test(line));
    const match = timing.exec(lines[timingLine] ?? '');
    if (!match) continue;
    const [, h1, m1 = '', s1 = '', f1 = '', h2, m2 = '', s2 = '', f2 = ''] = match;
    const times = { startMs: toMs(h1, m1, s1, f1), endMs: toMs(h2, m2, s2, f2) };
    let speaker = '';
    const textLines = lines.slice(timingLine + 1);
    if (textLines.length === 0) cues.push({ ...times, speaker, text: '' });
    for (const line of textLines) {
      const named = voice.exec(line)?.[1]?.trim();
      const last = cues.at(-1);
      const words = removeMarkup(line).trim();
      if (named === undefined && speaker !== '' && last) last.text = `${last.text} ${words}`.trim();
      else if (named === undefined && last?.startMs === times.startMs && last.endMs === times.endMs)
        last.text = `${last.text} ${words}`.trim();
      else cues.push({ ...times, speaker: named ?? '', text: words });
      speaker = named ?? speaker;
    }
  }
  return cues.length === 0 ? null : cues;
}
