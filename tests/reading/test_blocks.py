import re

import pytest
from belie.knowledge import FACTS, read_yaml
from belie.reading.blocks import Block, dateline_end, find_blocks
from hypothesis import given
from hypothesis import strategies as st


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.form, text[block.start : block.end]) for block in find_blocks(text)]


WEB_PAGE = """\
Rebels still hold the port of Sana, mediators say

Harbour Chronicle Staff
  • Mediators left the city on Thursday.
  • No date was set for new talks.

Two weeks of talks ended without a deal. “We will stay,” the rebels' envoy said.

Advertisement

Photo: A ship burns off the port (Getty Images)

Read more: How the port was lost

Half of the harbour is in ruins.

Next Post

Storm closes ferry lines

OSLO (AP) — Ferries stayed in port on Monday, and [...]
"""


def test_a_web_page():
    assert blocks(WEB_PAGE) == [
        ("title", "Rebels still hold the port of Sana, mediators say"),
        ("byline", "Harbour Chronicle Staff"),
        ("bullet", "Mediators left the city on Thursday."),
        ("bullet", "No date was set for new talks."),
        (
            "paragraph",
            "Two weeks of talks ended without a deal. “We will stay,” the rebels' envoy said.",
        ),
        ("boilerplate", "Advertisement"),
        ("caption", "Photo: A ship burns off the port (Getty Images)"),
        ("boilerplate", "Read more: How the port was lost"),
        ("paragraph", "Half of the harbour is in ruins."),
        ("boilerplate", "Next Post"),
        ("boilerplate", "Storm closes ferry lines"),
        ("boilerplate", "OSLO (AP) — Ferries stayed in port on Monday, and [...]"),
    ]


WIRE_COPY = """\
DROUGHT EMPTIES RESERVOIRS
By Grace Mwangi
NAIROBI, Kenya, Dec. 2 (Reuters) - Three reservoirs north of the city
held 12 percent of their water on Friday, the lowest since records
began.
   Officials said that the rest of it would be gone by March. Farmers
of the valley and of the two districts to the north of it who stayed
- they are few - have lost so far:
  - half of their maize
  - all of their beans, according to the ministry of agriculture and
    the union.
"""


def test_hard_wrapped_wire_copy():
    lines = WIRE_COPY.splitlines()
    assert blocks(WIRE_COPY) == [
        ("title", lines[0]),
        ("byline", lines[1]),
        ("paragraph", "\n".join(lines[2:5])),
        ("paragraph", "\n".join(lines[5:8]).strip()),
        ("bullet", "half of their maize"),
        (
            "bullet",
            "all of their beans, according to the ministry of agriculture and\n    the union.",
        ),
    ]


MARKDOWN = """\
# Floods cut off *Brennau*

> The river rose four metres in a night.

## What we know ##

1. Nine people died.
2. Two dams broke.
* The bridge stands.

The council
-----------

It met at noon.

***

**Related**

Elsewhere, a barn burned.
"""


def test_markdown():
    assert blocks(MARKDOWN) == [
        ("title", "Floods cut off *Brennau*"),
        ("paragraph", "The river rose four metres in a night."),
        ("title", "What we know"),
        ("bullet", "Nine people died."),
        ("bullet", "Two dams broke."),
        ("bullet", "The bridge stands."),
        ("title", "The council"),
        ("paragraph", "It met at noon."),
        ("boilerplate", "**Related**"),
        ("boilerplate", "Elsewhere, a barn burned."),
    ]


STORY = "The ferry sank at noon. Nobody was hurt."


def test_where_nothing_is_wrapped_a_line_is_a_block():
    text = "The ferry sank at noon.\nNobody was hurt.\nA second ferry took the crew aboard."
    assert blocks(text) == [("paragraph", line) for line in text.splitlines()]


WRAPPED = """\
The mine at Oberau closed in the spring of that year, and the village
lost its school, its baker and its bus. The owner sold the land to
Nordhangkraftwerksgesellschaft, which promised to plant it with trees.
   Nothing was planted, and four years later the slope gave way at
last. Nine houses went with it. Nobody had slept in the house at number
12. A tenth stands empty; its owner, who now lives in Oslo or
Bergen, has put it up for sale.
"""


def test_wrapped_lines_break_at_an_indent_alone():
    lines = WRAPPED.splitlines()
    first, second = "\n".join(lines[:3]), "\n".join(lines[3:]).strip()
    assert blocks(WRAPPED) == [("paragraph", first), ("paragraph", second)]


def test_a_long_word_goes_to_the_next_line():
    text = WRAPPED.replace("The owner sold the land to", "He chose")
    assert len(blocks(text)) == len(blocks(WRAPPED))


def test_a_notice_ends_where_its_line_ends():
    text = f"{STORY}\n\nThe ferry had left Bergen and\nwas bound for the\nADVERTISEMENT\nnorth."
    assert blocks(text) == [
        ("paragraph", STORY),
        ("paragraph", "The ferry had left Bergen and\nwas bound for the"),
        ("boilerplate", "ADVERTISEMENT"),
        ("paragraph", "north."),
    ]


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("Story continues below advertisement", "boilerplate"),
        ("Send this page to someone via email", "boilerplate"),
        ("READ MORE: Who owns the ferry?", "boilerplate"),
        ("This is a developing story and will be updated.", "boilerplate"),
        ("— With files from The Associated Press", "boilerplate"),
        ("Ana Ruiz in Bergen contributed to this report.", "boilerplate"),
        ("Follow the Chronicle on Twitter and Instagram", "boilerplate"),
        ("Ferry in ruins: live updates", "boilerplate"),
        ("FILE – The ferry in port, May 3, 2019", "caption"),
        ("File photo", "caption"),
        ("The ferry on its last trip. (AP Photo/Jan Berg)", "caption"),
        ("The ferry on its last trip, via Reuters", "caption"),
        ("(Getty Images)", "caption"),
        ("Monday, January 7, 2019", "dateline"),
        ("Updated: 14:05 GMT, 7 January 2019", "dateline"),
        ("2019-01-07", "dateline"),
        ("(CNN) —", "dateline"),
        ("By Ana Ruiz and Jan Berg, senior correspondents", "byline"),
        ("BY ANA RUIZ | 7 January 2019", "byline"),
        ("By Monday the wreck had been raised", "paragraph"),
        ("By Monday", "paragraph"),
        ("By the ferry stood Ana Ruiz", "paragraph"),
        ("Follow the money.", "paragraph"),
        ("More from the wreck will be raised on Monday.", "paragraph"),
        ("Photographs of the wreck were shown in court.", "paragraph"),
        ("Seven died in May 2019", "paragraph"),
        ("Ana Ruiz", "paragraph"),
    ],
)
def test_a_line_inside_the_story(line, form):
    assert blocks(f"{STORY}\n\n{line}\n\n{STORY}") == [
        ("paragraph", STORY),
        (form, line),
        ("paragraph", STORY),
    ]


@pytest.mark.parametrize(
    "line", ["Next Post", "Related:", "READ MORE", "More from Europe", "## Up next"]
)
def test_what_follows_a_tail_is_another_story(line):
    other = "A bus overturned in Ghent."
    assert [form for form, _ in blocks(f"{STORY}\n\n{line}\n\n{other}\n{other}")] == [
        "paragraph",
        "boilerplate",
        "boilerplate",
        "boilerplate",
    ]


def test_before_the_story_there_is_no_tail():
    assert blocks(f"Related\n\nFerry sinks off Bergen\n\n{STORY}") == [
        ("boilerplate", "Related"),
        ("title", "Ferry sinks off Bergen"),
        ("paragraph", STORY),
    ]


@pytest.mark.parametrize(
    ("first", "form"),
    [
        ("Ferry sinks off Bergen", "title"),
        ("Why did the ferry sink?", "title"),
        ("By land and sea, rescuers search for ferry", "title"),
        ("The ferry sank.", "paragraph"),
        ("The inquiry found this:", "paragraph"),
        ("BERGEN, Norway (AP) — A ferry sank off the coast on Monday", "paragraph"),
        ("Ferry", "paragraph"),
        ("word " * 40, "paragraph"),
    ],
)
def test_the_first_line_is_a_headline_where_it_looks_like_one(first, form):
    assert blocks(f"{first}\n\n{STORY}") == [(form, first.strip()), ("paragraph", STORY)]


def test_a_word_above_the_headline_is_not_the_story():
    assert blocks(f"World\n\nFerry sinks off Bergen\n\n{STORY}")[1][0] == "title"


def test_one_line_alone_is_no_headline():
    assert blocks("Ferry sinks off Bergen") == [("paragraph", "Ferry sinks off Bergen")]


@pytest.mark.parametrize(
    ("second", "form"),
    [
        ("Harbour Chronicle Staff", "byline"),
        ("Ana de la Ruiz, political editor", "byline"),
        ("Captain Orders Crew Ashore", "paragraph"),
        ("Crew fled to the shore", "paragraph"),
        ("Bergen", "paragraph"),
    ],
)
def test_a_name_below_the_headline_is_a_byline(second, form):
    assert blocks(f"Ferry sinks off Bergen\n{second}\n\n{STORY}")[1] == (form, second)


@pytest.mark.parametrize(
    ("dateline", "sentence"),
    [
        ("LOS ANGELES (AP) — ", "Jurors met on Friday."),
        ("KYIV, Ukraine, Dec 2 (Reuters) - ", "Shelling stopped."),
        ("(CNN)—", "Shelling stopped."),
        ("CNN -- ", "Shelling stopped."),
        ("MEXICO CITY – ", "“No,” she said."),
        ("Quito, 3 Mar 91 (Radio Centro) -- [Report] [Text] ", "Two men were held."),
        ("London (Reuters) -- ", "[The bank] lost 40 million."),
        ("", "Talks failed — The envoys left."),
        ("", "NATO - which met on Friday - agreed."),
        ("", "US - Chinese talks failed."),
        ("", "Shelling stopped."),
    ],
)
def test_dateline_end(dateline, sentence):
    text = f"Before it.\n\n{dateline}{sentence}"
    block = Block("paragraph", 12, len(text))
    assert text[dateline_end(text, block) :] == sentence


def test_layout_lists_hold_every_line_once():
    layout = read_yaml(FACTS / "words" / "layout.yaml").data
    lines = [*layout["tail"], *layout["line"], *layout["caption"]]
    assert len(lines) == len(set(lines))


WORDS = [
    "The war",
    "ended.",
    "By Jo",
    "Related",
    "Photo: x",
    "May 3, 2019",
    "(AP) —",
    "word " * 150,
]
SIGNS = ["-", "- ", "•", "1. ", "12) ", "# ", "> ", "***", "===", "\xa0", " ", "   "]
BITS = [*WORDS, *SIGNS, "\n", "\r\n", "\n\n"]
MARKS = re.compile(r"(?:[\s>_=~*#•‣⁃◦▪▫●○■□∙►➢✓·.—–|+-]|\d{1,2}[.)])*")


@given(st.lists(st.sampled_from(BITS), max_size=40).map("".join) | st.text())
def test_blocks_are_ordered_and_trimmed_and_lose_nothing_but_marks(text):
    found = find_blocks(text)
    bounds = [0, *(bound for block in found for bound in (block.start, block.end)), len(text)]
    assert bounds == sorted(bounds)
    for left_out, right_out in zip(bounds[::2], bounds[1::2], strict=True):
        assert MARKS.fullmatch(text[left_out:right_out])
    for block in found:
        words = text[block.start : block.end]
        assert words
        assert words == words.strip()
        assert block.start <= dateline_end(text, block) <= block.end


@pytest.mark.parametrize(
    "piece",
    ["\n", "- a\n", "Aaa Bbb\n", "ab cd\n", "[a]", "> ", "# ", "(", "KYIV ", "a", " ", "1. a\n"],
)
def test_hostile_text_takes_linear_time(assert_linear, piece):
    def read(text):
        for block in find_blocks(text):
            dateline_end(text, block)

    assert_linear(read, lambda size: (piece * size)[:size])
