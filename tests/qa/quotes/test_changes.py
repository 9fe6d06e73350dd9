"""qa.quotes.changes: every difference has a kind, and says whether it bears on the meaning."""

from __future__ import annotations

import pytest
from comparing import changes, compared, told

NUMBERS = [
    ("growth was 2% then", "growth was two percent then", ["number: 2% < two percent"]),
    ("growth was 2% then", "growth was 2 per cent then", ["number: 2% < 2 per cent"]),
    ("growth was 2% then", "growth was 3% then", ["number!: 2% < 3%"]),
    ("growth was 2% then", "growth was 2 then", ["number!: % < "]),
    ("growth was -3% then", "growth was 3% then", ["number!: -3 < 3"]),
    ("growth was 3% then", "growth was −3% then", ["number!: 3 < −3"]),
    ("1,300 people came", "thirteen hundred people came", ["number: 1,300 < thirteen hundred"]),
    ("1300 people came", "1,300 people came", ["number: 1300 < 1,300"]),
    ("13,000 people came", "1,300 people came", ["number!: 13,000 < 1,300"]),
    ("a million people came", "1,000,000 people came", ["number: a million < 1,000,000"]),
    ("twenty-one people came", "21 people came", ["number: twenty-one < 21"]),
    ("the house at No. 1", "the house at No. 51", ["number!: 1 < 51"]),
    ("the house at No. 51", "the house at No. 1", ["number!: 51 < 1"]),
    ("asked for $5m of help", "asked for $5 million of help", ["number: $5m < $5 million"]),
    ("asked for $5m of help", "asked for €5m of help", ["number!: $5m < €5m"]),
    ("paid ₹500 for help", "paid ₽500 for help", ["number!: ₹ < ₽"]),
    ("it was 40° here", "it was 40 here", ["number!: ° < "]),
    ("a rate of 1.5 points", "a rate of 15 points", ["number!: 1.5 < 15"]),
    ("a rate of 1.5 points", "a rate of 1,5 points", ["number!: 1.5 < 1,5"]),
    ("the 1st place won", "the first place won", ["number: 1st < first"]),
    ("the 2nd place won", "the first place won", ["number!: 2nd < first"]),
    ("from 90-95 people", "from 90–96 people", ["number!: 95 < 96"]),
    ("at 9:30 every day", "at 9:45 every day", ["number!: 30 < 45"]),
    ("a 35-year-old man", "a 36-year-old man", ["number!: 35-year-old < 36-year-old"]),
    ("call 555-1234 now", "call 555-1235 now", ["number!: 1234 < 1235"]),
    ("a vote of 3/4 there", "a vote of 3-4 there", ["number!: 3/4 < 3-4"]),
    ("he sent 10² men", "he sent 102 men", ["number!: 10² < 102"]),
    ("add 1½ cups here", "add 1.5 cups here", ["number: 1½ < 1.5"]),
    ("add ½ cup here", "add ¼ cup here", ["number!: ½ < ¼"]),
    ("World War II began", "World War 2 began", ["number: II < 2"]),
    ("Pope John Paul II came", "Pope John Paul I came", ["number!: II < I"]),
    ("50 percent more men", "50 percentage points more men",
     ["number!: 50 percent < 50 percentage points"]),
]  # fmt: skip
DATES = [
    ("met on 20 June 2017 here", "met on June 20, 2017 here",
     ["date: 20 June 2017 < June 20, 2017"]),
    ("met on June 20, 2017, here", "met on 20 June 2017 here",
     ["date: June 20, 2017 < 20 June 2017"]),
    ("met on 21 June 2017 here", "met on June 20, 2017 here",
     ["date!: 21 June 2017 < June 20, 2017"]),
    ("they came on the 5th of May", "they came on May 5",
     ["added: the < ", "date: 5th of May < May 5"]),
    ("met on June 20 here", "met on July 20 here", ["date!: June 20 < July 20"]),
    ("met on Monday here", "met on Tuesday here", ["date!: Monday < Tuesday"]),
    ("met on Sept. 5 here", "met on September 5 here", ["date: Sept. 5 < September 5"]),
    ("left in May for good", "left in June for good", ["date!: May < June"]),
    ("left in 2016 for good", "left in 2017 for good", ["date!: 2016 < 2017"]),
    ("the 1990s were good", "the 1980s were good", ["date!: 1990s < 1980s"]),
    ("we meet again tomorrow here", "we meet again today here", ["date!: tomorrow < today"]),
]  # fmt: skip
DENIALS = [
    ("I know the answer", "I don't know the answer", ["negation!:  < don't"]),
    ("I don't know the answer", "I know the answer", ["negation!: don't < "]),
    ("I don’t know the answer", "I do not know the answer", ["spelling: don’t < do not"]),
    ("we can do it soon", "we can't do it soon", ["negation!: can < can't"]),
    ("we cannot do it soon", "we can't do it soon", ["spelling: cannot < can't"]),
    ("we never did it well", "we always did it well", ["negation!: never < always"]),
    ("no soldier left town", "every soldier left town", ["negation!: no < every"]),
    ("I did not see nobody", "I did not see anybody", ["negation!: nobody < anybody"]),
    ("he is not able here", "he is notable here", ["negation!: not able < notable"]),
]
MODALS = [
    ("he may leave office", "he must leave office", ["modal!: may < must"]),
    ("he must leave office", "he may leave office", ["modal!: must < may"]),
    ("he will leave office", "he leaves office", ["modal!: will leave < leaves"]),
    ("he will leave office", "he would leave office", ["modal!: will < would"]),
    ("we’ll leave office", "we will leave office", ["spelling: we’ll < we will"]),
]
NAMES = [
    ("we know Mr. Galvis well", "we know Mr. Gálvez well", ["name!: Galvis < Gálvez"]),
    ("we know Mr. Galvez well", "we know Mr. Gálvez well", ["spelling: Galvez < Gálvez"]),
    ("we know Ms. Ruiz well", "we know Mr. Ruiz well", ["name!: Ms < Mr"]),
    ("we know Smyth well", "we know Smith well", ["name!: Smyth < Smith"]),
    ("we know Pantojja well", "we know Pantoja well", ["name!: Pantojja < Pantoja"]),
    ("we know Grey well", "we know Gray well", ["name!: Grey < Gray"]),
    ("we know Mueller well", "we know Müller well", ["spelling: Mueller < Müller"]),
    ("we know Walesa well", "we know Wałęsa well", ["spelling: Walesa < Wałęsa"]),
]
WORDS = [
    ("we won the match", "we lost the match", ["word!: won < lost"]),
    ("a man was shot here", "the man was shot here", ["word: a < the"]),
    ("the attack was planned", "the attacks was planned", ["word!: attack < attacks"]),
    ("the fourth man came", "the forth man came", ["word!: fourth < forth"]),
    ("a day of mourning came", "a day of morning came", ["word!: mourning < morning"]),
    ("they filled the papers", "they filed the papers", ["word!: filled < filed"]),
    ("he will resign the deal", "he will re-sign the deal", ["word!: resign < re-sign"]),
    ("he likes 👍 a lot", "he likes 👎 a lot", ["word!: 👍 < 👎"]),
    ("almost all men left", "all men left", ["added!: almost < "]),
    ("we saw men leave", "we saw almost all men leave", ["dropped!:  < almost all"]),
    ("we saw a few men leave", "we saw few men leave", ["added!: a < "]),
    ("we saw the men leave", "we saw men leave", ["added: the < "]),
    ("we said that he came", "we said he came", ["added: that < "]),
    ("we knew that man well", "we knew man well", ["added!: that < "]),
    ("the dog bit the man", "the man bit the dog", ["order!: dog < man", "order!: man < dog"]),
    ("Peru beat Chile in Lima", "Chile beat Peru in Lima",
     ["order!: Peru beat Chile < Chile beat Peru"]),
    ("the man left town slowly", "the man slowly left town", ["order!: slowly < slowly"]),
]  # fmt: skip
SPELLINGS = [
    ("colour and honour matter", "color and honor matter",
     ["spelling: colour < color", "spelling: honour < honor"]),
    ("the organisation matters", "the organization matters",
     ["spelling: organisation < organization"]),
    ("the grey house stood", "the gray house stood", ["spelling: grey < gray"]),
    ("it is the best thing", "it's the best thing", ["spelling: it is < it's"]),
    ("the wellknown man came", "the well-known man came", ["spelling: wellknown < well-known"]),
    ("food & drink for all", "food and drink for all", ["spelling: & < and"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [*NUMBERS, *DATES, *DENIALS, *MODALS, *NAMES, *WORDS, *SPELLINGS],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_difference_has_its_kind(quote: str, text: str, expected: list[str]) -> None:
    assert told(quote, text) == expected


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("vamos a dejar nunca el pueblo", "vamos a dejar siempre el pueblo",
         ["negation!: nunca < siempre"]),
        ("gastaron 1.300 soles", "gastaron mil trescientos soles",
         ["number: 1.300 soles < mil trescientos soles"]),
        ("gastaron 1,5 millones ayer", "gastaron 15 millones ayer",
         ["number!: 1,5 millones < 15 millones"]),
        ("creció dos por ciento ayer", "creció 2% ayer", ["number: dos por ciento < 2%"]),
        ("vino el 20 de junio de 2017", "vino el 21 de junio de 2017",
         ["date!: 20 de junio de 2017 < 21 de junio de 2017"]),
        ("vino el lunes a Lima", "vino el martes a Lima", ["date!: lunes < martes"]),
        ("el señor Galvis vino ayer", "el señor Gálvez vino ayer", ["name!: Galvis < Gálvez"]),
        ("el señor Galvez vino ayer", "el señor Gálvez vino ayer", ["spelling: Galvez < Gálvez"]),
        ("puede venir mañana", "debe venir mañana", ["modal!: puede < debe"]),
        ("hablo con todos ayer", "habló con todos ayer", ["spelling: hablo < habló"]),
        ("el año pasado vino", "el ano pasado vino", ["spelling!: año < ano"]),
        ("creo que el capital crece", "creo que la capital crece", ["word!: el < la"]),
        ("un millón de personas vino", "1.000.000 de personas vino",
         ["number: un millón < 1.000.000"]),
    ],
)  # fmt: skip
def test_spanish_has_the_same_kinds(quote: str, text: str, expected: list[str]) -> None:
    assert told(quote, text, "es") == expected


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("कल किताब पढ़ी हमने", "कल कुताब पढ़ी हमने"),
        ("我们明天离开这个城市", "我们今天离开这个城市"),
        ("明日かきを食べる", "明日がきを食べる"),
        ("قال الرئيس نعم أمس", "قال الرئيس لا أمس"),
    ],
)
def test_another_letter_in_any_script_bears_on_the_meaning(quote: str, text: str) -> None:
    assert any(change.bears_on_meaning for change in changes(quote, text))


def test_a_slip_of_the_fingers_is_harmless_where_the_library_has_no_such_word() -> None:
    text = "Our goverment failed. Our government failed us."
    known = compared("the govermnent failed us", text)
    unknown = compared("the govermnent failed us", text, knows=lambda _: False)

    assert known is not None
    assert unknown is not None
    assert [c.bears_on_meaning for c in known.changes if c.kind == "spelling"] == [True]
    assert [c.bears_on_meaning for c in unknown.changes if c.kind == "spelling"] == [False]


def test_what_bears_on_the_meaning_comes_first() -> None:
    assert told("the colour is not red", "the color is red") == [
        "negation!: not < ",
        "spelling: colour < color",
    ]


def test_words_left_out_have_an_empty_place_where_they_are_missing() -> None:
    (change,) = changes("We saw men leave", "We saw almost all men leave")

    assert (change.quoted_start, change.quoted_end) == (7, 7)
    assert (change.quoted, change.source) == ("", "almost all")


def test_a_word_broken_over_two_lines_is_the_same_word() -> None:
    assert changes("an impor-\ntant rule", "an important rule") == ()
    assert changes("an impor- tance rule", "an important rule") != ()


def test_marks_of_a_page_and_of_a_broken_file_are_no_changes() -> None:
    assert changes("<b>Let&#8217;s</b>&nbsp;go", "Let’s go") == ()
    assert changes("Letâ€™s go, JosÃ©", "Let’s go, José") == ()
    assert changes("we left.¹ They stayed", "we left. They stayed") == ()
