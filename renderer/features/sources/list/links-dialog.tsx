import { type FormEvent, useMemo, useState } from 'react';
import { counted } from '../../../../shared/text/format/count-of';
import { useSession } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { Checkbox } from '../../../ui/fields/checkbox';
import styles from './links-dialog.module.css';
import { referencesOf, takeLinks } from './take-references';

/** The links in the article, each address once, to be taken over as sources in one go. */
export function LinksDialog({ onClose }: { onClose: () => void }) {
  const { draft, review, readOnly } = useSession();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const links = useMemo(() => {
    const byUrl = new Map<string, string>();
    for (const { url, words } of referencesOf(draft))
      if (url !== null && !byUrl.has(url)) byUrl.set(url, words);
    return [...byUrl].map(([url, words]) => ({ url, words }));
  }, [draft]);
  const had = new Set(Array.from(review.sources.values(), ({ url }) => url));
  const chosen = new Set(links.filter(({ url }) => !had.has(url) && !leftOut.has(url)).map(({ url }) => url));
  const choose = (url: string, isChosen: boolean) => {
    const others = [...leftOut].filter((other) => other !== url);
    setLeftOut(new Set(isChosen ? others : [...others, url]));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    void takeLinks(referencesOf(draft).filter(({ url }) => url !== null && chosen.has(url)));
  };
  return (
    <Dialog
      title="Links in the article"
      size="wide"
      onClose={onClose}
      onSubmit={submit}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={chosen.size === 0 || readOnly} autoFocus>
            {`Take over ${counted(chosen.size, 'source')}`}
          </Button>
        </>
      }
    >
      {links.length === 0 ? (
        <p className={styles.aside}>The article has no links.</p>
      ) : (
        <p className={styles.aside}>
          Taken over, each becomes a source, tied as context to the claims it stands on.
        </p>
      )}
      <ul className={styles.links} aria-label="Links">
        {links.map(({ url, words }) => (
          <li key={url}>
            <Checkbox
              isSelected={chosen.has(url)}
              isDisabled={had.has(url) || readOnly}
              onChange={(isChosen) => choose(url, isChosen)}
            >
              <span className={styles.link}>
                {words}
                <small>
                  {url}
                  {had.has(url) && ' · a source already'}
                </small>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
