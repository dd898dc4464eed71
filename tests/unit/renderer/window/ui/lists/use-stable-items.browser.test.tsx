import { expect, it } from 'vitest';
import { useStableItems } from '#renderer/window/ui/lists/use-stable-items.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';

interface KeeperProps {
  items: readonly string[];
  onRender: (kept: readonly string[]) => void;
}

function Keeper({ items, onRender }: KeeperProps) {
  onRender(useStableItems(items));
  return null;
}

it('the array stays the same as long as its items are the same in the same order', () => {
  const seen: (readonly string[])[] = [];
  const onRender = (kept: readonly string[]) => {
    if (seen.at(-1) !== kept) seen.push(kept);
  };
  const { rerender, close } = show(null, <Keeper items={['a', 'b']} onRender={onRender} />, {
    width: 9,
    height: 9,
  });
  for (const items of [['a', 'b'], ['b', 'a'], ['b', 'a'], ['b'], ['b', 'c']])
    rerender(<Keeper items={items} onRender={onRender} />);
  expect(seen).toEqual([['a', 'b'], ['b', 'a'], ['b'], ['b', 'c']]);
  close();
});
