import { expect, it } from 'vitest';
import { ClippedText, InlineList } from '#renderer/window/ui/text/isolated-text.tsx';
import { show } from '#tests/unit/renderer/support/open-session.tsx';

it('the parts of an inline list keep their order from left to right, though one of them is read from right to left', () => {
  const { column, close } = show(
    null,
    <ClippedText>
      <InlineList parts={['דנה לוי', null, 'draft 3', false, 'ports.docx']} />
    </ClippedText>,
    { width: 600, height: 40 },
  );
  expect(column.textContent).toBe('דנה לוי · draft 3 · ports.docx');
  const [name, draft, file] = [...column.querySelectorAll('bdi')].map((each) => each.getBoundingClientRect());
  expect(name?.right).toBeLessThan(draft?.left ?? 0);
  expect(draft?.right).toBeLessThan(file?.left ?? 0);
  close();
});
