/** The quantity that a unit measures. */
type Dimension =
  | 'length'
  | 'area'
  | 'mass'
  | 'volume'
  | 'speed'
  | 'temperature'
  | 'power'
  | 'pressure'
  | 'energy';

export interface Unit {
  dimension: Dimension;
  /**
   * The size of the unit in the base unit of its dimension (metre, square metre, kilogram, litre, km/h, kelvin, kilowatt, bar,
   * kilojoule). There are several where one name stands for several units, such as "gallon".
   */
  factors: readonly [number, ...number[]];
  /** For degrees only: the distance of its zero from absolute zero, which is added before the multiplication. */
  offset?: number;
}

const gallons = [3.785411784, 4.54609] as const;

/** All units, by the names that figures use. */
export const units: Readonly<Record<string, Unit>> = {
  mm: { dimension: 'length', factors: [0.001] },
  cm: { dimension: 'length', factors: [0.01] },
  m: { dimension: 'length', factors: [1] },
  km: { dimension: 'length', factors: [1000] },
  inches: { dimension: 'length', factors: [0.0254] },
  feet: { dimension: 'length', factors: [0.3048] },
  yards: { dimension: 'length', factors: [0.9144] },
  miles: { dimension: 'length', factors: [1609.344] },
  'nautical miles': { dimension: 'length', factors: [1852] },
  'm²': { dimension: 'area', factors: [1] },
  'km²': { dimension: 'area', factors: [1e6] },
  hectares: { dimension: 'area', factors: [1e4] },
  acres: { dimension: 'area', factors: [4046.8564224] },
  'square feet': { dimension: 'area', factors: [0.09290304] },
  'square yards': { dimension: 'area', factors: [0.83612736] },
  'square miles': { dimension: 'area', factors: [2589988.110336] },
  g: { dimension: 'mass', factors: [0.001] },
  kg: { dimension: 'mass', factors: [1] },
  tonnes: { dimension: 'mass', factors: [1000] },
  tons: { dimension: 'mass', factors: [907.18474, 1000, 1016.0469088] },
  ounces: { dimension: 'mass', factors: [0.028349523125] },
  pounds: { dimension: 'mass', factors: [0.45359237] },
  // The German Pfund.
  'half kilograms': { dimension: 'mass', factors: [0.5, 0.45359237] },
  stone: { dimension: 'mass', factors: [6.35029318] },
  ml: { dimension: 'volume', factors: [0.001] },
  litres: { dimension: 'volume', factors: [1] },
  hectolitres: { dimension: 'volume', factors: [100] },
  'm³': { dimension: 'volume', factors: [1000] },
  gallons: { dimension: 'volume', factors: gallons },
  pints: { dimension: 'volume', factors: [0.473176473, 0.56826125] },
  quarts: { dimension: 'volume', factors: [0.946352946, 1.1365225] },
  barrels: { dimension: 'volume', factors: [158.987294928] },
  'fluid ounces': { dimension: 'volume', factors: [0.0295735295625, 0.0284130625] },
  'cubic feet': { dimension: 'volume', factors: [28.316846592] },
  'km/h': { dimension: 'speed', factors: [1] },
  'm/s': { dimension: 'speed', factors: [3.6] },
  mph: { dimension: 'speed', factors: [1.609344] },
  knots: { dimension: 'speed', factors: [1.852] },
  '°C': { dimension: 'temperature', factors: [1], offset: 273.15 },
  '°F': { dimension: 'temperature', factors: [5 / 9], offset: 459.67 },
  kW: { dimension: 'power', factors: [1] },
  MW: { dimension: 'power', factors: [1000] },
  // Metric and imperial horsepower.
  horsepower: { dimension: 'power', factors: [0.73549875, 0.745699872] },
  bar: { dimension: 'pressure', factors: [1] },
  psi: { dimension: 'pressure', factors: [0.0689475729] },
  kcal: { dimension: 'energy', factors: [4.184] },
  kJ: { dimension: 'energy', factors: [1] },
};

const spellings: Record<string, string> = {
  mm: 'mm millimetre millimetres millimeter millimeters',
  cm: 'cm centimetre centimetres centimeter centimeters zentimeter zentimetern',
  m: 'm metre metres meter meters metern',
  km: 'km kms kilometre kilometres kilometer kilometers kilometern',
  inches: 'in inch inches zoll',
  feet: 'ft foot feet fuß fuss',
  yards: 'yd yds yard yards',
  miles: 'mi mile miles meile meilen',
  'nautical miles': 'nautical-mile nautical-miles nmi seemeile seemeilen',
  'm²': 'm² sqm qm square-metre square-metres square-meter square-meters quadratmeter quadratmetern',
  'km²':
    'km² square-kilometre square-kilometres square-kilometer square-kilometers quadratkilometer quadratkilometern',
  hectares: 'ha hectare hectares hektar',
  acres: 'acre acres',
  'square feet': 'sq-ft sqft ft² square-foot square-feet quadratfuß',
  'square yards': 'square-yard square-yards',
  'square miles': 'square-mile square-miles sq-mi quadratmeile quadratmeilen',
  g: 'g gram grams gramme grammes gramm',
  kg: 'kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm',
  tonnes: 'tonne tonnes tonnen',
  tons: 'ton tons',
  ounces: 'oz ounce ounces unze unzen',
  pounds: 'lb lbs pound pounds',
  'half kilograms': 'pfund',
  stone: 'stone',
  ml: 'ml millilitre millilitres milliliter milliliters',
  litres: 'l litre litres liter liters litern',
  hectolitres: 'hl hectolitre hectolitres hektoliter',
  'm³': 'm³ cubic-metre cubic-metres cubic-meter cubic-meters kubikmeter kubikmetern',
  gallons: 'gal gallon gallons gallone gallonen',
  pints: 'pint pints',
  quarts: 'quart quarts',
  barrels: 'barrel barrels fass',
  'fluid ounces': 'fl-oz fluid-ounce fluid-ounces',
  'cubic feet': 'cubic-foot cubic-feet',
  'km/h':
    'km/h kmh kph kilometres-per-hour kilometers-per-hour kilometer-pro-stunde stundenkilometer stundenkilometern',
  'm/s': 'm/s metres-per-second meters-per-second meter-pro-sekunde',
  mph: 'mph miles-per-hour meilen-pro-stunde',
  knots: 'kn kt kts knot knots knoten',
  '°C': '°c ℃ degrees-celsius degrees-c celsius grad-celsius',
  '°F': '°f ℉ degrees-fahrenheit degrees-f fahrenheit grad-fahrenheit',
  kW: 'kw kilowatt kilowatts',
  MW: 'mw megawatt megawatts',
  horsepower: 'hp bhp ps horsepower pferdestärken',
  bar: 'bar',
  psi: 'psi',
  kcal: 'kcal kilocalories kilokalorien',
  kJ: 'kj kilojoules kilojoule',
};

const unitNames = new Map(
  Object.entries(spellings).flatMap(([name, list]) => list.split(' ').map((written) => [written, name])),
);

/** Finds the unit with this spelling, in lower case with hyphens between words. Returns its name; null for other words. */
export function findUnit(written: string): string | null {
  return unitNames.get(written) ?? null;
}

const currencySigns = new Map([
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
]);
const currencyWords = new Map(
  Object.entries({
    EUR: 'eur euro euros',
    USD: 'usd dollar dollars',
    GBP: 'gbp sterling',
    CHF: 'chf franken sfr francs',
    JPY: 'jpy yen',
    CNY: 'cny yuan renminbi',
    cents: 'cent cents pence',
    SEK: 'sek kronor krona',
    INR: 'inr rupees',
    RUB: 'rub roubles rubles rubel',
  }).flatMap(([code, list]) => list.split(' ').map((written) => [written, code])),
);

/** Finds the currency of a sign or a word in lower case; null for anything else. */
export function findCurrency(written: string): string | null {
  return currencySigns.get(written) ?? currencyWords.get(written) ?? null;
}
