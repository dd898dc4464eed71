const currencySigns = new Map([
  ['€', 'EUR'],
  ['$', 'USD'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
]);
const currencyWords = new Map(
  Object.entries({
    EUR: 'eur euro euros',
    USD: 'usd dollar dollars',
    GBP: 'gbp sterling',
    CHF: 'chf franken sfr',
    JPY: 'jpy yen',
    CNY: 'cny yuan',
    SEK: 'sek',
    INR: 'inr rupees',
    RUB: 'rub roubles rubles rubel',
  }).flatMap(([code, list]) => list.split(' ').map((written) => [written, code])),
);

/** The currency of a sign or a word in lower case; null for anything else. */
export function findCurrency(written: string): string | null {
  return currencySigns.get(written) ?? currencyWords.get(written) ?? null;
}
