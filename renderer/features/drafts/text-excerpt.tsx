import type { DraftProposal } from '../../../shared/import/proposal';
import { detectDirection } from '../../../shared/text/characters/direction';
import styles from './add-draft-dialog.module.css';

/** An excerpt ends with the first block that reaches this length, in UTF-16 code units: enough to recognize the article. */
const minExcerptLength = 200;

/** The first paragraphs of a text. They are complete, and scroll where there is no room for them. */
export function TextExcerpt({ proposal }: { proposal: DraftProposal }) {
  const { text, blocks, language } = proposal;
  const { end } = blocks.find((block) => block.end >= minExcerptLength) ?? { end: text.length };
  const excerpt = text.slice(0, end);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard
    <blockquote className={styles.excerpt} lang="" dir={detectDirection(excerpt, language)} tabIndex={0}>
      {excerpt}
    </blockquote>
  );
}
