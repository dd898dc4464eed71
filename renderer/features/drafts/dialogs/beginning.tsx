import type { DraftProposal } from '../../../../shared/import/proposal';
import { directionOf } from '../../../../shared/text/characters/direction';
import styles from './draft-dialog.module.css';

/** UTF-16 units that are enough to know an article by. */
const enough = 200;

/** The first paragraphs of a text, as many as it takes to know it by: whole, and scrolled where there is no room for them. */
export function Beginning({ proposal }: { proposal: DraftProposal }) {
  const { text, blocks, language } = proposal;
  const { end } = blocks.find(({ end }) => end >= enough) ?? { end: text.length };
  const words = text.slice(0, end);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard
    <blockquote className={styles.beginning} lang="" dir={directionOf(words, language)} tabIndex={0}>
      {words}
    </blockquote>
  );
}
