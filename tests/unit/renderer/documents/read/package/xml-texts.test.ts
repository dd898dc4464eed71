import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectXmlTexts } from '#renderer/documents/read/package/xml-texts.ts';

test.each([
  ['', null],
  ['no element', null],
  ['<a>', null],
  ['<a></b>', null],
  ['<a/><b/>', null],
  ['<a x=1/>', null],
  ['<a/> and more', null],
  ['<!DOCTYPE a [<!ENTITY e "secret">]><a>&e;</a>', null],
  ['\ufeff<?xml version="1.0"?>\r\n<a/>\n<!-- end -->', { shown: '', values: ' end ' }],
  ['<a><t>Tom &amp; Ann &#x41;&#66;</t><![CDATA[<b>]]></a>', { shown: 'Tom & Ann AB<b>', values: '' }],
  [`<w:a xmlns:w="u" b = 'it > "that"'\n c="&lt;&#39;"/>`, { shown: '', values: 'u\nit > "that"\n<\'' }],
])('the texts of %j', (xml, expected) => {
  const texts = collectXmlTexts(xml);
  if (expected === null) expect(texts).toBeNull();
  else expect(texts).toMatchObject(expected);
});

test('white space between elements is no text, but white space alone is', () => {
  expect(collectXmlTexts('<p>\n  <r><t>The</t></r>\n  <r><t> </t></r><r><t>mill</t></r>\n</p>')?.shown).toBe(
    'The mill\n',
  );
});

test('whatever is written as text or value is found as it was', () => {
  const toXml = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const words = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(fc.array(words), words, (texts, value) => {
      const runs = texts.map((text) => `<w:r><w:t xml:space="preserve">${toXml(text)}</w:t></w:r>`);
      const found = collectXmlTexts(`<w:p w:x="${toXml(value)}">${runs.join('')}</w:p>`);
      expect(found?.shown.trim()).toBe(texts.join('').trim());
      expect(found?.values.split('\npreserve')[0]).toBe(value);
    }),
  );
});

test('addresses of cells are no texts, unlike all other values', () => {
  const xml = '<sheetData><row r="12"><c r="AB12" s="3" t="s"><v>7</v></c></row><f ref="C4"/></sheetData>';
  expect(collectXmlTexts(xml)?.values.split('\n')).toEqual(['12', '3', 's', 'C4']);
});
