import { expect, it } from 'vitest';
import { useSameItems } from '../../../../../renderer/ui/lists/use-same-items';
import { show } from '../../support/open-session';

interface KeeperProps {
  items: readonly string[];
  tell: (kept: readonly string[]) => void;
}

function Keeper({ items, tell }: KeeperProps) {
  tell(useSameItems(items));
  return null;
}

it('an array is the one from before for as long as its items are the same, in the same order', () => {
  const seen: (readonly string[])[] = [];
  const tell = (kept: readonly string[]) => {
    if (seen.at(-1) !== kept) seen.push(kept);
  };
  const { rerender, close } = show(null, <Keeper items={['a', 'b']} tell={tell} />, { width: 9, height: 9 });
  for (const items of [['a', 'b'], ['b', 'a'], ['b', 'a'], ['b'], ['b', 'c']])
    rerender(<Keeper items={items} tell={tell} />);
  expect(seen).toEqual([['a', 'b'], ['b', 'a'], ['b'], ['b', 'c']]);
  close();
});
