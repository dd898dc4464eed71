import { type FormEvent, useMemo, useState } from 'react';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { Checkbox } from '#renderer/window/ui/fields/field.tsx';
import { formatCount } from '#shared/text/format/numbers.ts';
import { adoptLinks, getReferences } from './evidence/article-references.ts';
import styles from './links-dialog.module.css';

/** Lists the links in the article, each address once. The selected ones are adopted as sources. */
export function LinksDialog({ onClose }: { onClose: () => void }) {
  const { draft, review, readOnly } = useSession();
  const [excludedUrls, setExcludedUrls] = useState<ReadonlySet<string>>(new Set());
  const links = useMemo(() => {
    const wordsByUrl = new Map<string, string>();
    for (const { url, words } of getReferences(draft))
      if (url !== null && !wordsByUrl.has(url)) wordsByUrl.set(url, words);
    return [...wordsByUrl].map(([url, words]) => ({ url, words }));
  }, [draft]);
  const sourceUrls = new Set(Array.from(review.sources.values(), ({ url }) => url));
  const newLinks = links.filter(({ url }) => !sourceUrls.has(url));
  const selectedUrls = new Set(newLinks.map(({ url }) => url).filter((url) => !excludedUrls.has(url)));
  const select = (url: string, isSelected: boolean) => {
    const others = [...excludedUrls].filter((other) => other !== url);
    setExcludedUrls(new Set(isSelected ? others : [...others, url]));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    void adoptLinks(getReferences(draft).filter(({ url }) => url !== null && selectedUrls.has(url)));
  };
  return (
    <Dialog
      title="Links in the article"
      size="wide"
      onClose={onClose}
      onSubmit={submit}
      footer={
        <DialogFooter
          confirmLabel={`Add ${formatCount(selectedUrls.size, 'source')}`}
          onCancel={onClose}
          isDisabled={selectedUrls.size === 0 || readOnly}
          autoFocus="confirm"
        />
      }
    >
      <p className="muted">
        {links.length === 0
          ? 'The article has no links.'
          : 'Each selected link becomes a source, and evidence (context) for the claims on its words.'}
      </p>
      <ul className={styles.links} aria-label="Links">
        {links.map(({ url, words }) => (
          <li key={url}>
            <Checkbox
              isSelected={selectedUrls.has(url)}
              isDisabled={sourceUrls.has(url) || readOnly}
              onChange={(isSelected) => select(url, isSelected)}
            >
              <span className={styles.link}>
                {words}
                <small className="small-muted">
                  {url}
                  {sourceUrls.has(url) && ' · already a source'}
                </small>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
