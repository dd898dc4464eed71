import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { BidiSentence } from '#renderer/window/ui/text/isolated-text.tsx';

it('quoted parts of a sentence are isolated, and its text is unchanged', () => {
  const html = (sentence: string) => renderToStaticMarkup(createElement(BidiSentence, null, sentence));
  expect(html('“המעבורת” moved to the bin.')).toBe('“<bdi>המעבורת</bdi>” moved to the bin.');
  expect(html('It looks like “a”, “b”.')).toBe('It looks like “<bdi>a</bdi>”, “<bdi>b</bdi>”.');
  expect(html('Nothing to undo.')).toBe('Nothing to undo.');
  expect(html('An open “quote')).toBe('An open “quote');
});
