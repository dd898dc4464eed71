import { describe, expect, test } from 'vitest';
import { readAnnotations } from '../../../../../shared/import/web-annotation/read-annotations';

const base = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'http://example.org/1',
  type: 'Annotation',
  body: 'http://example.org/post1',
  target: 'http://example.com/page1',
};

function read(value: unknown, name = 'notes.json') {
  return readAnnotations(name, typeof value === 'string' ? value : JSON.stringify(value), (html) =>
    html.replace(/<[^>]+>/g, ''),
  );
}

function readSet(value: unknown) {
  const result = read(value);
  if (!result.ok) throw new Error(result.message);
  return result.set;
}

const onWords = (selector: unknown) => ({
  ...base,
  target: { source: 'http://example.com/page1', selector },
});

describe('A file is refused with a reason', () => {
  const { '@context': _, ...noContext } = base;
  const { target: __, ...noTarget } = base;
  const { id: ___, ...noId } = base;
  const textual = (fields: object) => ({ ...base, body: { type: 'TextualBody', ...fields } });
  const refused: [string, unknown, string][] = [
    ['without a context', noContext, '“@context” is missing'],
    ['with another context', { ...base, '@context': 'fish' }, '“@context” does not name'],
    [
      'with other contexts',
      { ...base, '@context': ['http://example.org/a.json'] },
      '“@context” does not name',
    ],
    ['without an id', noId, '“id” is missing'],
    ['with an id that is no IRI', { ...base, id: 'not a uri' }, '“id” is not an IRI'],
    ['with several ids', { ...base, id: ['http://a.b/1', 'http://a.b/2'] }, '“id” has more than one value'],
    [
      'for an audience whose id is no IRI',
      { ...base, audience: { id: 'x y' } },
      '“audience.id” is not an IRI',
    ],
    ['with an accessibility that is no text', { ...base, accessibility: 3 }, '“accessibility” is not a text'],
    [
      'with a scope that has no address',
      { ...base, target: { source: 'http://example.com/page1', scope: {} } },
      '“target.scope.id” is missing',
    ],
    ['of another type', { ...base, type: 'Squirrel' }, '“type” is not Annotation'],
    ['without a target', noTarget, '“target” is missing'],
    ['without a target in a list', { ...base, target: [] }, '“target” is an empty list'],
    ['with a number as its target', { ...base, target: 9 }, '“target” is not an IRI'],
    ['with a body that is no IRI', { ...base, body: 'this is not a uri' }, '“body” is not an IRI'],
    ['with a body whose id is no IRI', { ...base, body: { id: 'not a uri' } }, '“body.id” is not an IRI'],
    ['with a format that is none', textual({ value: 'a', format: 6 }), '“body.format” is not a media type'],
    [
      'with a language that is none',
      textual({ value: 'a', language: 3 }),
      '“body.language” is not a language',
    ],
    [
      'with two processing languages',
      textual({ value: 'a', processingLanguage: ['en', 'de'] }),
      'more than one',
    ],
    ['with a direction that is none', textual({ value: 'a', textDirection: 'squirrel' }), 'ltr, rtl or auto'],
    ['with two directions', textual({ value: 'a', textDirection: ['ltr', 'rtl'] }), 'more than one value'],
    ['without the text of a body', textual({}), '“body.value” is missing'],
    ['with several texts of a body', textual({ value: ['a', 'b'] }), '“body.value” has more than one value'],
    ['with a body and a bodyValue', { ...base, bodyValue: 'a' }, '“bodyValue” stands beside a body'],
    ['with several bodyValues', { ...base, body: undefined, bodyValue: ['a', 'b'] }, 'more than one value'],
    ['with a number as bodyValue', { ...base, body: undefined, bodyValue: 23 }, '“bodyValue” is not a text'],
    [
      'with a set of two types',
      { ...base, body: { type: ['Choice', 'List'], items: [base.body] } },
      '“body.type”',
    ],
    ['with items of no type', { ...base, body: { items: [base.body] } }, '“body.type”'],
    ['with a choice of nothing', { ...base, body: { type: 'Choice', items: [] } }, '“body.items”'],
    [
      'with a choice and a value',
      { ...base, body: { type: 'Choice', items: [base.body], value: 'a' } },
      'more than one of',
    ],
    ['with a number as creator', { ...base, creator: 6 }, '“creator” is not an IRI or an object'],
    ['with a number as generator', { ...base, generator: 42 }, '“generator” is not an IRI or an object'],
    ['with a homepage that is no IRI', { ...base, creator: { homepage: 'my page' } }, '“creator.homepage”'],
    ...['created', 'modified', 'generated'].flatMap((key): [string, unknown, string][] => [
      [`with words as ${key}`, { ...base, [key]: 'yesterday' }, `“${key}” is not a date and time`],
      [`with an impossible ${key}`, { ...base, [key]: '2015-02-31T12:00:00Z' }, `“${key}” is not a date`],
      [
        `with two times ${key}`,
        { ...base, [key]: ['2015-01-28T12:00:00Z', '2015-01-28T12:00:01Z'] },
        `“${key}” has more than one value`,
      ],
    ]),
    ...['rights', 'via', 'canonical'].map((key): [string, unknown, string] => [
      `with words as ${key}`,
      { ...base, [key]: 'not a uri' },
      `“${key}” is not an IRI`,
    ]),
    ['with a motivation of no kind', { ...base, motivation: 'squirrel' }, '“motivation”'],
    [
      'without the source of a target',
      { ...base, target: { type: 'SpecificResource' } },
      '“target.source” is missing',
    ],
    [
      'with two sources',
      { ...base, target: { source: ['http://a.b/1', 'http://a.b/2'] } },
      'more than one value',
    ],
    [
      'with a text as its target',
      { ...base, target: { type: 'TextualBody', value: 'a' } },
      '“target” is a text',
    ],
    [
      'with a fragment without value',
      onWords({ type: 'FragmentSelector' }),
      '“target.selector.value” is missing',
    ],
    [
      'with two values of a fragment',
      onWords({ type: 'FragmentSelector', value: ['x', 'y'] }),
      'more than one',
    ],
    [
      'with a quote without words',
      onWords({ type: 'TextQuoteSelector', prefix: 'a' }),
      '“target.selector.exact”',
    ],
    [
      'with half a position',
      onWords({ type: 'TextPositionSelector', start: 4 }),
      '“target.selector.end” is missing',
    ],
    [
      'with a negative position',
      onWords({ type: 'TextPositionSelector', start: -1, end: 4 }),
      'whole number',
    ],
    ['with a backward position', onWords({ type: 'TextPositionSelector', start: 8, end: 4 }), 'ends before'],
    [
      'with half a range',
      onWords({ type: 'RangeSelector', startSelector: { type: 'CssSelector', value: 'p' } }),
      '“target.selector.endSelector” is missing',
    ],
    ['with an unknown selector', onWords({ type: 'OtherSelector', value: 'a' }), 'no selector or state'],
    ['with a drawing that is nowhere', onWords({ type: 'SvgSelector' }), 'needs a value or an id'],
    [
      'with a refinement that is none',
      onWords({ type: 'CssSelector', value: 'p', refinedBy: 5 }),
      '“target.selector.refinedBy”',
    ],
    [
      'with a state without a date',
      { ...base, target: { source: base.target, state: { type: 'TimeState' } } },
      'needs a date',
    ],
    [
      'with a style class of no source',
      { ...base, target: { id: base.target, styleClass: 'red' } },
      'styleClass',
    ],
    ['with a stylesheet that is nowhere', { ...base, stylesheet: { type: 'CssStylesheet' } }, '“stylesheet”'],
    ['that is a page without items', { ...base, type: 'AnnotationPage' }, '“items” is no list'],
    ['that is a page of something else', { ...base, type: 'AnnotationPage', items: [7] }, '“items”'],
    [
      'that is a collection without its first page',
      { ...base, type: 'AnnotationCollection', total: 3 },
      '“first” is missing',
    ],
    [
      'that is a collection of less than nothing',
      { ...base, type: 'AnnotationCollection', total: -3 },
      '“total”',
    ],
  ];
  test.each(refused)('%s', (_name, value, reason) => {
    const result = read(value);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.message).toContain(reason);
  });

  test('when it is no JSON', () => {
    expect(read('this is not json', 'notes.jsonld')).toMatchObject({ ok: false, isOther: false });
    expect(read('{"@context": "http://www.w3.org/ns/anno.jsonld",}')).toMatchObject({
      ok: false,
      isOther: false,
    });
  });
});

test('A file that is something else is left to those who read it', () => {
  for (const value of [
    {},
    [],
    { headline: 'News' },
    'Some words.',
    { '@context': 'https://schema.org', '@type': 'NewsArticle' },
  ])
    expect(read(value)).toMatchObject({ ok: false, isOther: true });
});

test('One annotation of a page that breaks a rule is named, and the others are taken', () => {
  const { '@context': context, ...item } = base;
  const page = { '@context': context, id: 'http://a.b/page', type: 'AnnotationPage' };
  const { annotations, refused } = readSet({
    ...page,
    items: [item, { ...item, id: 'http://a.b/2', target: 9 }],
  });
  expect(annotations).toHaveLength(1);
  expect(refused).toEqual([{ name: 'http://a.b/2', reason: '“target” is not an IRI or an object' }]);
});

test('Annotations are taken from a list, a page and a collection; further pages are named', () => {
  const { '@context': context, ...item } = base;
  const page = { id: 'http://a.b/page', type: 'AnnotationPage', items: [item, item], next: 'http://a.b/2' };
  expect(readSet([base, base]).annotations).toHaveLength(2);
  expect(readSet({ '@context': context, ...page }).annotations).toHaveLength(2);
  const set = readSet({
    ...base,
    type: 'AnnotationCollection',
    total: 9,
    first: page,
    body: undefined,
    target: undefined,
  });
  expect(set.annotations).toHaveLength(2);
  expect(set.notTaken).toEqual([{ feature: 'further pages of annotations', count: 1 }]);
  expect(readSet({ ...base, type: 'AnnotationCollection', first: 'http://a.b/1' }).notTaken).toHaveLength(1);
});

test('All bodies become one note, and the author is named', () => {
  const { annotations } = readSet({
    ...base,
    creator: [{ id: 'http://a.b/ada' }, { type: 'Person', nickname: 'ada' }],
    body: [
      { type: 'TextualBody', value: ' <p>Really?</p> ', format: 'text/html' },
      { type: 'TextualBody', value: 'figure', purpose: 'tagging' },
      {
        type: 'Choice',
        items: [
          { type: 'TextualBody', value: 'en' },
          { type: 'TextualBody', value: 'fr' },
        ],
      },
      { source: 'http://a.b/source', purpose: 'linking' },
      { id: 'http://a.b/video', type: 'Video' },
    ],
  });
  expect(annotations).toMatchObject([
    { by: 'ada', note: 'Really?\nTag: figure\nen\nhttp://a.b/source\nhttp://a.b/video', own: null },
  ]);
});

test('Selectors of text are taken with what refines them; of the others, the feature is named', () => {
  const quote = { type: 'TextQuoteSelector', exact: 'b', prefix: 'a' };
  const position = { type: 'TextPositionSelector', start: 1, end: 2 };
  const fragment = { type: 'FragmentSelector', value: 'p5' };
  const readTarget = (selector: unknown) => {
    const { annotations, notTaken } = readSet(onWords(selector));
    return { ...annotations[0]?.targets[0], notTaken: notTaken.map(({ feature }) => feature) };
  };
  const readQuote = { kind: 'quote', exact: 'b', prefix: 'a', suffix: '', within: null };
  const readPosition = { kind: 'position', start: 1, end: 2, within: null };
  expect(readTarget([quote, position])).toMatchObject({
    selections: [readQuote, readPosition],
    isNarrowed: false,
  });
  expect(readTarget({ ...quote, refinedBy: position })).toMatchObject({
    selections: [{ ...readPosition, within: readQuote }],
  });
  expect(readTarget({ type: 'RangeSelector', startSelector: quote, endSelector: position })).toMatchObject({
    selections: [{ kind: 'range', start: readQuote, end: readPosition, within: null }],
  });
  expect(readTarget({ ...fragment, refinedBy: quote })).toMatchObject({
    ...{ selections: [readQuote], isNarrowed: true, notTaken: ['FragmentSelector'] },
  });
  expect(readTarget({ ...fragment, refinedBy: position })).toMatchObject({
    selections: [],
    isNarrowed: true,
  });
  expect(readTarget([fragment, quote])).toMatchObject({ selections: [readQuote], isNarrowed: false });
  for (const type of ['CssSelector', 'XPathSelector', 'SvgSelector', 'FragmentSelector'])
    expect(readTarget({ type, value: 'p' })).toMatchObject({ selections: [], notTaken: [type] });
  expect(readTarget({ type: 'DataPositionSelector', start: 1, end: 2 }).notTaken).toEqual([
    'DataPositionSelector',
  ]);
  const deep = Array.from({ length: 12 }).reduce<object>((inner) => ({ ...quote, refinedBy: inner }), quote);
  expect(readTarget(deep)).toMatchObject({ selections: [], notTaken: ['a selector with many refinements'] });
  expect(readTarget('http://a.b/selector').notTaken).toEqual(['a selector that is only an address']);
});
