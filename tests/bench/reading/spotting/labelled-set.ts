import type { DraftText } from '../../../../shared/text/draft-text';
import type { Span } from '../../../../shared/text/span';

/** A document of which somebody has said of each sentence whether it is worth checking. */
export interface LabelledDocument {
  draft: DraftText;
  sentences: readonly Span[];
  /** For each sentence, whether it is worth checking. */
  isWorth: readonly boolean[];
}

/**
 * Labels that mean worth checking, such as "1", "yes", "worth checking" and "check-worthy factual sentence". "1" is the class of
 * check-worthy facts where "-1" and "0" are the others.
 */
const worthLabel = /^(?:\+?1(?:\.0)?|yes|true|positive|cfs|worth.*|check.*)$/i;

/**
 * Reads labelled sentences: a line for each, `text<TAB>label`, and an empty line between documents. A line without a tab and a
 * heading are skipped.
 */
export function parseLabelledLines(content: string, language = 'en'): LabelledDocument[] {
  const documents: LabelledDocument[] = [];
  for (const part of content.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/)) {
    const lines = part.split('\n').flatMap((line) => parseLine(line) ?? []);
    if (lines.length > 0) documents.push(joinSentences(lines, language));
  }
  return documents;
}

interface LabelledLine {
  text: string;
  isWorth: boolean;
}

function parseLine(line: string): LabelledLine | null {
  const tab = line.lastIndexOf('\t');
  const text = line.slice(0, tab).replaceAll('\t', ' ').trim();
  const label = line
    .slice(tab + 1)
    .trim()
    .toLowerCase();
  if (tab < 0 || text === '' || /^label$/i.test(label)) return null;
  return { text, isWorth: worthLabel.test(label) };
}

/** A document with a block for each sentence. */
function joinSentences(lines: readonly LabelledLine[], language: string): LabelledDocument {
  const sentences: Span[] = [];
  let text = '';
  for (const line of lines) {
    const start = text.length;
    text += `${line.text}\n`;
    sentences.push({ start, end: text.length - 1 });
  }
  return {
    draft: { text, blocks: sentences, language },
    sentences,
    isWorth: lines.map(({ isWorth }) => isWorth),
  };
}
