import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { findInCorpora } from '#build/testing/corpora.mjs';
import { putEntity } from '#shared/domain/review/review.ts';
import { makeReportAs } from '#tests/unit/shared/reports/confidential/confidential-review.ts';
import { openSample } from '#tests/unit/shared/reviews.ts';
import { fillSample } from '../hostile-review.ts';

/** The schemas of the W3C's test suite. */
const folder = findInCorpora('web-annotation/definitions');

/** Converts JSON Schema draft 4, in which the suite is written, to the draft that ajv reads. */
function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    if (key === '$schema') return [];
    if (key === 'exclusiveMinimum' && inner === true) return [['exclusiveMinimum', 0]];
    return [[key === 'id' && typeof inner === 'string' ? '$id' : key, convert(inner)]];
  });
  return Object.fromEntries(entries);
}

function loadValidator(folder: string) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json')))
    ajv.addSchema(Object(convert(JSON.parse(readFileSync(join(folder, name), 'utf8')))));
  return (definition: string, value: unknown) => {
    const validate = ajv.getSchema(definition);
    if (!validate) throw new Error(`no ${definition}`);
    expect(
      validate(value),
      `${definition}: ${JSON.stringify(validate.errors)} ${JSON.stringify(value)}`,
    ).toBe(true);
  };
}

const properties = 'otherProperties.json#/definitions';
const specific = 'specificResource.json#/definitions';

/** Properties of an annotation, a body and a target alike. */
const everywhere = [
  'created',
  'generated',
  'modified',
  'rights',
  'canonical',
  'via',
  'creator',
  'generator',
].map((name) => `${properties}/${name}ValidIfPresent`);

describe.skipIf(folder === null)(
  'The MUST schemas of the W3C, where STET_CORPORA names a folder of them',
  () => {
    test('Each exported annotation passes all that apply to it, whatever its fields hold', () => {
      const check = loadValidator(folder ?? '');
      expect(() => check('id.json#/definitions/idValueFound', { id: 'not a uri' })).toThrow();
      for (const opened of [openSample(), fillSample('Ein „Wort“ 😀 שלום\n<b>&amp;</b> \ud83d %zz')]) {
        for (const source of [...opened.review.sources.values()])
          putEntity(opened.review, 'sources', {
            ...source,
            url: 'https://bücher.example/ab?q=[1]&r=%7e',
          });
        const file = JSON.parse(makeReportAs(opened, 'webAnnotation').content);
        check('collections.json#/definitions/contextValueInArrayFound', file['@context']);
        check('id.json#/definitions/idValueFound', file);
        for (const name of [
          'annotationCollectionTypeValueFound',
          'labelFound',
          'totalFound',
          'firstFound',
          'firstRequiredIfTotalMoreThanZero',
        ])
          check(`collections.json#/definitions/${name}`, file);
        for (const name of ['annotationPageTypeValueFound', 'partOfFound', 'startIndexFound', 'itemsFound'])
          check(`collections.json#/definitions/${name}`, file.first);
        expect(file.first.items.length).toBeGreaterThan(5);
        for (const annotation of file.first.items) {
          check('annotations.json#/definitions/contextValueInArrayFound', annotation['@context']);
          check('annotations.json#/definitions/annotationTypeValueFound', annotation);
          check('annotations.json#/definitions/motivationPropertyFound', annotation);
          check('annotations.json#/definitions/bodyValueValidIfPresent', annotation);
          check('id.json#/definitions/idValueFound', annotation);
          for (const name of everywhere) check(name, annotation);
          check('bodyTarget.json#/definitions/targetResourcesFound', annotation.target);
          check('bodyTarget.json#/definitions/optionalTargetPropertiesMust', annotation.target);
          check(`${specific}/selectorDetected`, annotation.target);
          check(`${specific}/checkForRefinedBy`, annotation.target);
          for (const body of annotation.body) {
            check('bodyTarget.json#/definitions/bodyResourcesFound', body);
            check('bodyTarget.json#/definitions/optionalBodyPropertiesMust', body);
            check(`${specific}/selectorDefined`, body);
            check(`${properties}/purposeRecognizedIfPresent`, body);
            for (const name of everywhere) check(name, body);
          }
        }
      }
    });
  },
);
