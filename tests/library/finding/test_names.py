from photoorg.library.finding.names import Names

NAMES = Names(
    [(1, "Anna Smith"), (2, "anna smith"), (3, "Zoë"), (4, "Ben Smith"), (5, "Anna Maria Smith")]
)


def test_names_are_told_without_capitals_and_accents():
    assert NAMES.called("ANNA  smith") == {1, 2}
    assert NAMES.called("zoe") == {3}
    assert NAMES.called("anna") == frozenset()
    assert NAMES.longest == 3


def test_a_word_of_a_name_is_everybody_who_has_it():
    assert NAMES.with_word("Anna") == {1, 2, 5}
    assert NAMES.with_word("smith") == {1, 2, 4, 5}
    assert NAMES.with_word("ann") == frozenset()


def test_the_nearest_names_hold_what_was_typed_or_are_like_it():
    assert NAMES.nearest("maria") == ["Anna Maria Smith"]
    assert NAMES.nearest("Zoo") == ["Zoë"]
    assert NAMES.nearest("Bem Smith")[0] == "Ben Smith"
    assert NAMES.nearest("qqqq") == []
    assert NAMES.nearest("") == []


def test_names_that_begin_with_what_was_typed_so_far():
    assert NAMES.beginning("ma", 5) == ["Anna Maria Smith"]
    assert NAMES.beginning("z", 5) == ["Zoë"]
    assert len(NAMES.beginning("s", 2)) == 2
    assert Names([]).beginning("a", 5) == []
