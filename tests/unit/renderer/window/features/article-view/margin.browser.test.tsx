import { afterEach, describe, expect, it, vi } from 'vitest';
import { Margin } from '#renderer/window/features/article-view/margin.tsx';
import type { Session } from '#renderer/window/state/review/session.ts';
import { importReview, markWords, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';

const first = 'The council met on Thursday.';
const second =
  'Work at the quay would cost 412 million and end in March, the council said, after two years of delay while rents rose.';

/** The second paragraph in a narrow column, with its claims. */
function Paragraph({ session }: { session: Session }) {
  const block = session.draft.blocks[1];
  if (!block) return null;
  const claims = session.outline().filter(({ span }) => span.start < block.end && span.end > block.start);
  return (
    <div style={{ position: 'relative', font: '18px/27px serif' }}>
      <Margin block={block} claims={claims} />
      <p data-start={block.start} style={{ margin: 0 }}>
        {session.draft.text.slice(block.start, block.end)}
      </p>
    </div>
  );
}

let shown: ReturnType<typeof show> | null = null;

afterEach(() => {
  vi.restoreAllMocks();
  shown = null;
});

function open() {
  const { review, draft, facts } = importReview(`${first}\n\n${second}`);
  const session = openSession(review, draft);
  const mark = (words: string) => {
    markWords(session, words, facts);
    shown?.rerender(<Paragraph session={session} />);
  };
  mark('412 million');
  mark('rents rose');
  shown = show(session, <Paragraph session={session} />, { width: 240, height: 400 });
  return { mark };
}

/** The numbers in the margin from top to bottom, each with the index of the line beside it. */
function listNumbers(): [number, number][] {
  const top = shown?.column.querySelector('p')?.getBoundingClientRect().top ?? 0;
  return Array.from(shown?.column.querySelectorAll('button') ?? [], (button) => {
    const box = button.getBoundingClientRect();
    return [
      Number.parseInt(button.textContent ?? '', 10),
      Math.floor(((box.top + box.bottom) / 2 - top) / 27),
    ];
  });
}

describe('the margin', () => {
  it('keeps each number beside its line when a claim is marked between others', () => {
    const { mark } = open();
    const [[, firstLine] = [], [, lastLine] = []] = listNumbers();
    mark('two years of delay');
    const now = listNumbers();
    expect(now.map(([number]) => number)).toEqual([1, 2, 3]);
    expect(now[0]).toEqual([1, firstLine]);
    expect(now[2]).toEqual([3, lastLine]);
    expect(now[1]?.[1]).toBeGreaterThan(firstLine ?? 0);
  });

  it('measures no line again when a claim before the paragraph changes the numbers of its claims', () => {
    const { mark } = open();
    const [[, firstLine] = [], [, lastLine] = []] = listNumbers();
    const measured = vi.spyOn(Range.prototype, 'getClientRects');
    mark('Thursday');
    expect(measured).not.toHaveBeenCalled();
    expect(listNumbers()).toEqual([
      [2, firstLine],
      [3, lastLine],
    ]);
  });
});
