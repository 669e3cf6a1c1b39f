from belie.gravity import gravest


def test_of_what_is_told_of_the_same_the_gravest_stand_in_their_order():
    told = [
        ("fire", "caution"), ("fire", "contradiction"), ("flood", "discrepancy"),
        ("fire", "contradiction"), ("flood", "caution"),
    ]  # fmt: skip
    assert gravest(told, lambda each: each[0], lambda each: each[1]) == [
        ("fire", "contradiction"), ("flood", "discrepancy"), ("fire", "contradiction")
    ]  # fmt: skip


def test_nothing_told_is_nothing():
    assert gravest([], str, str) == []
