import type { Block } from '../../../shared/domain/draft/draft';
import { listAll } from '../../../shared/text/sequences/list-all';

interface KindOption {
  value: string;
  label: string;
  fields: Pick<Block, 'kind' | 'level'>;
}

const headingLevels = [1, 2, 3, 4, 5, 6];

/** The level of a heading for which none was stored. */
const defaultHeadingLevel = 2;

type KindWithoutLevel = Exclude<Block['kind'], 'heading'>;

const kindLabels: Record<KindWithoutLevel, string> = {
  paragraph: 'Paragraph',
  quote: 'Quote',
  listItem: 'List item',
  caption: 'Caption',
  tableRow: 'Table row',
  note: 'Note',
};

/** In the order in which they are listed. */
const otherKinds = listAll<Exclude<KindWithoutLevel, 'paragraph'>>()([
  'quote',
  'listItem',
  'caption',
  'tableRow',
  'note',
]);

/** The kinds that a block can have, each level of heading on its own. */
export const kindOptions: readonly KindOption[] = [
  createOption('paragraph'),
  ...headingLevels.map(
    (level): KindOption => ({
      value: `heading${level}`,
      label: `Heading ${level}`,
      fields: { kind: 'heading', level },
    }),
  ),
  ...otherKinds.map(createOption),
];

function createOption(kind: KindWithoutLevel): KindOption {
  return { value: kind, label: kindLabels[kind], fields: { kind, level: null } };
}

/** The value of the option for the kind of a block. */
export function getKindValue({ kind, level }: Pick<Block, 'kind' | 'level'>): string {
  return kind === 'heading' ? `heading${level ?? defaultHeadingLevel}` : kind;
}

/** Sets the kind of a block to the option with the value. */
export function setBlockKind<T extends Pick<Block, 'kind' | 'level'>>(block: T, value: string): T {
  return { ...block, ...kindOptions.find((option) => option.value === value)?.fields };
}
