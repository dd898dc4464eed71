import { Fragment } from 'react';
import { findAddresses } from '../../../../shared/references/addresses';
import { openLink } from '../../../state/open-link';
import styles from './claim-card.module.css';

/** A text in which each address opens like other external links, after the person agreed to its host. */
export function LinkedText({ text }: { text: string }) {
  const addresses = findAddresses(text);
  return (
    <span>
      {addresses.map(({ url, start, end }, index) => (
        <Fragment key={start}>
          {text.slice(addresses[index - 1]?.end ?? 0, start)}
          <button type="button" className={styles.link} onClick={() => void openLink(url)}>
            {text.slice(start, end)}
          </button>
        </Fragment>
      ))}
      {text.slice(addresses.at(-1)?.end ?? 0)}
    </span>
  );
}
