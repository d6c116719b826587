"""Decisions in the genre's form, written for the tests; names and numbers are made up."""

LETTER = """Regeringsbeslut

III:7

2019-05-16

A2019/00123/MRB
(delvis)

Arbetsmarknadsdepartementet

Havsmyndigheten
Box 12
123 45 Sjöstad

Uppdrag att kartlägga bad i kalla sjöar

Regeringens beslut

Regeringen beslutar att ge Havsmyndigheten i uppdrag:

- att kartlägga vilka sjöar som används för kallbad, samt
- att sprida kunskap om isvett till badande.

Havsmyndigheten får använda högst 2 500 000 kronor för uppdraget under 2019. Kostnaderna ska
belasta
utgiftsområde 20 Allmän miljö- och naturvård, anslaget 1:3 Åtgärder för värdefull natur,
anslagsposten 2
Bad. Medlen betalas ut efter rekvisition ställd till Kammarkollegiet. Rekvisition ska ske
senast den
1 december 2019. Medel som inte har använts ska återbetalas senast den 31 mars 2020. Vid samma
tidpunkt ska
en ekonomisk redovisning lämnas till Kammarkollegiet.

Uppdraget ska redovisas till Regeringskansliet (Arbetsmarknadsdepartementet) senast den 30
april 2020.

Bakgrund

Badverket fick den 1 mars 2015 i uppdrag att räkna badare (dnr A2015/00099/MRB) och ska
redovisa det senast
den 1 maj 2016.

Närmare om uppdraget

Uppdraget ska bygga på det tidigare uppdraget om badande (dnr A2015/00099/MRB). I arbetet bör
myndigheten
samråda med Isverket och Sveriges Kommuner och Regioner. Kunskap om isvett ska spridas i
klarspråk.

På regeringens vägnar

Anna Isberg

Bo af Sjö

Kopia till

Finansdepartementet/BA, SKA S3
Badverket
Samtliga länsstyrelser
"""

DIRECTIONS = """Regeringsbeslut
I:4

2016-12-15
Ku2016/02222/KO

Kulturdepartementet

Sagomyndigheten
Box 1
111 11 Sagostad
Regleringsbrev för budgetåret 2017 avseende Sagomyndigheten
Regeringen beslutar att följande ska gälla under budgetåret 2017 för Sagomyndigheten.

Tilldelade anslag/anslagsposter (belopp angivna i tkr)

Utgiftsområde 17 Kultur, medier, trossamfund och fritid

1:9

Bidrag till sagor (Ramanslag)

Disponeras av Sagomyndigheten12 500
ap.1Sagor för barn (ram)12 000
ap.2Sagor för vuxna (ram)500

Villkor för anslag 1:9

Av medlen får högst 2 miljoner kronor användas för resor.
"""


def sentence(*words: str) -> str:
    """One decided sentence under a title that makes the text an assignment."""
    return "# Uppdrag att bada\n\n" + " ".join(words)
