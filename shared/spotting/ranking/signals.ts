/** Words that speak for or against a sentence stating facts, each list with its weight in log-odds. */
interface Signal {
  weight: number;
  /** How often it counts at most. */
  limit: number;
  /** Whether its words are deeds, which behind "will", "to" and the like are none yet: "I'd cut taxes". */
  isDeed?: boolean;
  words: string;
}

const english: readonly Signal[] = [
  // Events and deeds that are on record somewhere.
  {
    weight: 0.9,
    limit: 2,
    isDeed: true,
    words: `voted vetoed signed created lost cut raised doubled tripled balanced inherited outsourced shipped closed opened built spent paid killed died arrested convicted
      elected appointed nominated sued fired hired received donated earned borrowed owed banned blocked opposed supported sponsored endorsed eliminated ended invaded bombed withdrew passed
      approved rejected released deported increased decreased reduced rose fell grew dropped declined declined cost costs funded defunded lied promised chaired dumped expanded collapsed
      negotiated repealed launched founded joined won defeated bought sold moved stole wiped slashed gutted added gained shrank soared plunged ranks ranked imported exported
      injured sentenced charged acquitted resigned married born attacked destroyed seized acquired merged reported announced published`,
  },
  // Deeds of which parliaments keep a record.
  {
    weight: 0.5,
    limit: 1,
    isDeed: true,
    words: `voted vetoed signed authorized opposed supported sponsored cosponsored filibustered abstained ratified pardoned repealed overturned amended enacted passed refused testified
      blocked raised cut appointed nominated confirmed impeached indicted convicted defunded privatized`,
  },
  {
    weight: 0.35,
    limit: 2,
    words: `was were had did took gave got went said made came left brought began became put sent met led held kept ran stood wrote called used started wanted tried worked
      has been under since ago gone taken given seen proposed offered claimed asked happened became refused failed stopped received wants supports opposes favors favours calls called ruled`,
  },
  // Subjects of which statistics and records are kept.
  {
    weight: 0.45,
    limit: 3,
    words: `jobs job unemployment employment tax taxes taxpayers deficit deficits debt budget budgets spending economy economic growth gdp income incomes wage wages salary salaries poverty
      inflation trade tariffs exports imports deal agreement treaty nafta factories manufacturing companies company corporations banks wall businesses industry oil gas coal energy
      emissions prices price premiums insurance medicare medicaid welfare benefits subsidies pension pensions rent rents housing homes mortgages hospital hospitals patients drug drugs doctors
      crime crimes murder murders homicides shootings police prison prisoners guns immigrants immigration illegal border refugees visas deported war wars troops soldiers military army navy weapons
      nuclear iraq iran syria china russia isis terrorists attack attacks terror bill bills law laws amendment act vote votes congress senate court record records plan policy program
      percent population people families workers teachers students schools graduates college tuition loans women children americans households voters polls poll states nation country world
      rate rates level average median federal government administration party money foreign overseas countries mexico canada against donor donors donations foundation campaign emails returns lobbyists`,
  },
  // Scope that can be shown to be wrong.
  {
    weight: 0.55,
    limit: 2,
    words: `never every nobody none only most least half third quarter twice double triple ever first last largest biggest highest lowest worst best greatest fewest longest record majority
      millions billions thousands hundreds trillion billion million percent fewer more less higher lower than each zero nothing always`,
  },
  // Who is said to have done it.
  {
    weight: 0.4,
    limit: 2,
    words:
      'he she they his her their opponent senator governor secretary president administration republicans democrats who',
  },
  // Views, plans, feelings, and talk about the talk itself.
  {
    weight: -0.75,
    limit: 3,
    words: `think believe feel hope wish guess want need must should let let's shall would could might may maybe perhaps love hate hopefully dream please sorry
      thank thanks welcome congratulations bless honored honoured proud glad happy excited grateful wonderful beautiful amazing incredible tremendous fantastic terrible horrible disgrace shame
      better great question questions answer debate moderator minutes seconds segment tonight ladies gentlemen folks everybody hello good morning evening listen look okay ok yes no yeah well
      together future dreams values faith heart imagine deserve trust fight`,
  },
  // Hedges, praise, and the campaign itself.
  {
    weight: -0.5,
    limit: 2,
    words: `guess suppose seems seem sort kind assure honestly frankly doubt judgment opinion optimistic delighted moved priorities priority leadership character courage strength difference
      differences decent finest finer stand stands mistake wrong respect apologize lecture lectured lesson lessons ashamed regret remember somebody fellow guy everybody anybody sir
      simply ought stronger smarter tired easy idea view`,
  },
  {
    weight: -0.9,
    limit: 2,
    words: "will won't i'll we'll you'll he'll she'll they'll it'll gonna going tomorrow if unless",
  },
  {
    weight: -0.35,
    limit: 2,
    words: "i i'm i'd you you're your me my mine we're let's us our can can't cannot do don't",
  },
];

const german: readonly Signal[] = [
  {
    weight: 0.7,
    limit: 2,
    words: `stimmte stimmten beschloss beschlossen stieg sank fiel wuchs kostete kosten zahlte bezahlt verlor verloren gewann gegründet gebaut geschaffen geschlossen eröffnet erhöht
      gesenkt gekürzt verdoppelt halbiert verabschiedet unterzeichnet verurteilt verhaftet getötet gestorben verletzt gestiegen gesunken gefallen gewachsen abgelehnt verkauft gekauft`,
  },
  {
    weight: 0.3,
    limit: 2,
    words: 'war waren hatte hatten wurde wurden hat haben seit worden gab kam ging nahm',
  },
  {
    weight: 0.45,
    limit: 3,
    words: `arbeitsplätze stellen arbeitslosigkeit arbeitslose steuer steuern haushalt schulden defizit wirtschaft wachstum einkommen löhne lohn armut inflation preise mieten miete
      rente renten krankenkassen beiträge krankenhäuser kriminalität straftaten polizei grenze flüchtlinge asyl krieg soldaten waffen gesetz gesetze bundestag landtag gericht urteil
      umsatz gewinn verlust unternehmen einwohner menschen familien schüler lehrer prozent studie zahl energie strom gas`,
  },
  {
    weight: 0.5,
    limit: 2,
    words:
      'nie niemals jeder jede keine kein niemand meisten hälfte drittel doppelt erste ersten größte höchste niedrigste rekord millionen milliarden tausende mehr weniger als',
  },
  {
    weight: -0.75,
    limit: 3,
    words:
      'glaube denke meine finde hoffe wünsche müssen sollten sollen sollte könnte würde vielleicht bitte danke dank liebe leider schön frage herzlich willkommen',
  },
  { weight: -0.8, limit: 2, words: 'werden wird werde wollen will wenn falls morgen' },
  { weight: -0.35, limit: 2, words: 'ich mir mich mein uns unser unsere wir du sie ihnen' },
];

/** Which signals a word gives: indexes into the list of its language. */
export interface SignalTable {
  signals: readonly Signal[];
  indexes: ReadonlyMap<string, readonly number[]>;
}

function buildTable(signals: readonly Signal[]): SignalTable {
  const indexes = new Map<string, number[]>();
  signals.forEach(({ words }, index) => {
    for (const word of new Set(words.trim().split(/\s+/)))
      indexes.set(word, [...(indexes.get(word) ?? []), index]);
  });
  return { signals, indexes };
}

export const signalTables = { en: buildTable(english), de: buildTable(german) };
