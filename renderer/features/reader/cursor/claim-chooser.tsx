import { useRef } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { standingLooks } from '../../../../shared/domain/verdict';
import { blockDirection } from '../../../../shared/drafts/block-direction';
import { useLanguage } from '../../../state/reading/direction';
import { pickClaim } from '../../../state/review/review-view';
import { useSession } from '../../../state/review/session-context';
import { ClippedText } from '../../../ui/text/clipped-text';
import styles from './claim-chooser.module.css';

export interface ChooserAt {
  ids: string[];
  /** Where in the window, in CSS pixels. */
  x: number;
  y: number;
}

/** Which of the claims that lie on the same words? */
export function ClaimChooser({ at, onClose }: { at: ChooserAt; onClose: () => void }) {
  const { shownById, draft } = useSession();
  const language = useLanguage();
  const anchor = useRef<HTMLSpanElement>(null);
  const claims = at.ids.flatMap((id) => shownById().get(id) ?? []);
  return (
    <MenuTrigger isOpen onOpenChange={(open) => !open && onClose()}>
      <span ref={anchor} className={styles.anchor} style={{ left: at.x, top: at.y }} />
      <Popover
        triggerRef={anchor}
        placement="bottom start"
        className={styles.popover}
        aria-label="Claims on these words"
      >
        <Menu
          aria-label="Claims on these words"
          onAction={(key) => pickClaim(String(key))}
          className={styles.menu}
        >
          {claims.map(({ claim, number, span, standing }) => (
            <MenuItem
              key={claim.id}
              id={claim.id}
              className={`${styles.item} ${standing}`}
              textValue={`Claim ${number}`}
            >
              <span className={styles.number}>{number}</span>
              <span className={styles.glyph} aria-hidden="true">
                {standingLooks[standing].glyph}
              </span>
              <ClippedText lines={2} dir={blockDirection(draft, span, language)}>
                {draft.text.slice(span.start, span.end)}
              </ClippedText>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
