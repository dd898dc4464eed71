import { afterEach, expect, it } from 'vitest';
import { comparedSide, InlineRow } from '../../../../../../renderer/features/drafts/compare/compared-text';
import { compareDrafts } from '../../../../../../shared/drafts/compare/diff-hunks';
import { comparedRows } from '../../../../../../shared/drafts/compare/diff-rows';
import { reviewOf, sessionOf, show } from '../../../support/open-session';

let close = () => {};

afterEach(() => close());

/** Both drafts in one text, paragraph by paragraph: [-what is struck-] and {+what is new+}. */
function inOneText(one: string, other: string): string[] {
  const { review, draft: before } = reviewOf(one);
  const { draft: after } = reviewOf(other);
  const [old, now] = [comparedSide(review, before), comparedSide(review, after)];
  const rows = comparedRows(before.blocks, after.blocks, compareDrafts(before, after));
  const shown = show(
    sessionOf(review, before),
    <div>
      {rows.map((row) => (
        <InlineRow
          key={`${row.before?.id} ${row.after?.id}`}
          row={row}
          changes={new Map()}
          before={old}
          after={now}
        />
      ))}
    </div>,
    { width: 600, height: 600 },
  );
  ({ close } = shown);
  for (const struck of shown.column.querySelectorAll('del')) struck.textContent = `[-${struck.textContent}-]`;
  for (const added of shown.column.querySelectorAll('ins')) added.textContent = `{+${added.textContent}+}`;
  return [...shown.column.querySelectorAll('p')].map((paragraph) => paragraph.textContent?.trim() ?? '');
}

const rest = 'The bridge was built in 1986 by the port.';

it('strikes a heading that was written otherwise once, where it stood', () => {
  const text = inOneText(`Money\n\n${rest}`, `The money\n\nIt cost twice the sum.\n\n${rest}`);
  expect(text).toEqual(['[-Money-]', '{+The+} {+money+}', '{+It cost twice the sum+}.', rest]);
});

it('strikes a word that is written otherwise in front of the new one', () => {
  expect(inOneText(rest, rest.replace('port', 'Port'))).toEqual([
    'The bridge was built in 1986 by the [-port-]{+Port+}.',
  ]);
});
