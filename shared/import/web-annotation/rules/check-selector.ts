import { breakRule, isJsonObject, type JsonObject, joinPath } from './refusal';
import {
  checkEach,
  checkOptional,
  checkRequired,
  checkTypes,
  count,
  iri,
  reference,
  text,
  time,
} from './values';

type Check = (selector: JsonObject, path: string) => void;

const checkValue: Check = (selector, path) => void checkRequired(selector, 'value', text, path);

function checkRange(selector: JsonObject, path: string): void {
  checkRequired(selector, 'start', count, path);
  checkRequired(selector, 'end', count, path);
  if (Number(selector.end) < Number(selector.start)) breakRule(path, 'ends before it starts');
}

/** Selectors (4.2) and states (4.3), by their type. */
const checks = new Map<string, Check>([
  [
    'FragmentSelector',
    (selector, path) => {
      checkValue(selector, path);
      checkOptional(selector, 'conformsTo', iri, path);
    },
  ],
  ['CssSelector', checkValue],
  ['XPathSelector', checkValue],
  [
    'TextQuoteSelector',
    (selector, path) => {
      checkRequired(selector, 'exact', text, path);
      checkOptional(selector, 'prefix', text, path);
      checkOptional(selector, 'suffix', text, path);
    },
  ],
  ['TextPositionSelector', checkRange],
  ['DataPositionSelector', checkRange],
  [
    'SvgSelector',
    (selector, path) => {
      const value = checkOptional(selector, 'value', text, path);
      const id = checkOptional(selector, 'id', iri, path);
      if ((value === undefined) === (id === undefined)) breakRule(path, 'needs a value or an id, not both');
    },
  ],
  [
    'RangeSelector',
    (selector, path) => {
      for (const key of ['startSelector', 'endSelector']) {
        const inner = checkRequired(selector, key, reference, path);
        if (isJsonObject(inner)) checkSelector(inner, joinPath(path, key));
      }
    },
  ],
  [
    'TimeState',
    (state, path) => {
      const dates = checkEach(state, 'sourceDate', time, path);
      const start = checkOptional(state, 'sourceDateStart', time, path);
      const end = checkOptional(state, 'sourceDateEnd', time, path);
      const isRange = start !== undefined && end !== undefined;
      if ((start === undefined) !== (end === undefined)) breakRule(path, 'has one end of a range of dates');
      if (isRange === dates.length > 0) breakRule(path, 'needs a date, or the start and end of a range');
      checkEach(state, 'cached', iri, path);
    },
  ],
  ['HttpRequestState', checkValue],
]);

export const stateTypes: ReadonlySet<string> = new Set(['TimeState', 'HttpRequestState']);

/** A selector or a state: one of the model by its type, or anything that has an address of its own. */
export function checkSelector(selector: JsonObject, path: string): void {
  const types = checkTypes(selector, path);
  const known = types.filter((type) => checks.has(type));
  if (known.length > 1) breakRule(joinPath(path, 'type'), 'has more than one value');
  const check = checks.get(known[0] ?? '');
  if (check) check(selector, path);
  else if (checkOptional(selector, 'id', iri, path) === undefined)
    breakRule(path, 'is no selector or state of the model');
  checkOptional(selector, 'id', iri, path);
  checkSelectors(selector, 'refinedBy', path);
}

/** Selectors or states under a key: alternatives, each by its address or as an object. */
export function checkSelectors(object: JsonObject, key: string, path: string): void {
  for (const selector of checkEach(object, key, reference, path))
    if (isJsonObject(selector)) checkSelector(selector, joinPath(path, key));
}
