/** Words with which news name one thing in several ways, by its name. Each word is a whole word in lower case. */
const groups: Record<string, string> = {
  dead: `dead died die dies death deaths killed kills kill killing victims fatalities fatality perished
    tot tote toten toter todesopfer todesopfern todesfälle todesfällen ums getötet starben gestorben umgekommen opfer opfern`,
  hurt: `injured wounded hurt injuries casualties verletzt verletzte verletzten verletzter verwundet verwundete verwundeten`,
  missing: 'missing vermisst vermisste vermissten',
  staff: `worked works working employed employs employ employing employees employee staff staffers workforce
    beschäftigt beschäftigte beschäftigten beschäftigter beschäftigen arbeiten arbeiteten arbeitet mitarbeiter mitarbeitern mitarbeitende mitarbeitenden
    mitarbeiterinnen angestellte angestellten belegschaft`,
  resident: `inhabitants residents population live lives lived einwohner einwohnern bewohner bewohnern leben lebten wohnen wohnten einwohnerinnen`,
  visitor: `visitors visitor attended attendees attendance spectators audience guests
    besucher besuchern besucherinnen gäste gästen zuschauer zuschauern zuschauerinnen`,
  protester: `protesters protestors demonstrators marched protested demonstrated demonstranten demonstrierten demonstrierende protestierten`,
  arrested: 'arrested detained arrests festgenommen festgenommene festgenommenen verhaftet verhaftete',
  homeless: 'homeless displaced evacuated obdachlos obdachlose evakuiert',
  member: 'members member mitglieder mitgliedern',
  pupil: 'pupils pupil schüler schülern schülerinnen',
};

/** The names of what befalls people, each of which excludes the others. */
export const fates = ['dead', 'hurt', 'missing', 'arrested', 'homeless'] as const;

const things = new Map(
  Object.entries(groups).flatMap(([name, words]) => words.split(/\s+/).map((word) => [word, name] as const)),
);

/** Nouns that have their number behind them: "a population of 11,400". */
const countNouns = new Map(
  Object.entries({
    resident: 'population einwohnerzahl bevölkerungszahl',
    staff: 'workforce headcount belegschaft mitarbeiterzahl beschäftigtenzahl',
    visitor: 'attendance besucherzahl zuschauerzahl',
    dead: 'toll opferzahl totenzahl',
    pupil: 'enrolment enrollment schülerzahl',
    member: 'membership mitgliederzahl',
  }).flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);

/** The name of the thing that such a noun counts; null for other words. */
export function findCountNoun(word: string): string | null {
  return countNouns.get(word) ?? null;
}

/** Words for people, who are counted by what they do or what befalls them: "420 people worked there". */
const people = /^(?:people|persons?|men|women|menschen|personen|leute|leuten)$/;

/** The name of the thing that a word means, whatever the word is; null for a word that no group has. */
export function findThing(word: string): string | null {
  return things.get(word) ?? null;
}

/** Whether a word means people of any kind. */
export function isPeople(word: string): boolean {
  return people.test(word);
}

/** Different words for what something costs. */
const costs = new Set(
  'cost costs costing price priced budget worth spend spends spent spending kostet kosten kostete preis teuer gibt gab ausgaben budget'.split(
    ' ',
  ),
);

/** Whether a word says that an amount is what something costs. */
export function isCost(word: string): boolean {
  return costs.has(word);
}
