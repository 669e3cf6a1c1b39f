import re

from belie.reading.grammar.line import Unit


def test_a_run_of_units_becomes_one(line):
    made = line("The old bridge fell.")

    def chunk(_, units):
        return Unit("G", units[0].start, units[-1].end, "bridge", parts=tuple(units))

    changed = made.replaced(re.compile("^..."), chunk)
    assert changed.codes[0] == "G"
    assert len(changed.codes) == len(changed.units) == len(made.units) - 2
    assert changed.quote(0, 0) == "The old bridge"
    assert [unit.word for unit in changed.units[0].walk()] == ["bridge", "the", "old", "bridge"]


def test_a_run_that_is_nothing_after_all_stays(line):
    made = line("The old bridge fell.")
    assert made.replaced(re.compile("^..."), lambda *_: None) is made


def test_a_quote_has_the_words_of_the_article(line):
    assert line("The “old”  bridge fell.").quote(1, 4) == "“old”  bridge"
