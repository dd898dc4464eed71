import type { Random } from '../../../support/random';

/** A part of a generated article, in the order of reading. The text of a row has a tab between its cells. */
export interface TextPart {
  kind: 'heading' | 'paragraph' | 'row';
  text: string;
  /** A note on the paragraph. */
  note?: string;
}

type Words = [string, ...string[]];

const common =
  'the of and to in a that for it was on with as by at from be this have are not but had they which or an were their has would what will there if can all who one time up about out them then some into only could new other than also after most made many must before through years where much way down should because each just those people too little good very make still long here between both under same another while last might great old year since against right'.split(
    ' ',
  ) as Words;
const rare =
  'council ferry harbour island engineer minister budget report railway bridge hospital school archive journalist editor parliament committee investigation contract company shareholder newspaper magazine interview document witness laboratory university experiment measurement government administration responsibility transportation infrastructure communication environment organisation announced published confirmed measured reduced considered recommended postponed'.split(
    ' ',
  ) as Words;

const paragraphCount = 24;
const headingDistance = 6;
const tableDistance = 9;
const rowsPerTable = 7;
const noteShare = 0.2;

/** Generates an article of headings and paragraphs, with notes and tables where the layout has them. */
export function generateText(
  random: Random,
  { hasNotes, tables, columns }: { hasNotes?: boolean; tables?: 'plain' | 'wrapped'; columns: number },
): TextPart[] {
  const parts: TextPart[] = [{ kind: 'heading', text: generateWords(random, 7) }];
  for (let index = 0; index < paragraphCount; index += 1) {
    if (index > 0 && index % headingDistance === 0)
      parts.push({ kind: 'heading', text: generateWords(random, 4) });
    const hasNote = hasNotes && random.next() < noteShare;
    parts.push({
      kind: 'paragraph',
      text: generateParagraph(random),
      ...(hasNote && { note: generateSentence(random) }),
    });
    if (tables && index % tableDistance === 4) {
      for (let row = 0; row < rowsPerTable; row += 1)
        parts.push({ kind: 'row', text: generateRow(random, tables, columns) });
    }
  }
  return parts;
}

function generateRow(random: Random, tables: 'plain' | 'wrapped', columns: number): string {
  // Short words, so that none has to be broken in a narrow column.
  const word = () => random.pick(rare.filter((one) => one.length <= 8) as Words);
  const label = Array.from({ length: tables === 'plain' ? 1 : 5 + random.below(4) }, word).join(' ');
  const cells = Array.from({ length: columns === 1 ? 3 : 2 }, () => `${1 + random.below(9_999)}`);
  return [label, ...cells].join('\t');
}

function generateParagraph(random: Random): string {
  return Array.from({ length: 2 + random.below(5) }, () => generateSentence(random)).join(' ');
}

function generateSentence(random: Random): string {
  return `${generateWords(random, 6 + random.below(17))}${random.next() < 0.2 ? '?' : '.'}`;
}

function generateWords(random: Random, count: number): string {
  const words = Array.from({ length: count }, () => {
    const kind = random.next();
    if (kind < 0.05) return `${1_000 + random.below(99_000)}`;
    return random.pick(kind < 0.65 ? common : rare);
  }).join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
