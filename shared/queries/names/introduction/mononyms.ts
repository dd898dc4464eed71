/** Surnames that need no introduction, and persons known by one name. Lower case, without accents. */
const mononyms = new Set(
  `trump obama biden clinton bush putin zelensky zelenskyy selenskyj merkel scholz merz macron starmer netanyahu erdogan thatcher churchill
  reagan nixon kennedy lincoln washington jefferson roosevelt gandhi mandela stalin lenin hitler mao xi napoleon shakespeare mozart
  beethoven bach wagner verdi goethe schiller kafka einstein newton darwin freud marx kant nietzsche plato aristotle picasso
  rembrandt michelangelo leonardo caravaggio vermeer madonna beyonce rihanna adele shakira bono sting prince cher bjork pele
  ronaldinho neymar ronaldo messi jesus muhammad buddha moses`.split(/\s+/),
);

export function isMononym(key: string): boolean {
  return mononyms.has(key);
}
