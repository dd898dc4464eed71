import { declared } from './declared-style';

const romans = new Map([
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

export function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let left = number;
  let written = '';
  for (const [letters, worth] of romans) {
    const times = Math.floor(left / worth);
    written += letters.repeat(times);
    left -= times * worth;
  }
  return written;
}

/** a, b, ..., z, aa, ab, ... */
function letters(number: number): string {
  if (number < 1) return String(number);
  const before = Math.floor((number - 1) / 26);
  return (before > 0 ? letters(before) : '') + String.fromCharCode(97 + ((number - 1) % 26));
}

const upper = (write: (number: number) => string) => (number: number) => write(number).toUpperCase();

/** By the `type` of HTML and by the `list-style-type` of CSS. */
const systems = new Map<string, (number: number) => string>([
  ['a', letters],
  ['A', upper(letters)],
  ['i', roman],
  ['I', upper(roman)],
  ['lower-alpha', letters],
  ['lower-latin', letters],
  ['upper-alpha', upper(letters)],
  ['upper-latin', upper(letters)],
  ['lower-roman', roman],
  ['upper-roman', upper(roman)],
]);

const bullets = new Set(['none', 'disc', 'circle', 'square']);

function wholeNumber(value: string | null): number | null {
  const [digits] = /^\s*[-+]?\d{1,9}/.exec(value ?? '') ?? [];
  return digits === undefined ? null : Number(digits);
}

const systemOf = (element: Element) => declared(element, 'list-style-type') ?? element.getAttribute('type');

/** A list of such items is a row of teasers, which sites lay out without the numbers. */
const teaser = 'h1, h2, h3, h4, h5, h6, figure, article';

/** What stands before each item of an ordered list (HTML, 4.4.5), as `7. `; '' where a bullet does, or nothing. */
export function itemNumbers(list: Element): Map<Element, string> {
  const items = Array.from(list.children).filter(({ localName }) => localName === 'li');
  const step = list.hasAttribute('reversed') ? -1 : 1;
  let next = wholeNumber(list.getAttribute('start')) ?? (step === 1 ? 1 : items.length);
  const numbers = new Map<Element, string>();
  if (items.some((item) => item.querySelector(teaser) !== null)) return numbers;
  for (const item of items) {
    const number = wholeNumber(item.getAttribute('value')) ?? next;
    const system = systemOf(item) ?? systemOf(list) ?? '1';
    const write = systems.get(system) ?? String;
    numbers.set(item, bullets.has(system) ? '' : `${write(number)}. `);
    next = number + step;
  }
  return numbers;
}
