import { buildLexicon, wordClass } from './word-class.ts';

const ones = ['ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
const tens = ['zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];

/** The classes of German words, in lower case. */
export const german = buildLexicon({
  number:
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn hundert tausend',
  magnitude: 'tausend million millionen milliarde milliarden billion billionen mio mrd tsd dutzend',
  manyOf: 'dutzende hunderte tausende hunderttausende abertausende zehntausende',
  fraction: 'hälfte drittel viertel fünftel zehntel achtel zweidrittel dreiviertel mehrheit minderheit halb',
  percent: '% ‰ prozent prozentpunkte prozentpunkten',
  currency: '$ £ € ¥ euro euros dollar dollars pfund franken yen cent eur usd chf',
  month:
    'januar jänner februar märz april mai juni juli august september oktober november dezember jan feb apr jun jul aug sep sept okt nov dez',
  unsureMonth: 'jan apr jun mai',
  weekday:
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags mittwochs donnerstags freitags samstags sonntags montagabend dienstagabend',
  beforeDate:
    'im in seit bis am vom ab vor nach anfang ende mitte letzten vergangenen kommenden nächsten diesen zum zwischen',
  relativeDay: 'gestern vorgestern übermorgen',
  period:
    'sekunde sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten monats jahr jahre jahren jahres jahrzehnt jahrzehnte jahrzehnten jahrhundert quartal sommer winter frühjahr herbst nacht',
  whichPeriod:
    'letzten letzte letztes vergangenen vergangene vergangenes vorigen voriges nächsten nächstes kommenden kommendes diesem dieses',
  saying: `sagte sagt sagten erklärte erklärt erklärten teilte teilten betonte warnte warnten schrieb schreibt berichtete berichtet berichteten meinte behauptete behauptet kündigte bestätigte
    versicherte forderte kritisierte räumte fügte ergänzte verwies hieß dementierte erläuterte versprach nannte gab`,
  role: `präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin ministerpräsident ministerpräsidentin finanzminister
    finanzministerin innenminister innenministerin außenminister außenministerin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin landrat landrätin senator senatorin abgeordnete
    abgeordneter botschafter botschafterin sekretär staatssekretär staatssekretärin generalsekretär vorsitzende vorsitzender parteichef parteichefin chef chefin direktor direktorin leiter leiterin
    geschäftsführer geschäftsführerin vorstand vorstandschef vorstandsvorsitzende gründer gründerin sprecher sprecherin pressesprecher pressesprecherin professor professorin
    forscher forscherin wissenschaftler wissenschaftlerin ökonom ökonomin historiker historikerin anwalt anwältin rechtsanwalt richter richterin staatsanwalt staatsanwältin
    general oberst hauptmann kommissar kommissarin trainer trainerin autor autorin schriftsteller schriftstellerin journalist journalistin redakteur redakteurin bischof
    könig königin prinz prinzessin kandidat kandidatin beauftragte ärztin arzt lehrer lehrerin künstler künstlerin ingenieur ingenieurin intendant intendantin kapitän`,
  functionWord: `der die das den dem des ein eine einen einem einer eines und oder aber sondern denn doch so für von vom zu zum zur in im ins an am ans auf aus bei beim mit nach
    seit über unter vor hinter neben zwischen durch gegen ohne um bis als wie dass daß ob wenn weil da während obwohl nachdem bevor damit er sie es wir ihr ich du ihn ihm ihnen uns
    euch mich mir dich dir sich sein seine seinen seiner ihre ihren ihrer unser unsere mein meine wer was wo wann warum welche welcher welches ist sind war waren sei wäre wird werden
    wurde wurden worden hat haben hatte hatten kann können konnte muss müssen soll sollen sollte will wollen darf nicht kein keine keinen nein ja auch nur noch schon sehr mehr
    meist weniger viel viele vielen alle allen allem alles einige einigen etwas nichts man hier dort dann nun jetzt heute immer wieder nie oft selbst eben dabei dazu dafür
    dagegen deshalb daher jedoch allerdings außerdem zudem inzwischen trotz laut wegen gegenüber pro je sowie bereits etwa rund dieser diese dieses diesen diesem jeder jede jedes
    jener andere anderen beide beiden insgesamt zuvor danach später derzeit nach`,
  determiner:
    'der die das den dem des ein eine einen einem einer eines seine ihre ihr sein unser unsere diese dieser dieses',
  pronoun: 'ich du er sie es wir ihr man wer dieser diese das ihn ihm ihnen',
  superlative: `größte größten größter größtes höchste höchsten höchster höchstes niedrigste niedrigsten kleinste kleinsten älteste ältesten ältester jüngste jüngsten längste längsten
    kürzeste kürzesten schnellste schnellsten reichste reichsten ärmste ärmsten stärkste stärksten schwächste schwächsten schlimmste schlimmsten schlechteste schlechtesten
    beste besten bester bestes teuerste teuersten billigste billigsten wichtigste wichtigsten meiste meisten wenigsten bekannteste bekanntesten beliebteste beliebtesten
    häufigste häufigsten erfolgreichste erfolgreichsten gefährlichste tiefste tiefsten heißeste heißesten kälteste kältesten wärmste wärmsten größtem meistverkaufte`,
  ordinal:
    'erste ersten erster erstes zweite zweiten zweiter dritte dritten dritter drittes vierte vierten vierter fünfte fünften sechste siebte achte neunte zehnte zweitgrößte zweitgrößten drittgrößte drittgrößten',
  comparative: `mehr weniger höher höhere höheren niedriger niedrigere größer größere größeren kleiner kleinere länger längere kürzer älter jünger schneller langsamer reicher ärmer
    stärker schwächer besser schlechter billiger teurer tiefer häufiger seltener früher später schwerer leichter`,
  change: `stieg stiegen gestiegen steigt steigen steigerte gesteigert fiel fielen gefallen fällt sank sanken gesunken sinkt sinken wuchs wuchsen gewachsen wächst erhöhte erhöht erhöhten
    verringerte verringert reduzierte reduziert kürzte gekürzt senkte gesenkt zugenommen abgenommen kletterte schrumpfte geschrumpft zulegte zugelegt verlor gewann`,
  law: `gesetz gesetze gesetzes gesetzentwurf verordnung richtlinie urteil urteils verfassung grundgesetz vertrag klage anklage beschluss strafanzeige erlass novelle`,
  numberedLaw:
    'artikel art paragraf paragraph abschnitt absatz abs richtlinie verordnung urteil beschluss entscheidung aktenzeichen az drucksache §',
  title: 'herr frau dr prof',
  about: 'etwa rund knapp circa ca ungefähr fast gut über unter nahezu genau bis',
  nameLink: 'von zu der de van den al und &',
  times:
    'doppelt verdoppelt verdoppelte verdoppelten halbiert halbierte verdreifacht verdreifachte dreimal zweimal viermal fünfmal zehnmal vervierfacht',
  auxiliary: 'hat haben hatte hatten',
});

/** Numbers from 20 to 99, and the hundreds and thousands, which German writes as one word. */
function addNumbers(): void {
  const numbers = tens.flatMap((ten) => [ten, ...ones.map((one) => `${one}und${ten}`)]);
  const large = [...ones, 'zehn', 'zwanzig', 'dreißig', 'fünfzig'].flatMap((one) => [
    `${one}hundert`,
    `${one}tausend`,
  ]);
  for (const word of [...numbers, ...large]) german.set(word, (german.get(word) ?? 0) | wordClass.number);
}

addNumbers();
