from datetime import date
from pathlib import Path

import pytest
from belie.lsp.options import Options, options_in

FOLDER = Path("/news")


def test_files_are_named_from_the_folder_that_is_open():
    given = {"against": ["wire.txt", "/archive/2024.jsonl"], "published": "2024-03-06"}
    against = ("/news/wire.txt", "/archive/2024.jsonl")
    assert options_in(given, FOLDER) == Options(against, date(2024, 3, 6))


@pytest.mark.parametrize("given", [None, {}, [], {"published": "", "against": []}])
def test_nothing_given_is_nothing_set(given):
    assert options_in(given, FOLDER) == Options()


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"published": "soon"}, "belie.published: 'soon' is no date; write it as 2022-12-02"),
        ({"against": "wire.txt"}, "belie.against: give a list of files, not 'wire.txt'"),
        ({"againts": []}, "belie.againts: there is no such option; did you mean 'against'?"),
        (7, "belie: give a table of options, not 7"),
    ],
)
def test_what_is_wrong_with_an_option_is_said(given, problem):
    assert options_in(given, FOLDER).problems == (problem,)


def test_what_the_editor_keeps_for_itself_is_let_be():
    assert options_in({"trace": {"server": "off"}}, FOLDER) == Options()


def test_what_is_wrong_with_one_option_costs_it_alone():
    given = {"published": "soon", "against": ["wire.txt"]}
    assert options_in(given, FOLDER).against == ("/news/wire.txt",)
