/**
 * The article of the fixtures in tests/fixtures/every-format, in a notation of its own, one block on each line:
 *
 * - `# ` and `## ` begin headings, `> ` quotes, `- ` and `1. ` items of lists, `| ` rows of a table, `^1 ` the first note
 * - `**bold**`, `*italic*`, `[words](address)`, `{1}` a reference to the first note
 * - `⟦words⟧` are a claim. The same words may occur elsewhere as well
 *
 * It has what formats write differently: curly quotes, dashes, an ellipsis, words with ligatures (ff, fi, fl, ffi, ffl), long
 * words that are hyphenated at the ends of lines, compounds with hyphens of their own, and names with accents.
 */
export const articleText = `
# The office that filed the flood away
By Ada Brinnekamp
⟦Five floods in eleven years⟧ have filled the cellars of Nordhafen, and after each of them the harbour office wrote a report. Not one of the five was published. They were found in March by ⟦Zoë Okafor, a trainee⟧, in a filing cabinet behind the affidavits of a ferry company that ⟦went bankrupt in 1986⟧. “I was looking for coffee filters,” she says. “What I found was ⟦1,214 pages about water⟧.”
The pages are difficult reading — stiff, official, often contradictory — but they agree on one thing. ⟦The sluice at Fife Street was never finished⟧. Its steel gate, which the council paid for in 2009, lay ⟦in a shed in Flensburg for fourteen years⟧; the fittings were sold for scrap.{1} In the office’s own words, “sufficient protection cannot be affirmed.”
## What the figures say
The first report puts the damage of 2012 at ⟦**€4.2 million**⟧. The second, written by the same engineer, puts it at ⟦€2.4 million⟧. Nobody noticed. When ⟦the ministry asked for an explanation in 2014⟧, the office answered that both figures were “effectively identical”; the ministry, satisfied, ⟦closed the file after nine days⟧. In 2019 ⟦the council spent £4 million⟧ on pumps. In 2021 the council spent £4 million on pumps as well — ⟦different pumps, from a different manufacturer⟧, and for ⟦a different river⟧.
⟦José Núñez⟧, who teaches hydrology at the technical university in Delft, has read all five reports for this magazine. His conclusion is not flattering. ⟦Of the 38 measuring points, eleven did not exist⟧, he says, and ⟦at least six were under water when they were said to have been read⟧. “Either the officers were divers,” he says, “or somebody filled in the forms at home.”{2}
> “⟦We have never lost a single day of traffic to a flood⟧,” the harbour master, François L’Hôte, told the council in 2018. “⟦Our profit is the best proof of our efficiency⟧.”
The harbour’s own log tells another story. ⟦The ferry to Sylt was cancelled on 41 days⟧ that year, 23 of them because the quay was flooded; ⟦the longest interruption lasted from 3 to 17 January⟧. The office’s press officer did not answer ⟦twelve questions that we sent her in writing⟧. On the telephone she said only that ⟦the harbour master has not been in office since 2020⟧, which is correct, and that he could not be reached, which is not: he answered at the second ring.
## Who paid
According to the annual accounts, ⟦the flood fund held £11.6 million in 2008⟧ and £0.4 million in 2022. Where the difference went is shown only in part. The auditors, ⟦a firm from Sheffield with nine employees⟧, signed every balance sheet without a qualification. Their own files, which they opened for us after a long-term dispute, contain ⟦a handwritten note: “Fine. Don’t ask.”⟧
The table shows what the fund paid for, as far as receipts exist.
| Year | Purpose | Amount | Receipts
| 2009 | ⟦Steel gate, Fife Street⟧ | £2.6 million | ⟦one of three⟧
| 2012 | Sandbags and coffee | ⟦£0.9 million⟧ | none
| 2014 | ⟦Consultants from Affoltern⟧ | £1.7 million | all
| 2019 | ⟦Pumps for the inner harbour⟧ | ⟦£4.0 million⟧ | two of nine
| 2021 | Pumps for the Eider | £4.0 million | ⟦eight of nine⟧
The sum of the payments is £13.2 million, ⟦more than the fund ever held⟧. ⟦The town’s treasurer, Łukasz Żmuda⟧, explains this with interest, and with “a transfer that was ⟦booked twice, once in each direction⟧”. He has offered to show the bookings; ⟦two appointments were called off at short notice⟧, a third was ⟦refused without a reason⟧.
## Five offices, five answers
We asked everybody who could have stopped it. The answers differ:
- The council says that ⟦it relied on the harbour office⟧.
- The harbour office says that ⟦it informed the ministry in time, in a letter of 9 February 2010⟧.
- The ministry says that ⟦no such letter has been received⟧.
- The auditors say that ⟦“floods are not an accounting category”⟧.
- The insurer, ⟦Affinity Mutual of Cardiff⟧, says nothing at all.
The letter exists. A copy of it is in the cabinet, with ⟦the ministry’s stamp of 11 February 2010⟧ and, in pencil, the word “⟦refile⟧”. It asks for £600,000 to finish the sluice, and warns that without it “⟦a flood of the second magnitude will reach the hospital⟧”. Three years later it did. ⟦Seventeen patients were carried out by ferrymen⟧, and one of them, ⟦a retired schoolteacher of 81⟧, died of pneumonia a week afterwards.{3} Her daughter learned of the letter from us.
Could it have been prevented? Three engineers say yes, one says ⟦“probably, not certainly”⟧. All four agree about the order of what would have to be done:
1. ⟦finish the gate, which would take five months⟧;
2. raise the quay by 40 centimetres, ⟦not by the 25 that the office had proposed⟧;
3. publish the measurements, ⟦every six hours, in a form that anybody can read⟧.
None of this is new. ⟦The first plan for a sluice is from 1894⟧, when a Scottish engineer offered to build it for ⟦a fifth of the harbour’s yearly profit⟧. The council of the day was “⟦not sufficiently afflicted⟧” to accept. Its minutes are the only part of the story that was always public: they hang, framed, ⟦in the hall of the harbour office⟧, between a map of the reefs and [the town’s plan of action](https://nordhafen.example/plan), which nobody has printed since 2016.
## Afterwards
In April ⟦the prosecutor opened an inquiry against four former officials⟧. In May the office was told to hand over its files, and ⟦discovered that the cabinet had been moved⟧. It stood in the flat of a clerk, who had taken it home because, she said, ⟦“it was the only dry place”⟧. In June the council voted, ⟦by nineteen to two⟧, for the gate. It will cost ⟦not £600,000 but £7.9 million⟧.
Okafor has left the office. She works ⟦for a shipping-news service in Gothenburg⟧ and says she is not surprised by any of it. *“⟦People think that files are kept so that somebody reads them⟧,”* she says. “In an office like that one, ⟦files are kept so that nobody has to⟧…” The sluice, when it is finished, will be ⟦the first in the country to be named after a trainee⟧.
^1 ⟦Receipt no. 77 of the Flensburg shed names a price of £318⟧; see the council’s inventory, p. 12.
^2 Núñez’s own measurements, ⟦taken at 27 points between May and July⟧, are at https://delft.example/nordhafen.
^3 ⟦The hospital’s report was filed on 2 December 2013⟧ and names the cold, not the water, as the cause.
`;
