import { expect, it } from 'vitest';
import { readAnnotationFile } from '../../../../../renderer/importer/annotations/read-annotation-file';
import { createFileOrigin } from '../../../../../shared/domain/draft/draft-origin';
import { readAnnotationsSchema } from '../../../../../shared/import/web-annotation/imported-annotations';

const annotation = (value: string, format = 'text/plain') => ({
  ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'http://a.b/1', type: 'Annotation' },
  ...{ body: { type: 'TextualBody', value, format }, target: 'http://a.b/page' },
});

async function read(content: string | Uint8Array, name = 'notes.jsonld') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const file = { origin: createFileOrigin(name), type: null, charset: null, bytes };
  const errors: unknown[] = [];
  const result = await readAnnotationFile(file, { reportError: (error) => errors.push(error) });
  expect(errors).toEqual([]);
  return readAnnotationsSchema.parse(result);
}

it('reads the text of a body in HTML, and runs nothing in it', async () => {
  const html =
    '<p>Really?</p><script>window.ran = true</script><img src=x onerror="window.ran = true"><p>12 &amp; 13</p>';
  const result = await read(JSON.stringify(annotation(html, 'text/html')));
  expect(result).toMatchObject({ ok: true, set: { annotations: [{ note: 'Really?\n12 & 13' }] } });
  expect(window).not.toHaveProperty('ran');
});

it('reads UTF-8, with or without a byte order mark', async () => {
  const text = JSON.stringify(annotation('Wörter 😀'));
  for (const content of [text, `\ufeff${text}`])
    expect(await read(content)).toMatchObject({ set: { annotations: [{ note: 'Wörter 😀' }] } });
});

it('refuses files that are none with a message, whatever they hold', async () => {
  const deep = `${'{"target":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  for (const content of [
    '',
    'words',
    '{',
    '[]',
    deep,
    JSON.stringify(annotation('a')).slice(0, -9),
    new Uint8Array([0, 1, 2, 255]),
  ])
    expect(await read(content)).toMatchObject({
      ok: false,
      message: expect.stringContaining('notes.jsonld'),
    });
});

it('takes an annotation that nests its parts without end for a damaged file, or refuses it', async () => {
  const inner = `${'{"type":"CssSelector","value":"p","refinedBy":'.repeat(5_000)}{"type":"CssSelector","value":"p"}${'}'.repeat(5_000)}`;
  const text = JSON.stringify(annotation('a')).replace(
    '"http://a.b/page"',
    `{"source":"http://a.b/c","selector":${inner}}`,
  );
  const bytes = new TextEncoder().encode(text);
  const file = { origin: createFileOrigin('deep.jsonld'), type: null, charset: null, bytes };
  expect(
    readAnnotationsSchema.safeParse(await readAnnotationFile(file, { reportError: () => undefined })).success,
  ).toBe(true);
});
