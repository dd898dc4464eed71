import type { ImportedBlock } from '../../../../shared/import/imported-blocks';
import { plainTextStyle } from '../../text/styled-text';
import { buildTextRuns, joinText, type TextRun } from '../lines/text-runs';
import type { LayoutBlock } from './layout-block';
import { getLineJoin } from './line-join';
import { buildMarkedText, type CommentedPart } from './marked-text';
import { isContentsEntry, matchBullet, replaceDotLeaders } from './markers';
import { closeUpHyphen, type Vocabulary } from './vocabulary';

/** A block of a draft, and facts about its lines that are not part of it. */
export interface PdfBlock extends ImportedBlock {
  /** The parts that comments are about. */
  commented: CommentedPart[];
  /** How many hyphens at the ends of lines were left out. */
  hyphensJoined: number;
}

/** Turns layout blocks into blocks of a draft: lines are joined, hyphens at their ends undone, bullets left out. */
export function toImportedBlocks(blocks: readonly LayoutBlock[], vocabulary: Vocabulary): PdfBlock[] {
  const noteNames = new Set(blocks.flatMap(({ note }) => note?.name ?? []));
  return blocks.map((block): PdfBlock => {
    const findTarget = (name: string) => (block.kind !== 'note' && noteNames.has(name) ? name : null);
    const { runs, hyphensJoined } = joinLines(block, vocabulary);
    const { text, marks, commented } = buildMarkedText(runs, findTarget);
    const start = block.kind === 'listItem' ? matchBullet(text).length : 0;
    const move = <T extends { start: number; end: number }>(part: T): T => ({
      ...part,
      start: Math.max(part.start - start, 0),
      end: part.end - start,
    });
    return {
      commented: commented.filter(({ end }) => end > start).map(move),
      hyphensJoined,
      kind: block.kind,
      level: block.level,
      text: text.slice(start),
      marks: marks
        .filter(({ kind, end }) => end > start && !(kind === 'bold' && block.kind === 'heading'))
        .map(move),
      page: block.lines[0]?.pageNumber ?? 1,
      ...(block.note === null ? {} : { name: block.note.name }),
    };
  });
}

function joinLines(
  { lines, breaks, isTableRow, note }: LayoutBlock,
  vocabulary: Vocabulary,
): { runs: TextRun[]; hyphensJoined: number } {
  const runs: TextRun[] = [];
  let hyphensJoined = 0;
  for (const line of lines) {
    const lineRuns = buildTextRuns(line, isTableRow);
    const text = joinText(lineRuns);
    const last = runs.at(-1);
    if (last) {
      const after = text.trimStart();
      const { dropsHyphen, separator } = getLineJoin(
        closeUpHyphen(joinText(runs.slice(-4)).trimEnd(), after, vocabulary),
        after,
        vocabulary,
      );
      if (dropsHyphen) hyphensJoined += 1;
      const end = closeUpHyphen(last.text.trimEnd(), after, vocabulary);
      last.text = dropsHyphen ? end.slice(0, -1) : end;
      runs.push({
        text: breaks.has(line) ? '\n' : separator,
        style: plainTextStyle,
        noteName: null,
        comments: [],
      });
      const [first] = lineRuns;
      if (first) first.text = first.text.trimStart();
    }
    if (isContentsEntry(text))
      runs.push(...lineRuns.map((run) => ({ ...run, text: replaceDotLeaders(run.text, '\t') })));
    else runs.push(...lineRuns);
  }
  const [first, ...others] = runs;
  const labelled =
    note && first ? [{ ...first, text: bracketLabel(first.text, note.label) }, ...others] : runs;
  return {
    runs: labelled.map((run) => ({ ...run, text: run.text.replaceAll('\u00ad', '-') })),
    hyphensJoined,
  };
}

/** Puts the label of a note in brackets, as references to it have it. */
function bracketLabel(text: string, label: string): string {
  const trimmed = text.trimStart();
  return trimmed.startsWith(label) ? `[${label}] ${trimmed.slice(label.length)}` : text;
}
