"""Given names by which a person is recognised, with the pronoun that goes with them."""

from __future__ import annotations

# Names that go with either (Kim, Robin, Sasha) are in neither list: they decide nothing.
_HE = """
aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro alexander alfred ali allen
alvaro amir anatoly anders andre andreas andrei andrew andy angelo anthony anton antonio archie arjun armand
arnold arthur arturo ashok barack barry bashar ben benjamin bernard bill billy bob boris boyko brad brandon
brian bruce bruno carl carlos cesar charles charlie chris christopher chuck clark claude colin craig cyril dan
daniel dave david dean dennis derek diego dieter dmitry dmytro don donald douglas duncan dwight earl eddie edgar
edmund eduardo edward edwin elias elliot emil emilio emmanuel enrique eric erik ernest ethan eugene evan fabio
felipe felix ferdinand fernando francesco francis francisco franco frank franz fred frederick friedrich gabriel
gareth gary gavin geoff geoffrey george georg gerald gerard giorgio giovanni giuseppe gordon graham greg gregory
guillermo gustav guy hamid hans harald harold harry hassan hector heinrich henri henrik henry herbert hiroshi
horace howard hugh hugo hussein ian ibrahim igor ilham imran isaac ismail ivan jack jacob jacques jaime jake
james jason javier jay jean jeff jeffrey jeremy jerome jerry jesus jim jimmy joachim joao joe joel johan johann
john johnny jon jonas jonathan jorge jose josef joseph joshua juan juergen julian julio julius justin karl keith
ken kenneth kevin khalid klaus konstantin kurt kyle lars laurence lawrence leon leonard leonardo leonid lewis
lionel lloyd louis luca lucas ludwig luigi luis luke mahmoud malcolm manuel marc marcel marco marcus mario mark
markus martin marvin massimo matteo matthew maurice max maximilian michael miguel mike mikhail milan mohamed
mohammad mohammed moses mustafa narendra nathan neil nelson nicholas nicolas niels nigel nikita nikol nikolai
noah norman oleg oleksandr olivier omar oscar oskar osman otto pablo patrick paul pavel pedro per peter petro
phil philip philippe pierre piotr prakash rafael rahul raj rajiv ralph ramon randy raul ravi ray raymond recep
reginald rene ricardo richard rick rishi robert roberto rodrigo roger roland ron ronald ross roy rudolf rupert
russell ryan sachin said salman salvador sam samuel sanjay scott sean sebastian serge sergei sergey sergio
shinzo sidney simon stanley stefan stephen stephan sergio steve steven stuart suresh takeshi ted terry theodore
thomas tim timothy toby todd tom tommy tony trevor vadim valery vasily victor viktor vincent vinod virat vitaly
vladimir volodymyr walter warren wayne werner wilhelm will william willy winston wolfgang xavier yasser yitzhak
yuri yusuf zoltan
"""
_SHE = """
abigail ada adele agnes aisha alexandra alice alicia alison amanda amelia amina amy ana andrea angela angelina
anita ann anna anne annette annie antonia astrid audrey aung barbara beatrice bella benazir bertha beth betty
beverly birgit brenda bridget brigitte camilla carla carmen carol carolina caroline catherine cecilia celia
charlotte chiara christiana christina christine claire clara claudia constance cristina cynthia daisy daniela
danielle daphne deborah debra delia denise diana diane dolores donna dora doris dorothy edith eileen elaine
eleanor elena elisa elisabeth elizabeth ella ellen elsa emily emma erica esther ethel eva evelyn fatima fiona
flora florence frances francesca freya gabriela georgina gertrude gina giorgia gisela giulia gladys gloria golda
grace greta gwen hannah harriet heather heidi helen helena helga hilary hilda hillary ida indira ines ingrid
irene irina iris isabel isabella ivana jacinda jacqueline jane janet janice jennifer jenny jessica jill joan
joanna joanne josephine joy joyce judith judy julia juliana julie juliet kamala karen karin kate katherine
kathleen kathryn katie keiko laila lara laura lauren layla leila lena leonora leontyne leyla liliana lillian
linda lisa lois lola louisa louise lucia lucy lydia madeleine maeve magdalena maia malala mara margaret
margarita margot maria marian marianne marie marilyn marina marjorie marta martha martina mary matilda maud
maureen megan melanie melinda melissa mercedes michelle mildred millicent miranda miriam moira molly monica
muriel myra nadia nancy naomi natalia natalie natasha nell nicole nina nora norma olena olga olivia ophelia
pamela patricia paula pauline peggy penelope petra philippa phyllis polly priscilla rachel rania rebecca regina
renata rhoda rita roberta rosa rosalind rosemary ruth sabina sabrina sally samantha sandra sara sarah selma
sharon sheila shirley silvia simone sofia sonia sophia sophie stella stephanie sue susan susanna suzanne
svetlana sylvia tamara tania tatiana teresa thelma theresa tina ursula valentina valerie vanessa vera veronica
victoria viola violet virginia vivian wanda wendy wilma yasmin yoko yulia yvette yvonne zainab zoe
"""

HE = frozenset(_HE.split())
SHE = frozenset(_SHE.split())
