"""Enumerations beside the number of members that the copy states."""

from functools import partial

import pytest


@pytest.fixture(scope="module")
def read(facts_of):
    return partial(facts_of, "list")


@pytest.mark.parametrize(
    ("sentence", "value", "counted", "listed", "counts", "complete"),
    [
        (
            "Seven EU states signed: Austria, France, Spain, Italy, Malta, Poland and Latvia.",
            "7",
            "state",
            "7",
            "members",
            True,
        ),
        (
            "Police searched three cities – Lyon, Nantes and Brest.",
            "3",
            "city",
            "3",
            "members",
            True,
        ),
        (
            "Police named the three suspects as Omar Diallo, 31; Luc Perrin, 40; and Jan Wit, 52.",
            "3",
            "suspect",
            "3",
            "members",
            True,
        ),
        (
            "The two suspects, Omar Diallo and Luc Perrin, were released.",
            "2",
            "suspect",
            "2",
            "members",
            True,
        ),
        (
            "Five countries, including Chad and Niger, sent troops.",
            "5",
            "country",
            "2",
            "members",
            False,
        ),
        (
            "Nine cases were confirmed: five in Arizona, three in Utah and one in Oregon.",
            "9",
            "case",
            "9",
            "sum",
            True,
        ),
        (
            "Nine cases were confirmed: five in Arizona, three in Utah, and two in Oregon.",
            "9",
            "case",
            "10",
            "sum",
            True,
        ),
        (
            "One driver was from Texas, another from Ohio, and the third from Maine.",
            None,
            "driver",
            "3",
            "members",
            False,
        ),
        (
            "The four winners are Anna Berg, Tom Hale, Li Wei and Joan Mori.",
            "4",
            "winner",
            "4",
            "members",
            True,
        ),
        (
            "Three ministers (Novak, Horvat and Babic) resigned.",
            "3",
            "minister",
            "3",
            "members",
            True,
        ),
        (
            "The bank closed branches in three towns: Ely, Wells and Ripon.",
            "3",
            "town",
            "3",
            "members",
            True,
        ),
        (
            "The bank closed branches in four towns: Ely, Wells and Ripon.",
            "4",
            "town",
            "3",
            "members",
            True,
        ),
        (
            "There were 14 arrests: six in Paris, five in Lille and three in Metz.",
            "14",
            "arrest",
            "14",
            "sum",
            True,
        ),
        ("Two companies, Shell and BP, bid for the field.", "2", "company", "2", "members", True),
        (
            "Six people are held: two in Ghent, two in Liege and one each in Mons and Namur.",
            "6",
            "person",
            "6",
            "sum",
            True,
        ),
        (
            "The three countries – France, Germany and Italy – agreed on a text.",
            "3",
            "country",
            "3",
            "members",
            True,
        ),
        ("Six teams, among them Kenya and Ghana, withdrew.", "6", "team", "2", "members", False),
        (
            "Three players, Ruiz, Costa and Vidal, missed training.",
            "3",
            "player",
            "3",
            "members",
            True,
        ),
        ("The two islands, Corfu and Paxos, lost power.", "2", "island", "2", "members", True),
        ("He visited four capitals: Rome, Paris and Berlin.", "4", "capital", "3", "members", True),
        (
            "Three of the cities, Bonn, Essen and Trier, voted on Sunday.",
            "3",
            "city",
            "3",
            "members",
            True,
        ),
        (
            "The first suspect is from Oslo, the second from Bergen.",
            None,
            "suspect",
            "2",
            "members",
            False,
        ),
        (
            "Four nations — Brazil, Russia, India and China — met in Goa.",
            "4",
            "nation",
            "4",
            "members",
            True,
        ),
        (
            "The three brothers, Karl, Otto and Max, ran the firm.",
            "3",
            "brother",
            "3",
            "members",
            True,
        ),
        (
            "It has offices in five cities: London, Paris, Rome, Madrid and Lisbon.",
            "5",
            "city",
            "5",
            "members",
            True,
        ),
        ("Three states (Ohio, Iowa and Utah) banned it.", "3", "state", "3", "members", True),
        (
            "The unit lost eleven vehicles: seven trucks and four jeeps.",
            "11",
            "vehicle",
            "11",
            "sum",
            True,
        ),
        ("The panel has nine judges: four women and five men.", "9", "judge", "9", "sum", True),
        (
            "Police detained 30 people, 18 in Minsk and 12 in Brest.",
            "30",
            "person",
            "30",
            "sum",
            False,
        ),
        (
            "The tour takes in six cities, including Prague, Vienna and Graz.",
            "6",
            "city",
            "3",
            "members",
            False,
        ),
        (
            "The two leaders, Macron and Scholz, spoke by phone.",
            "2",
            "leader",
            "2",
            "members",
            True,
        ),
        (
            "Eight people were hurt, three in Lagos and five in Abuja.",
            "8",
            "person",
            "8",
            "sum",
            False,
        ),
        ("Three firms were named: Apex, Norvik and Tolland.", "3", "firm", "3", "members", True),
    ],
)
def test_a_list_is_counted(  # noqa: PLR0913, PLR0917 - one parameter a column
    read, sentence, value, counted, listed, counts, complete, said
):
    (fact,) = read(sentence)
    fields = fact.fields
    assert (said(fact.value), fields["counted"]) == (value, counted)
    assert (said(fields["listed"]), fields["counts"]) == (listed, counts)
    assert fields["complete"] == ("yes" if complete else None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Several clubs, such as Ajax and Feyenoord, objected.",
        "Two men and three women were charged.",
        "The company has 300 staff in Leeds, York and Hull.",
        "The police arrested two men in Lyon and Nantes.",
        "Twelve people died, five of them children.",
        "Of the 20 seats, the Greens won 12 and the Liberals eight.",
        "Five people from Norway, Sweden and Denmark were aboard.",
        "Two of the victims were from Chile, three from Peru.",
        "One was found in Kent, the other in Essex.",
        "The countries affected are Mali, Niger and Chad.",
    ],
)
def test_what_enumerates_nothing_counted_is_left_out(read, sentence):
    assert read(sentence) == []


def test_the_members_are_told(read):
    (fact,) = read("Police searched three cities – Lyon, Nantes and Brest.")
    assert fact.fields["members"] == "Lyon; Nantes; Brest"


@pytest.mark.parametrize(
    ("sentence", "complete"),
    [
        ("Six teams – France, Spain, Italy and others – withdrew.", None),
        ("Six teams – France, Spain, Italy and Malta – withdrew.", "yes"),
    ],
)
def test_a_list_that_leaves_some_out_is_not_complete(read, sentence, complete):
    (fact,) = read(sentence)
    assert fact.fields["complete"] == complete


@pytest.mark.parametrize(
    "sentence",
    [
        "Doctors saw 11 children with similar symptoms: fever, cramps and a rash.",
        "He has four children: Ada Cole and Tom Cole, with Eve Hart, and Max Cole.",
    ],
)
def test_a_list_of_something_else_or_that_goes_on_is_none(read, sentence):
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "value", "listed"),
    [
        ("The three cities of Lyon, Nantes, Brest and Metz share a river.", "3", "4"),
        ("Ada Holt, Tom Rix and Li Wei, the two winners, will be flown to Rome.", "2", "3"),
        ("All four brothers, Karl, Otto and Emil, went to sea.", "4", "3"),
        ("She owns two boats, namely the Adele, the Berta and the Clara.", "2", "3"),
        ("The two judges, Ada Holt, Tom Rix and Li Wei, rose.", "2", "3"),
        ("The club has two aims: to cut costs, to close bars and to build baths.", "2", "3"),
        ("It sells four sorts of thing: the by-election, the mug and the bag.", "4", "3"),
    ],
)
def test_what_is_named_is_counted_wherever_it_stands(read, said, sentence, value, listed):
    (fact,) = read(sentence)
    assert (said(fact.value), said(fact.fields["listed"])) == (value, listed)
    assert fact.fields["complete"] == "yes"


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sons of Anna, Karl and Otto are abroad.",
        "The three envoys of France, Italy, Spain and Malta met.",
        "The two Koreas, Japan, China and Russia, met.",
        "The two judges, Ada Holt, Tom Rix and Li Wei rose.",
        "Three things to watch: the vote in Ely, Kent, and the strike.",
        "Ada Holt, Tom Rix and Li Wei, two of the winners, stayed away.",
    ],
)
def test_names_that_may_be_of_others_are_no_list(read, sentence):
    assert [fact for fact in read(sentence) if fact.fields["complete"]] == []
