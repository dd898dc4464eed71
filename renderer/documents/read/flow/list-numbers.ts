import { getDeclaredStyle } from './element-kinds.ts';

const romanNumerals = new Map([
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]);

/** A number in lower-case Roman numerals, or in digits where there are none for it. */
export function toRoman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let roman = '';
  for (const [numeral, value] of romanNumerals) {
    const times = Math.floor(rest / value);
    roman += numeral.repeat(times);
    rest -= times * value;
  }
  return roman;
}

/** a, b, ..., z, aa, ab, ... */
function toLetters(number: number): string {
  if (number < 1) return String(number);
  const higher = Math.floor((number - 1) / 26);
  return (higher > 0 ? toLetters(higher) : '') + String.fromCharCode(97 + ((number - 1) % 26));
}

type NumberFormat = (number: number) => string;

const toUpperLetters: NumberFormat = (number) => toLetters(number).toUpperCase();
const toUpperRoman: NumberFormat = (number) => toRoman(number).toUpperCase();

/** By the `type` of HTML and by the `list-style-type` of CSS. */
const numberFormats = new Map<string, NumberFormat>([
  ['a', toLetters],
  ['A', toUpperLetters],
  ['i', toRoman],
  ['I', toUpperRoman],
  ['lower-alpha', toLetters],
  ['lower-latin', toLetters],
  ['upper-alpha', toUpperLetters],
  ['upper-latin', toUpperLetters],
  ['lower-roman', toRoman],
  ['upper-roman', toUpperRoman],
]);

const bullets = new Set(['none', 'disc', 'circle', 'square']);

function parseInteger(value: string | null): number | null {
  const [digits] = /^\s*[-+]?\d{1,9}/.exec(value ?? '') ?? [];
  return digits === undefined ? null : Number(digits);
}

function getListType(element: Element): string | null {
  return getDeclaredStyle(element, 'list-style-type') ?? element.getAttribute('type');
}

/** A list of such items is a row of teasers, which sites show without numbers. */
const teaserContent = 'h1, h2, h3, h4, h5, h6, figure, article';

/** The number before each item of an ordered list (HTML, 4.4.5), as `7. `; empty where a bullet stands there, or nothing. */
export function numberListItems(list: Element): Map<Element, string> {
  const items = Array.from(list.children).filter(({ localName }) => localName === 'li');
  const step = list.hasAttribute('reversed') ? -1 : 1;
  let next = parseInteger(list.getAttribute('start')) ?? (step === 1 ? 1 : items.length);
  const numbers = new Map<Element, string>();
  if (items.some((item) => item.querySelector(teaserContent) !== null)) return numbers;
  for (const item of items) {
    const number = parseInteger(item.getAttribute('value')) ?? next;
    const type = getListType(item) ?? getListType(list) ?? '1';
    const format = numberFormats.get(type) ?? String;
    numbers.set(item, bullets.has(type) ? '' : `${format(number)}. `);
    next = number + step;
  }
  return numbers;
}
