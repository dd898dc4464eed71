import type { Block } from '../../../shared/domain/draft';

interface KindChoice {
  value: string;
  label: string;
  part: Pick<Block, 'kind' | 'level'>;
}

const other = (kind: Block['kind'], label: string): KindChoice => ({
  value: kind,
  label,
  part: { kind, level: null },
});

/** Every kind that a block can be given. */
export const kindChoices: readonly KindChoice[] = [
  other('paragraph', 'Paragraph'),
  ...[1, 2, 3, 4, 5, 6].map(
    (level): KindChoice => ({
      value: `heading${level}`,
      label: `Heading ${level}`,
      part: { kind: 'heading', level },
    }),
  ),
  other('quote', 'Quote'),
  other('listItem', 'List item'),
  other('caption', 'Caption'),
  other('tableRow', 'Table row'),
  other('note', 'Note'),
];

/** The value of a block's kind among the choices. */
export function kindOf({ kind, level }: Pick<Block, 'kind' | 'level'>): string {
  return kind === 'heading' ? `heading${level ?? 2}` : kind;
}

export function withKind<T extends Pick<Block, 'kind' | 'level'>>(block: T, value: string): T {
  return { ...block, ...kindChoices.find((choice) => choice.value === value)?.part };
}
