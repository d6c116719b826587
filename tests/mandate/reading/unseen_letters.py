"""More letters in the genre's forms, written for the tests; what they tell is made up."""

# Several years, "respektive", a letterhead's own lines above the address, m.m. at the title's end.
OVER_SEVERAL_YEARS = """Regeringsbeslut III:9
2021-03-18 LI2021/02149 (delvis)
Landsbygds- och infrastrukturdepartementet
Statens sjöverk
Strandgatan 4
621 00 Sjöstad
1 (3)
Uppdrag att stärka tillsynen av bryggor m.m.
Regeringens beslut
Regeringen uppdrar åt Statens sjöverk att under perioden 2021–2023 stärka tillsynen av bryggor.
I uppdraget ingår även att ta fram ett metodstöd.
Sjöverket får använda högst 4,5 miljoner kronor under 2021. För 2022 respektive 2023 beräknas
5 000 tkr respektive 6 000 tkr. Av medlen får högst 300 000 kronor användas för resor.
Uppdraget ska delredovisas till Regeringskansliet (Landsbygds- och
infrastrukturdepartementet) senast den 31 mars 2022 respektive 2023. Uppdraget ska
slutredovisas till Regeringskansliet (Landsbygds- och infrastrukturdepartementet) senast vid
utgången av mars 2024.
Bakgrund
I budgetpropositionen för 2021 avsatte regeringen 90 000 000 kronor för ändamålet.
På regeringens vägnar
Eva Brygga
Ove Kaj
Kopia till
Finansdepartementet/BA
Sveriges Kommuner och Regioner
"""

# Everything on one line, with the contact block in the middle and two own numbers.
ONE_LINE = (
    "Regeringsbeslut II:3 2016-06-22 Ju2016/04857/PO Ju2015/08331/PO (delvis) "
    "Justitiedepartementet Enligt sändlista Uppdrag till Polismyndigheten och Tullverket att "
    "motverka stölder av båtar Regeringens beslut Regeringen uppdrar åt Polismyndigheten och "
    "Tullverket att gemensamt motverka stölder av båtar. Myndigheterna ska dessutom ta fram ett "
    "gemensamt register. Uppdraget ska redovisas till Regeringskansliet (Justitiedepartementet) "
    "senast den 1 juni 2017. Telefonväxel: 08-405 10 00 Fax: 08-20 27 34 Webb: www.exempel.se "
    "Postadress: 103 33 Stockholm Besöksadress: Sjögatan 4 E-post: ju.registrator@exempel.se "
    "Skälen för regeringens beslut Båtar stjäls. Regeringen gav den 3 december 2015 Tullverket i "
    "uppdrag att räkna dem. På regeringens vägnar Eva Brygga Ove Kaj Kopia till "
    "Justitiedepartementet/Å, KRIM Försvarsdepartementet/RS Brottsförebyggande rådet"
)

# A scan: letters for digits, soft hyphens, glued words, an account's number.
SCANNED = """Regerings\u00adbeslut Il : 4
2009-10-29
S2009/8104/HS
Social\u00addepartementet
Statens vatten\u00adinstitut
831 40 SJÖSTAD
Uppdrag att fördela medel till bad\u00adhus
Regeringens beslut
Regeringen ger Statens vatten\u00adinstitut i uppdrag att fördela medel till badhus. Högst
12 000 000 kronor får användas under 2009 från utgifts\u00adområde 9 anslaget 9 : l Bad,
anslags\u00adposten 3. Av dessa medel får institutet disponera högst 400 000 kronor.
Beloppet utbetalas engångsvis efter rekvisition hos Kammarkollegiet, dock senast den
1 december 2009. Institutet skall senast den l april 2OlO lämna en ekonomisk redovisning
tillRegeringskansliet (Socialdepartementet). Outnyttjade medel skall senast samma dag
återbetalas till Kammarkollegiets bankgirokonto 5052-5781.
Resultatet av uppdraget skall redovisas till Regerings-
kansliet (Socialdepartementet) senast den l5 maj 2010.
Ärendet
Statens vatteninstitut har i en skrivelse den 3 mars 2009 begärt medel.
"""

# A decision that changes an earlier one: the new day counts, the old one doesn't.
CHANGED = """Regeringsbeslut 12
2023-06-15
A2023/00913
A2021/01010 (delvis)
Arbetsmarknadsdepartementet
Bryggmyndigheten
Box 73
424 22 Sjöstad
Ändring av uppdraget att stärka arbetet mot halka
Regeringens beslut
Regeringen ändrar beslutet den 9 juni 2021 om uppdrag till Bryggmyndigheten att stärka arbetet
mot halka på så sätt att uppdraget ska slutredovisas till Regeringskansliet
(Arbetsmarknadsdepartementet) senast den 28 februari 2025 i stället för den 1 mars 2024.
Bryggmyndigheten får använda högst 2,5 miljoner kronor 2023 och 3 miljoner kronor 2024. Medlen
ska belasta anslaget 3:1 Särskilda åtgärder, anslagspost 9 Halka, utgiftsområde 13 Integration.
I övrigt gäller beslutet oförändrat.
"""

# To all county boards, with a list of tasks, a period, yearly reports and two appropriations.
TO_ALL_COUNTIES = """Regeringsbeslut I:2
2024-02-08
Ju2024/00291
Ju2023/01987
Justitiedepartementet
Länsstyrelserna enligt bilaga
Uppdrag till länsstyrelserna att förebygga halka
Regeringens beslut
Regeringen ger samtliga länsstyrelser i uppdrag att
1. kartlägga hala bryggor i respektive län,
2. stödja kommunernas sandning, och
3. sprida information till badare.
Länsstyrelserna bör samråda med Arbetsmiljöverket och Bryggmyndigheten.
Uppdraget avser perioden den 1 mars 2024 till och med den 31 december 2026. Länsstyrelsen i
Stockholms län ska årligen senast den 1 mars, första gången 2025, redovisa arbetet till
Regeringskansliet (Justitiedepartementet).
För uppdraget tilldelas länsstyrelserna 10 mnkr för 2024. Regeringen avser att tilldela 12 mnkr
för 2025. Utgiften ska belasta utgiftsområde 4 Rättsväsendet anslaget 1:6 Halkskydd anslagspost 2
och utgiftsområde 1 Rikets styrelse anslaget 5:1 Länsstyrelserna m.m. anslagspost 3 Utveckling.
"""

# Whole appropriation directions: assignments under their heading, tables in thousands.
WHOLE_DIRECTIONS = """Socialdepartementet
Regeringsbeslut8

2012-12-19Statens vatteninstitut
Strandgatan 17
103 52 SJÖSTADS2012/8871/VS (delvis)

Regleringsbrev för budgetåret 2013 avseende Statens vatteninstitut
1 bilaga
Riksdagen har beslutat om verksamheten (prop. 2012/13:1, utg.omr. 9, bet. 2012/13SoU1,
rskr. 2012/2013:115).
Regeringen beslutar att följande ska gälla under budgetåret 2013 för institutet.
VERKSAMHET
1
Mål och återrapporteringskrav
Institutet ska redovisa hur badandet har utvecklats.
3
Uppdrag
1. Kalla bad
Institutet ska kartlägga kalla bad. Uppdraget ska redovisas till Regeringskansliet
(Socialdepartementet) senast den 30 april 2014.
2. Varma bad
Institutet ska följa upp varma bad.
FINANSIERING
4
Anslag
4.1
Tilldelade anslag/anslagsposter (belopp angivna i tkr)
Utgiftsområde 9 Hälsovård
4:7
Bidrag till badhus (Ramanslag)
Disponeras av Statens vatteninstitut 204 000
ap.1 Kalla badhus (ram) 95 000
ap.4 Varma badhus (ram) 109 000
5:1
Badvakter (Ramanslag)
Disponeras av Badrådet 19 250
ap.1 Badvakter (ram) 19 250
Villkor för anslag 4:7
På regeringens vägnar
Eva Brygga
Ove Kaj
Likalydande till
Badrådet
"""

# Several tasks and reports, a copy of the report, two appropriations for one sum.
TWO_SOURCES = """Regeringsbeslut 5
2018-12-20 Ku2018/02156/DISK
Kulturdepartementet
Myndigheten för bad- och bryggfrågor
Box 206
351 05 Sjöstad
Uppdrag att genomföra informationsinsatser
Regeringens beslut
Regeringen uppdrar åt Myndigheten för bad- och bryggfrågor (MBB) att informera om bad.
Regeringen uppdrar vidare åt MBB att ta fram en vägledning.
MBB ska senast den 15 april 2019 lämna en plan för arbetet, senast den 15 april 2020 lämna en
delrapport och senast den 15 april 2021 lämna en slutrapport till Regeringskansliet
(Kulturdepartementet med kopia till Utbildningsdepartementet).
Under 2018 får 1 250 000 kronor användas för uppdraget. Uppdraget finansieras med 1 000 000
kronor från utgiftsområde 17 Kultur och fritid, anslaget 6:1 Bad och demokrati, anslagsposten 5
Bad och med 250 000 kronor från anslaget 12:2 Ungdomsbad, anslagsposten 1.
Sjörådet ska beredas möjlighet att lämna synpunkter. MBB skall hålla Regeringskansliet
informerat.
"""

# A government web page: title with its number, contact words between, a row without its "och".
WEB_PAGE = """Regeringsuppdrag från Kulturdepartementet

Uppdrag till skydd för badare Diarienummer: Ku2016/04468/FST

Publicerad

Regeringen beslutar att ge Gymnastikinstitutet, Centrum för bad (CFB) i uppdrag att
1. räkna badare,
2. fortsätta att informera badare.

Ladda ner:

CFB ska samråda med den nationella samordnaren för att främja bad i sjöar, Sjörådet och
Bryggmyndigheten.

Deluppdrag 1 ska redovisas senast den 1 februari 2017 och deluppdrag 2 senast den 30 april 2018
till Regeringskansliet Kulturdepartementet).
"""

# To several bodies, named only in the list at the end.
MAILING_LIST = """Regeringsbeslut I:13
2021-09-23
S2021/06595
Socialdepartementet
Enligt sändlista
Strategi för uppföljning av bad
Regeringens beslut
Regeringen ger de myndigheter som anges i detta beslut i uppdrag att följa upp bad. Resultatet
ska årligen lämnas till Regeringskansliet i myndigheternas årsredovisningar.
På regeringens vägnar
Eva Brygga
Ove Kaj
Sändlista
Bryggmyndigheten
Statens sjöverk
"""

NO_ASSIGNMENTS = {
    "press release": """Pressmeddelande från Socialdepartementet
14 mars 2019
Statens vatteninstitut får i uppdrag att kartlägga bad
Regeringen har i dag gett Statens vatteninstitut i uppdrag att kartlägga bad. Uppdraget ska
redovisas senast den 1 mars 2020. För uppdraget avsätts 2 miljoner kronor.
""",
    "consultation": """Remiss
2022-05-04
S2022/01234
Socialdepartementet
Promemorian Stöd till badare
Remissinstanser
Statens vatteninstitut
Remissvaren ska ha kommit in till Socialdepartementet senast den 30 september 2022.
""",
    "proposition": """Prop. 2015/16:1 Utgiftsområde 9
6.5.1 Uppdrag till Statens vatteninstitut
Regeringen gav 2014 Statens vatteninstitut i uppdrag att följa upp bad. Uppdraget ska redovisas
senast den 31 mars 2016. Regeringen föreslår att 50 000 000 kronor anvisas under anslaget 4:7.
""",
}
