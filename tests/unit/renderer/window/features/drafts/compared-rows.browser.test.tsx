import { expect, it } from 'vitest';
import { compareDrafts } from '#main/worker/drafts/diff-hunks.ts';
import { createComparedSide, InlineRow } from '#renderer/window/features/drafts/compared-rows.tsx';
import { createDiffRows } from '#shared/drafts/diff-rows.ts';
import { importReview, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';

/** The inline comparison of two texts, by paragraph, with [-removed-] and {+added+} words. */
function compareInline(beforeText: string, afterText: string): string[] {
  const { review, draft: before } = importReview(beforeText);
  const { draft: after } = importReview(afterText);
  const beforeSide = createComparedSide(review, before);
  const afterSide = createComparedSide(review, after);
  const rows = createDiffRows(before.blocks, after.blocks, compareDrafts(before, after));
  const { column } = show(
    openSession(review, before),
    <div>
      {rows.map((row) => (
        <InlineRow
          key={`${row.before?.id} ${row.after?.id}`}
          row={row}
          changes={new Map()}
          before={beforeSide}
          after={afterSide}
        />
      ))}
    </div>,
    { width: 600, height: 600 },
  );
  for (const removed of column.querySelectorAll('del')) removed.textContent = `[-${removed.textContent}-]`;
  for (const added of column.querySelectorAll('ins')) added.textContent = `{+${added.textContent}+}`;
  return [...column.querySelectorAll('p')].map((paragraph) => paragraph.textContent?.trim() ?? '');
}

const rest = 'The bridge was built in 1986 by the port.';

it('strikes out a rewritten heading once, in its old place', () => {
  const text = compareInline(`Money\n\n${rest}`, `The money\n\nIt cost twice the sum.\n\n${rest}`);
  expect(text).toEqual(['[-Money-]', '{+The+} {+money+}', '{+It cost twice the sum+}.', rest]);
});

it('strikes out a restyled word in front of the new one', () => {
  expect(compareInline(rest, rest.replace('port', 'Port'))).toEqual([
    'The bridge was built in 1986 by the [-port-]{+Port+}.',
  ]);
});
