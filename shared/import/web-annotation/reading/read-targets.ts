import { type ImportedTarget, maxQuoteLength, type TextSelection } from '../imported-annotations';
import { classifyResource } from '../rules/check-body-or-target';
import { stateTypes } from '../rules/check-selector';
import { hasKey, isJsonObject, type JsonObject, listValues } from '../rules/refusal';
import type { FeatureCounts } from './feature-counts';

/** The place that a selector names, or nothing that can be taken. */
interface ReadSelection {
  selection: TextSelection | null;
  /** Whether a part of it can't be taken, so that what is left is looked for in more text than was meant. */
  isNarrowed: boolean;
}

/** A selector that is refined more often than any that a person made is not taken. */
const maxDepth = 8;

function getDepth(selection: TextSelection | null): number {
  if (selection === null) return 0;
  const inner = selection.kind === 'range' ? [selection.start, selection.end] : [];
  return 1 + Math.max(...[selection.within, ...inner].map(getDepth));
}

const nothingTaken: ReadSelection = { selection: null, isNarrowed: true };

function getText(selector: JsonObject, key: string): string {
  const [value] = listValues(selector, key);
  return typeof value === 'string' ? value : '';
}

function readRange(
  selector: JsonObject,
  within: TextSelection | null,
  features: FeatureCounts,
): TextSelection | null {
  const [start, end] = ['startSelector', 'endSelector'].map((key) => {
    const [inner] = listValues(selector, key);
    return readSelector(inner, null, features).selection;
  });
  const isDeep = start && end && Math.max(getDepth(start), getDepth(end)) >= maxDepth;
  return start && end && !isDeep ? { kind: 'range', start, end, within } : null;
}

/** Reads the selector itself, which counts within a wider selection. */
function readOwnSelection(
  selector: JsonObject,
  within: TextSelection | null,
  features: FeatureCounts,
): TextSelection | null {
  const types = listValues(selector, 'type');
  if (types.includes('TextQuoteSelector')) {
    const [exact, prefix, suffix] = ['exact', 'prefix', 'suffix'].map((key) => getText(selector, key));
    const isTooLong = [exact, prefix, suffix].some((text = '') => text.length > maxQuoteLength);
    if (exact === undefined || exact === '' || isTooLong)
      features.add('a TextQuoteSelector of unusual length');
    else if (prefix !== undefined && suffix !== undefined)
      return { kind: 'quote', exact, prefix, suffix, within };
    return null;
  }
  if (types.includes('TextPositionSelector')) {
    const [start, end] = ['start', 'end'].map((key) => Number(listValues(selector, key)[0]));
    return { kind: 'position', start: start ?? 0, end: end ?? 0, within };
  }
  if (types.includes('RangeSelector')) return readRange(selector, within, features);
  const known = types.find((type) => typeof type === 'string' && /Selector$|State$/.test(type));
  features.add(typeof known === 'string' ? known : 'a selector that is only an address');
  return null;
}

/** Reads a selector with those that refine it: the last one in the chain is on the words. */
function readSelector(value: unknown, within: TextSelection | null, features: FeatureCounts): ReadSelection {
  if (!isJsonObject(value)) {
    features.add('a selector that is only an address');
    return nothingTaken;
  }
  const own = readOwnSelection(value, within, features);
  const [refining, ...others] = listValues(value, 'refinedBy');
  if (refining === undefined) return { selection: own, isNarrowed: own === null };
  if (others.length > 0) features.add('several refinements of one selector');
  if (isJsonObject(refining) && listValues(refining, 'type').some((type) => stateTypes.has(String(type)))) {
    features.add('a state that refines a selector');
    return { selection: own, isNarrowed: own === null };
  }
  if (getDepth(own) >= maxDepth) {
    features.add('a selector with many refinements');
    return nothingTaken;
  }
  // A position counts from the start of the wider selection, so without that one it means nothing.
  const inner = readSelector(refining, own, features);
  if (own !== null) return inner;
  return inner.selection?.kind === 'quote' ? { ...inner, isNarrowed: true } : nothingTaken;
}

/** Keys of a specific resource that a check has no use for. */
const otherKeys = ['state', 'styleClass', 'scope', 'renderedVia'];

function countStates(target: JsonObject, features: FeatureCounts): void {
  for (const key of otherKeys.filter((one) => hasKey(target, one))) {
    const values = listValues(target, key);
    if (key !== 'state') features.add(key);
    else
      for (const value of values) {
        const [type] = isJsonObject(value) ? listValues(value, 'type') : [];
        features.add(typeof type === 'string' ? type : 'a state that is only an address');
      }
  }
}

function getIri(value: unknown): string {
  if (typeof value === 'string') return value;
  const [id] = isJsonObject(value) ? listValues(value, 'id') : [];
  return typeof id === 'string' ? id : '';
}

function readSpecific(target: JsonObject, features: FeatureCounts): ImportedTarget {
  countStates(target, features);
  const read = listValues(target, 'selector').map((selector) => readSelector(selector, null, features));
  const taken = read.filter(({ selection }) => selection !== null);
  const precise = taken.filter(({ isNarrowed }) => !isNarrowed);
  return {
    source: getIri(listValues(target, 'source')[0]),
    selections: (precise.length > 0 ? precise : taken).flatMap(({ selection }) => selection ?? []),
    isNarrowed: read.length > 0 && precise.length === 0,
  };
}

/** Reads the targets of an annotation that was checked. A body is about each of several targets. */
export function readTargets(values: readonly unknown[], features: FeatureCounts): ImportedTarget[] {
  return values.flatMap((value): ImportedTarget[] => {
    if (!isJsonObject(value)) return [{ source: getIri(value), selections: [], isNarrowed: false }];
    const kind = classifyResource(value, 'target');
    if (kind === 'specific') return [readSpecific(value, features)];
    if (kind !== 'set') return [{ source: getIri(value), selections: [], isNarrowed: false }];
    const [type] = listValues(value, 'type');
    const items = listValues(value, 'items');
    if (type === 'Independents') return readTargets(items, features);
    features.add(type === 'Choice' ? 'Choice (its first item counts)' : String(type));
    // All items together are meant, which no claim can stand on.
    return type === 'Choice' ? readTargets(items.slice(0, 1), features) : [];
  });
}
