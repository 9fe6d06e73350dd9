"""corpus.sentences: what a newspaper prints, one sentence at a time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import split_sentences

# Each text is its sentences put together with one space, so the table shows where the cuts are.
ENGLISH = {
    "abbreviated country": ["He left the U.S. on May 2.", "He never came back."],
    "abbreviated country at the end": ["She lives in the U.S.", "Her brother stayed in Lima."],
    "abbreviation before a name": ["U.S. Attorney Geoffrey Berman announced the charges."],
    "titles of persons": [
        "Gen. Luis Ruiz met Sen. Marco Diaz and Rep. Ana Lopez.",
        "Dr. Smith and Mrs. Jones were there, as was Prof. Ito.",
    ],
    "title behind a dash": ["She met then-Sen. Obama in 2007.", "He won."],
    "rank and service": ["Lt. Col. Pedro Paz and Sgt. Lee were hurt.", "Both are stable."],
    "initials": ["J. K. Rowling and George W. Bush spoke.", "John F. Kennedy did not."],
    "initials without space": ["J.R.R. Tolkien wrote it.", "C.S. Lewis read it."],
    "time of day": [
        "The talks began at 9 a.m. on Monday.",
        "They ended at 5 p.m.",
        "No deal came.",
    ],
    "time before a day": ["It opened at 6:30 p.m. Tuesday in Callao."],
    "decimals and money": ["Growth was 3.5 percent.", "It cost $1.2 million, or S/. 4.1 million."],
    "company": ["Acme Inc. bought Widget Co. in May.", "Shares of Acme Corp. rose 2.1%."],
    "number abbreviation": ["He was No. 3 on the list.", "She was first."],
    "months": ["The vote is on Nov. 5, 2024.", "The count ends on Dec. 1."],
    "saint and street": [
        "Fans filled St. James Park.",
        "The shop is on 5th Ave. near Main St. now.",
    ],
    "versus": ["Roe v. Wade was overturned.", "The case Smith vs. Jones goes on."],
    "quotation inside": ['"We will go," he said.', '"They won\'t follow."'],
    "quotation goes on": ['"Where is he?" she asked.', "No one knew."],
    "exclamation in quotation": ["“Stop!” the officer shouted.", "They ran."],
    "quotation of two sentences": ["“We lost.", "We won’t go,” said Ms. Gray."],
    "quotation of three": ["He said: 'It is bad.", "It is sad.", "Is it over?'", "Nobody knew."],
    "name behind a quotation": ["“Who is he?” Obama asked.", "“Go!” Clinton shouted."],
    "straight quotation of two": ['"I know.', 'So do you," Mr. Lee said.', "He sat."],
    "end inside quotation marks": ["“He is gone.”", "“Where to?”", "Nobody answered."],
    "comment behind": ["“It is over.”", "That was all he said."],
    "ellipsis goes on": ["The plan … was dropped.", "He said it... then left."],
    "ellipsis ends": ["And then...", "Nothing happened."],
    "parenthesis inside": ["The port (one of the largest in the region) is busy.", "It grows."],
    "sentence in parentheses": ["He left.", "(He came back later.)", "She stayed."],
    "abbreviation in parentheses": ["The agency (est. 1973) led the raid.", "It failed."],
    "question": ["Who runs the port?", "Nobody will say.", "Why?"],
    "both marks": ["Really?!", "Yes."],
    "colon": ["He gave one reason: money.", "That was all."],
    "et al. and etc.": ["Drugs, arms, etc. were seized.", "Smith et al. wrote the report."],
    "degrees": ["Jane Roe, Ph.D., leads it.", "John Doe Jr. and Sam Poe Sr. agree."],
    "junior": ["Martin Luther King Jr. spoke.", "He was 34."],
    "organisation": ["The U.N. Security Council met.", "The E.U. did not."],
    "capital": ["Washington, D.C. is cold.", "They met in Washington, D.C.", "It rained."],
    "web and file names": ["Visit www.insightcrime.org for more.", "Open report.pdf first."],
    "quotation in parentheses": ["He agreed (“of course,” he said).", "She did not."],
    "apostrophe": ["Callao's port is Peru's largest.", "It's busy."],
    "footnote number": ["The agency denied it.[1]", "The minister did not.[2]"],
    "versioned law": ["Art. 5 of the law applies.", "See Sec. 3 and p. 12."],
    "state": ["She is from Tampa, Fla., and he is from Waco, Tex.", "They met there."],
    "said Mr at the end of a line": ["It was Mr. Pantoja who spoke.", "He was calm."],
    "dash": ["The raid — the third this year — failed.", "Two men fled."],
    "ordinary words": ["“Trust me.”", "She said no.", "Analysts blamed the Fed.", "It felt ill."],
    "words like months": ["It opened in May.", "Shares rose.", "He joined in 1998.", "Sales fell."],
    "words like postal codes": ["She lives in Washington, DC.", "Police searched the flat."],
    "art": [
        "She studied liberal arts.",
        "He likes art.",
        "He went to the Museum of Modern Art.",
        "Visitors queued.",
    ],
    "fort": ["Troops left Ft. Hood on Friday.", "Others stayed."],
    "time zone": ["It ends at 8 p.m. EST.", "Voting starts at 7 a.m. Nov. 5 in Texas."],
    "lower-case brand": ["Sales of the iPhone fell.", "iPad sales rose."],
}
SPANISH = {
    "titles of persons": ["El Sr. Pérez y la Dra. Gómez llegaron.", "La Sra. Díaz no vino."],
    "abbreviated country": ["Viajó a EE. UU. el lunes.", "Volvió el martes."],
    "country without a space": ["Viajó a EE.UU. en mayo.", "EE.UU. respondió."],
    "country at the end": ["Vive en EE. UU.", "Su hermano se quedó en Lima."],
    "question": ["¿Quién dirige el puerto?", "Nadie lo sabe.", "¿Por qué?"],
    "exclamation": ["¡Basta!", "¡No más!", "Así gritaron."],
    "question inside": ["El jefe, ¿quién es?, preguntó.", "Nadie respondió."],
    "quotation": ["«Nos vamos», dijo.", "«No volveremos.»", "Y se fue."],
    "time of day": ["Empezó a las 9 a. m. del lunes.", "Terminó a las 5 p.m. en Lima."],
    "numbers": ["Costó 1.300.000 soles.", "El 3.5 % subió."],
    "police ranks": ["El Gral. Ruiz y el Cnel. Paz hablaron.", "El Cap. Soto calló."],
    "article number": ["El Art. 5 lo prohíbe.", "Véase la pág. 12."],
    "no at the end": ["¿Aceptó?", "Dijo que no.", "Luego se fue."],
    "number abbreviation": ["Vive en la calle No. 15 de Lima.", "Es la No. 1."],
    "et cetera": ["Armas, drogas, etc. fueron incautadas.", "Hay dos detenidos."],
    "initials": ["El juez J. M. Santos firmó.", "La orden la dio A. García."],
    "company": ["La empresa Gloria S.A. ganó.", "Compró Lácteos S.A.C. en mayo."],
    "avenue": ["Ocurrió en la Av. Argentina.", "El Jr. Ucayali fue cerrado."],
    "ordinary words": ["Todo va bien.", "Juan votó en contra.", "Pedro fue al mar.", "Perú ganó."],
    "doubled plurals": ["Las FF. AA. y los RR. HH. del Estado callan.", "EE. UU. no."],
    "street": ["Murió en el Jr. Ucayali.", "Otro vive en la Av. Brasil 55."],
    "soles": ["Véanse los arts. 5 y 6.", "Pagó S/. 300 por mes.", "Debe S/ 1.200."],
    "more titles": ["La Dña. Rosa Paz y el Tte. López hablaron.", "El Crnl. Soto no."],
    "ellipsis": ["No sé... quizá mañana.", "Eso dijo…", "Y calló."],
    "decades": ["Nació en 1950.", "Murió el 3 de mayo de 2001."],
}


@pytest.mark.parametrize("sentences", ENGLISH.values(), ids=ENGLISH)
def test_english_news_is_cut_where_its_sentences_end(sentences: list[str]) -> None:
    assert cut(" ".join(sentences), "en") == sentences


@pytest.mark.parametrize("sentences", SPANISH.values(), ids=SPANISH)
def test_spanish_news_is_cut_where_its_sentences_end(sentences: list[str]) -> None:
    assert cut(" ".join(sentences), "es") == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        # A heading, a byline and a place line stand alone; wrapped prose does not.
        (
            "Callao port chief held\nBy James Bargent\nCALLAO, Peru\n\nPolice held him.",
            ["Callao port chief held", "By James Bargent", "CALLAO, Peru", "Police held him."],
        ),
        (
            "The police searched all the houses that stand\nnear the port. Two men were held.",
            ["The police searched all the houses that stand\nnear the port.", "Two men were held."],
        ),
        (
            "He seized:\n- 3 guns\n- 2 boats\nHe left.",
            ["He seized:", "- 3 guns", "- 2 boats", "He left."],
        ),
        ("1. Cut costs.\n2. Hire staff. Soon.", ["1. Cut costs.", "2. Hire staff.", "Soon."]),
        ("1. Cut costs. 2. Hire.", ["1. Cut costs.", "2. Hire."]),
        ("• El puerto\n• La aduana", ["• El puerto", "• La aduana"]),
        ("One line\n\n\n \nAnother", ["One line", "Another"]),
        ("By ANA DÍAZ | June 22, 2017\nIt rained.", ["By ANA DÍAZ | June 22, 2017", "It rained."]),
    ],
)
def test_line_breaks_end_what_stands_alone_and_not_what_is_wrapped(
    text: str, sentences: list[str]
) -> None:
    assert cut(text, "en") == sentences


@pytest.mark.parametrize("text", ["", " ", "\n\n \t\n", "\u00a0"])
def test_blank_text_has_no_sentences(text: str) -> None:
    assert split_sentences(text) == ()


def test_an_unknown_language_is_cut_by_the_rules_of_english() -> None:
    assert cut("Gen. Ruiz left. He died.", None) == ["Gen. Ruiz left.", "He died."]
    assert cut("Gen. Ruiz left. He died.", "xx") == ["Gen. Ruiz left.", "He died."]


PIECES = (
    'Gen. U.S. “Stop!” he said. (It rained.) a.m. ¿Qué? EE. UU. No. 3.5 … - item 1. " ’ May. Police'
)
NEWS = st.lists(st.sampled_from([*PIECES.split(" "), "\n", "\n\n", "\u00a0", "🙂", "e\u0301"]))


@given(
    text=st.one_of(st.text(), NEWS.map(" ".join)),
    language=st.sampled_from(["en", "es", "ar", "zh", None]),
)
def test_sentences_are_ordered_disjoint_trimmed_and_cover_every_character(
    text: str, language: str | None
) -> None:
    spans = split_sentences(text, language)

    assert all(span.start < span.end for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(part == part.strip() for part in cut(text, language))
    outside = set(range(len(text))) - {at for s in spans for at in range(s.start, s.end)}
    assert all(text[at].isspace() for at in outside)


def cut(text: str, language: str | None) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, language)]
