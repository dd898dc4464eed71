import { useRef } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useLanguage, useSession } from '#renderer/window/state/review/use-session.ts';
import { setCurrentClaim } from '#renderer/window/state/view/navigate.ts';
import { ClippedText } from '#renderer/window/ui/text/isolated-text.tsx';
import { statusLooks } from '#shared/domain/base/verdict.ts';
import { getBlockDirection } from '#shared/drafts/block-direction.ts';
import styles from './claim-chooser.module.css';

export interface ClaimChoice {
  claimIds: string[];
  /** In the window, in CSS pixels. */
  x: number;
  y: number;
}

/** A menu of the claims on the same words. */
export function ClaimChooser({ choice, onClose }: { choice: ClaimChoice; onClose: () => void }) {
  const { outlineById, draft } = useSession();
  const language = useLanguage();
  const anchor = useRef<HTMLSpanElement>(null);
  const claims = choice.claimIds.flatMap((id) => outlineById().get(id) ?? []);
  return (
    <MenuTrigger isOpen onOpenChange={(open) => !open && onClose()}>
      <span ref={anchor} className={styles.anchor} style={{ left: choice.x, top: choice.y }} />
      <Popover
        triggerRef={anchor}
        placement="bottom start"
        className={styles.popover}
        aria-label="Claims on these words"
      >
        <Menu
          aria-label="Claims on these words"
          onAction={(key) => setCurrentClaim(String(key))}
          className={styles.menu}
        >
          {claims.map(({ claim, number, span, status }) => (
            <MenuItem
              key={claim.id}
              id={claim.id}
              className={`${styles.item} ${status}`}
              textValue={`Claim ${number}`}
            >
              <span className="claim-number">{number}</span>
              <span className="status-glyph" aria-hidden="true">
                {statusLooks[status].glyph}
              </span>
              <ClippedText lines={2} dir={getBlockDirection(draft, span, language)}>
                {draft.text.slice(span.start, span.end)}
              </ClippedText>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
