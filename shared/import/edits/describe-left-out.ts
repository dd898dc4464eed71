import { formatCount } from '#shared/text/format/numbers.ts';
import { joinList } from '#shared/text/format/wording.ts';
import type { LeftOut } from './apply-block-edits.ts';

/**
 * Describes what is lost with the blocks that are left out, and how many blocks were included again, as list items without full
 * stops. `where` follows the blocks, as in "2 blocks left out in the preview".
 */
export function describeLeftOut(leftOut: LeftOut, where = ''): string[] {
  const { included } = leftOut;
  return [
    ...describeLoss(leftOut, where),
    ...(included > 0 ? [`${formatCount(included, 'block')} included again${where}`] : []),
  ];
}

function describeLoss({ texts, claims, shortened, notes, links }: LeftOut, where: string): string[] {
  if (texts.length === 0) return [];
  const lost = joinList([
    ...(claims > 0 ? [formatCount(claims, 'claim')] : []),
    ...(notes > 0 ? [formatCount(notes, 'note')] : []),
    ...(links > 0 ? [formatCount(links, 'link')] : []),
  ]);
  const withLost = lost === '' ? '' : `, with ${lost} on ${texts.length === 1 ? 'it' : 'them'}`;
  const leftOut = `${formatCount(texts.length, 'block')} left out${where}${withLost}`;
  return shortened === 0
    ? [leftOut]
    : [
        leftOut,
        `${formatCount(shortened, 'claim loses', 'claims lose')} some of ${shortened === 1 ? 'its' : 'their'} words`,
      ];
}
