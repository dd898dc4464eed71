import type { Input } from '../../../shared/contract/commands';

type Pasted = Pick<Input<'import.paste'>, 'type' | 'content'>;

/** What is on the clipboard as it is pasted: with its structure where it has one. Null when it holds no words. */
export function pastedWords(clipboard: DataTransfer | null): Pasted | null {
  const html = clipboard?.getData('text/html') ?? '';
  const text = clipboard?.getData('text/plain') ?? '';
  if (html.trim() !== '') return { type: 'text/html', content: html };
  return text.trim() === '' ? null : { type: 'text/plain', content: text };
}
