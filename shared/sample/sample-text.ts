export const sampleTitle = 'Harbour tram to open in March, two years late';

/**
 * The text of the sample article, written for Stet: the town, its institutions and its people are invented. Some figures are
 * wrong on purpose, and some statements are left for the reader to mark.
 */
export const sampleText = `# ${sampleTitle}

The harbour tram will open on 14 March, the transport authority said on Thursday, two years behind the date that the council promised when it broke ground.

The line has cost €412 million, a third more than planned, most of it for the tunnel under the old customs house, where engineers found a seawall that no map showed.

It is expected to carry 38,000 passengers a day. At 2.4 kilometres the tunnel is the longest of its kind in the country, according to the builder, Norrvik Tunnelling.

![The tunnel mouth at Customs House Quay, photographed in October. The stones on the left belong to the old seawall.](tunnel-mouth.jpg)

## A wall that no map showed

Work stopped on 3 September 2022, when a drilling crew struck dressed stone nine metres below the quay. Archaeologists from the Kelderhaven Museum dated the wall to the 1640s. Taking it out, stone by stone, lasted eleven months. It had been part of the town’s first harbour, and nobody alive had ever seen it.

The wait was dear. Each month of it cost the authority €3.1 million in standing charges, its director, Edda Morhaven, told the council in May. The machines were hired, the crews were under contract, and neither could be sent home.

> “We dug with trowels for most of a year,” Ms Morhaven said. “You cannot put a drill through the seventeenth century and then apologise.”

Some councillors are less patient. “The survey of 1911 mentions a wall,” said Jorn Ostelind, who sits on the finance committee. “It was in our own archive. Somebody had only to go and look.” The authority replies that the survey speaks of a garden wall, two streets further inland.

## The quay

“We were never asked,” said a fishmonger who has worked on the quay since 1988. She says that trade at the market fell by 12 per cent in the first year of the works. Her own stall lost its regulars when the footbridge was taken down, and not all of them have come back.

The authority does not dispute the figure, but points out that rents, last reviewed in 2019, were frozen while the quay was closed to traffic. A second review is due before the summer.

The Quayside Traders’ Union, which speaks for 86 of the market’s 112 stalls, wants more than a frozen rent. It has asked the council for a fund of €1.5 million, to be shared out by the number of days that each stall stood behind a fence. The council has not answered yet.

## What passengers will find

A single ride will cost €2.60, the same as on the buses. Trams will run every six minutes on weekdays and every twelve on Sundays, from five in the morning until midnight. All eighteen of them were delivered in 2024, and have waited in a shed at Millfield ever since.

The council voted for the line on 18 June 2019, by 31 votes to 14, after a debate that lasted until two in the morning. It was told then that the tram would take 9,000 car journeys a day off the ring road. A later study by the Institute for Town Transport put the number at 5,500, and called even that “a hopeful figure”.

None of this will matter much on the morning itself, Ms Morhaven believes. The first tram leaves Central Station at two minutes past five. “People will complain about the price, and then about the seats,” she said, “and in a year they will not remember that there was ever a bus.”
`;
