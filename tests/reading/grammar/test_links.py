import pytest


@pytest.fixture
def links(analyse):
    """The links of a sentence in its own words: what is the same, what is among what."""

    def _links(sentence):
        analysis = analyse(sentence)

        def quote(index):
            return analysis.line.quote(index, index)

        found = analysis.links
        return (
            {quote(one): quote(other) for one, other in found.same.items()},
            {quote(one): quote(other) for one, other in found.member.items()},
        )

    return _links


@pytest.mark.parametrize(
    "sentence",
    [
        "Goma, the largest city of the east, fell.",
        "Troops left Goma, the largest city that they had held.",
        "Troops left Goma – the largest city that they had held.",
    ],
)
def test_a_description_beside_a_name_is_the_same_place(links, sentence):
    assert links(sentence) == ({"the largest city": "Goma"}, {})


@pytest.mark.parametrize(
    ("sentence", "member"),
    [
        ("Goma is among the cities that rebels hold.", {"the cities": "Goma"}),
        ("Goma was one of the towns they took.", {"the towns": "Goma"}),
        ("Goma and Uvira are among the cities they took.", {"the cities": "Goma and Uvira"}),
    ],
)
def test_what_is_among_several_is_one_of_them(links, sentence, member):
    assert links(sentence) == ({}, member)


@pytest.mark.parametrize(
    "sentence",
    [
        "Goma and the largest city of the east fell.",
        "In Goma the city council met.",
        "Goma is close to the cities that rebels hold.",
    ],
)
def test_two_places_without_a_joint_stay_two(links, sentence):
    assert links(sentence) == ({}, {})
