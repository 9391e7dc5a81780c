from literacy.rewriting.addressed import addresses_reader, speaks_as_we


def test_a_leaflet_speaks_to_its_reader():
    assert addresses_reader("Rest when you get home. Drink water.")
    assert not addresses_reader("Patients should rest at home.")


def test_research_does_not_speak_to_its_reader():
    text = "We found that participants of the trial slept well. You may read the study online."
    assert not addresses_reader(text)
    assert not speaks_as_we(text)


def test_staff_are_we_only_where_the_text_says_so():
    assert speaks_as_we("We will help you to get dressed.")
    assert not speaks_as_we("A nurse will help you to get dressed.")
