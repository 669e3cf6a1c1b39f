"""Whether two texts tell of one story."""

from belie.model import Article
from belie.stories import are_of_one_story

_HARBOUR = (
    "Dredgers opened Lerwick harbour again on Friday after divers cleared anchors, chains and the "
    "rusted hull of a trawler from its mouth. Skippers who had waited outside for eleven days "
    "sailed past the lighthouse with horns blaring. Engineers found cracks below the quay and "
    "want concrete poured before winter. The harbourmaster, Magnus Isbister, thanked the divers."
)
_ORCHARD = (
    "Frost killed blossom in orchards around Angers, and growers lit candles between rows of "
    "apricot trees. Beekeepers moved hives indoors. Insurers expect claims from vineyards, too, "
    "where buds had opened early under mild skies. Ministers promised grants for pruning, "
    "replanting and smoke machines, while bakers fretted over the price of jam and tarts."
)


def test_two_long_texts_without_words_in_common_tell_of_two_stories():
    assert not are_of_one_story(Article(_HARBOUR), Article(_ORCHARD))


def test_a_text_and_what_was_left_of_it_tell_of_one():
    shorter = " ".join(_HARBOUR.split(". ")[1:])
    assert are_of_one_story(Article(_HARBOUR), Article(shorter + " " + _ORCHARD[:120]))


def test_a_short_text_may_be_of_any_story():
    assert are_of_one_story(Article(_HARBOUR), Article("Frost killed blossom in orchards."))
