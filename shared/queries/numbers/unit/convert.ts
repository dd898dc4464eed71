import { type Figure, getLastPlace } from '../parse/figure';
import { type Unit, units } from '../parse/units';

/** A measured quantity, of one figure or of two ("5 feet 10"), with its unit. */
export interface Quantity {
  value: number;
  step: number;
  /** The value of one in the last place that is not a zero. */
  lastPlace: number;
  unit: Unit;
  unitName: string;
  bound: Figure['bound'];
}

/** How far a converted number that ends in zeros may be rounded, as a share of it. */
const maxRounding = 0.08;
/** The same for a number behind "about", "nearly" and the like. */
const maxApproximation = 0.12;

const metric = new Set(
  'mm cm m km m² km² hectares g kg tonnes ml litres hectolitres m³ km/h m/s °C kW MW bar kJ'.split(' '),
);

/**
 * Whether two units measure the same in two systems, so that one is a conversion of the other and not a part of it. Where the text
 * equates the two, they may be of one system.
 */
export function areConvertible(a: Quantity, b: Quantity, isEquated: boolean): boolean {
  if (a.unit.dimension !== b.unit.dimension || a.unitName === b.unitName) return false;
  if (isEquated) return true;
  if (metric.has(a.unitName) !== metric.has(b.unitName)) return true;
  return ['speed', 'energy', 'power'].includes(a.unit.dimension) && !metric.has(a.unitName);
}

/** How far a temperature in whole degrees may be off, and one behind "about". */
const maxDegrees = { exact: 1.1, approximate: 3 };

function getTolerance({ value, step, lastPlace, bound, unit }: Quantity): number {
  if (unit.dimension === 'temperature' && Math.abs(value) < 200)
    return bound === null ? Math.max(step / 2, maxDegrees.exact) : maxDegrees.approximate;
  const share = bound === null ? maxRounding : maxApproximation;
  const rounded = Math.min(lastPlace / 2, Math.abs(value) * share);
  return Math.max(step / 2, rounded, bound === null ? 0 : Math.abs(value) * 0.06) * 1.02;
}

/** The values of a quantity in another unit: one for each reading of the two names. `isDifference` leaves out the zero of degrees. */
export function convert(from: Quantity, to: Unit, isDifference = false): number[] {
  const offset = (unit: Unit) => (isDifference ? 0 : (unit.offset ?? 0));
  return from.unit.factors.flatMap((factor) =>
    to.factors.map((other) => ((from.value + offset(from.unit)) * factor) / other - offset(to)),
  );
}

/** Whether one quantity can be a conversion of the other, either of them rounded as it is written. */
export function isConversion(a: Quantity, b: Quantity): boolean {
  // "A rise of 2 °C (3.6 °F)" is a difference of degrees.
  const kinds = a.unit.dimension === 'temperature' ? [false, true] : [false];
  return kinds.some(
    (isDifference) =>
      convert(a, b.unit, isDifference).some((value) => Math.abs(value - b.value) <= getTolerance(b)) ||
      convert(b, a.unit, isDifference).some((value) => Math.abs(value - a.value) <= getTolerance(a)),
  );
}

/** The quantity of a figure with its unit, and of the smaller unit behind it; null where the two are not one quantity. */
export function readQuantity(
  figure: Figure,
  smaller: Figure | undefined,
  isNegative: boolean,
): Quantity | null {
  const unit = figure.unit === null ? undefined : units[figure.unit];
  if (!unit || figure.unit === null) return null;
  const { bound } = figure;
  if (!smaller) {
    const value = isNegative ? -figure.value : figure.value;
    return { value, step: figure.step, lastPlace: getLastPlace(figure), unit, unitName: figure.unit, bound };
  }
  const parts = new Map(
    Object.entries({ feet: ['inches', 12], pounds: ['ounces', 16], stone: ['pounds', 14] } as const),
  ).get(figure.unit);
  if (!parts) return null;
  const [name, count] = parts;
  if ((smaller.unit !== null && smaller.unit !== name) || smaller.value >= count) return null;
  const value = figure.value + smaller.value / count;
  const step = smaller.step / count;
  return { value, step, lastPlace: step, unit, unitName: figure.unit, bound };
}
