import type { ImportedBlock } from '../../../shared/import/imported-blocks';
import type { Cue } from './parse-cues';

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
  const turns: string[][] = [];
  for (const line of cue.lines) {
    const last = turns.at(-1);
    const isTurn =
      changeOfSpeaker.test(line) &&
      (changeOfSpeaker.test(last?.[0] ?? '') || sentenceEnd.test(last?.at(-1) ?? ''));
    if (last && !isTurn) last.push(line);
    else turns.push([line]);
  }
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
export function joinCues(cues: readonly Cue[]): ImportedBlock[] {
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
