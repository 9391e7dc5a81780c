"""Changes that would harm, by kinds: none of them passes the guard, and each has a reason.

Each line is a sentence with the old words and the new ones in brackets. A change of the last kinds
is one that keeps every fact and loses something else.
"""

import pytest

from literacy.parse import parse
from literacy.rewriting.objections import changed_meaning, objections
from literacy.rewriting.proof import is_whole, refusals
from literacy.rewriting.split import WAYS
from literacy.rulebase.model import Example
from tests.conftest import paragraphs

semicolon = WAYS[-1]
NUMBERS = """
Take [5 mg -> 50 mg] now.
Take [5 mg -> 0.5 mg] now.
Take [0.5 mg -> 5 mg] now.
Take [500 micrograms -> 500 milligrams] now.
Take [10 ml -> 10 mg] now.
Take [10 ml -> 1 ml] now.
Take [10 ml -> 10 l] now.
Take [two -> three] tablets now.
Take [half a tablet -> a tablet] now.
Take [1½ -> 1] tablets now.
Take [a quarter of -> half of] the tablet now.
Take [1 g -> 1 mg] of it.
Take [1,000 mg -> 100 mg] of it.
Use [20 units -> 200 units] of insulin.
Use [20 units -> 20 ml] of insulin.
Give [5 mg/kg -> 5 mg] of it.
Give [5 mg/ml -> 5 mg/kg] of it.
Your pressure was [120/80 -> 80/120].
Your temperature was [38°C -> 38°F].
Your temperature was [above 38 -> below 38].
Your level was [6.5 mmol/l -> 65 mmol/l].
It helps [1 in 10 -> 1 in 100] people.
It helps [10% -> 1%] of people.
It helps [twenty-five -> twenty] people.
It costs [£9.90 -> £99].
It weighs [3 kg -> 3 pounds].
It is [2 cm -> 2 mm] long.
Walk [100 metres -> 100 km] each time.
Drink [2 litres -> 2 cups] of water.
Lose [5 -> 15] kilograms.
Sleep for [8 hours -> 8 minutes].
It has [1,200 -> 12,000] calories.
There were [3 million -> 3] cases.
This is the [third -> first] dose.
This is dose [2 of 3 -> 3 of 2].
Use [2 drops -> 2 puffs] in each eye.
"""
RANGES = """
Take [1 to 2 -> 2] tablets.
Take [1 or 2 -> 1] tablets.
Take [1-2 -> 12] tablets.
It takes [5 to 10 -> 5] minutes.
It takes [5 to 10 minutes -> 5 to 10 hours].
It takes [between 2 and 4 -> 2] weeks.
It takes [up to 3 -> 3] hours.
It takes [at least 3 -> 3] hours.
It takes [at least 3 -> at most 3] hours.
It takes [more than 3 -> 3] hours.
It takes [more than 3 -> less than 3] hours.
It takes [about 3 -> 3] hours.
Take [no more than 8 -> 8] tablets.
Take [no more than 8 -> more than 8] tablets.
Take [a maximum of 8 -> a minimum of 8] tablets.
It should be [below 7 -> above 7].
It should be [under 140 -> 140].
Wait [4 to 6 -> 6 to 4] hours.
"""
DATES = """
Come on [3 May -> 4 May].
Come on [3 May 2025 -> 3 May 2026].
Come on [3 May 2025 -> 5 March 2025].
Come on [Monday -> Tuesday].
Come on [06/08/2025 -> 08/06/2025].
Come on [1 June -> 1 July].
It closed in [March 2020 -> March 2021].
It closes in [December -> November].
Come on the [21st -> 22nd].
Come on [Mondays and Fridays -> Mondays].
Come on [Saturday 3 May -> Sunday 3 May].
"""
TIMES = """
Come at [9am -> 9pm].
Come at [9am -> 10am].
Come at [8.30am -> 8am].
Come at [14:30 -> 4:30].
Come at [midday -> midnight].
Come at [noon -> 1pm].
Take it in the [morning -> evening].
Take it in the [evening -> morning].
Take it [before -> after] food.
Take it [after -> before] food.
Take it [with -> without] food.
Take it on an [empty -> full] stomach.
Rest [before -> after] the test.
Come [early -> late].
"""
OFTEN = """
Take it [twice a day -> once a day].
Take it [twice a day -> twice a week].
Take it [once a day -> a day].
Take it [daily -> weekly].
Take it [weekly -> daily].
Take it [monthly -> yearly].
Take it [every 4 to 6 hours -> every 4 hours].
Take it [every 4 hours -> 4 times a day].
Take it [every 4 hours -> every 6 hours].
Take it [every other day -> every day].
Take it [3 times a day -> 3 a day].
Take it [once daily -> twice daily].
Take it [three times -> two times] daily.
Take it [each night -> each day].
Take it [every 12 hours -> every 2 hours].
Take one [bd -> od].
Take one [tds -> bd].
Take it [for 7 days -> daily].
Take it [hourly -> daily].
You [always -> sometimes] need it.
You [rarely -> often] need it.
You [usually -> rarely] need it.
You [never -> always] need it.
"""
NEGATIONS = """
Do [not -> ] stop it.
[Do not stop -> Stop] it.
[Stop -> Do not stop] it.
You [cannot -> can] drive.
You [can't -> can] drive.
You [don't -> do] need it.
You [won't -> will] feel it.
It [isn't -> is] safe.
There is [no -> a] cure.
[Never -> Often] share it.
[Nobody -> Somebody] will see it.
[None -> Some] of it hurts.
[Nothing -> Something] is wrong.
Take it [without -> with] water.
Do it [unless -> if] it hurts.
Do it [except -> also] on Fridays.
It is [neither -> both] hot nor cold.
[Avoid -> Have] milk.
It [no longer -> still] hurts.
Go [only -> ] if it hurts.
It is [not uncommon -> uncommon].
It is [unsafe -> safe] to drive.
It is [safe -> unsafe] to drive.
It is [unlikely -> likely].
It is [likely -> unlikely].
It is [impossible -> possible].
It is [incurable -> curable].
It is [irregular -> regular].
It is [harmless -> harmful].
It is [painless -> painful].
It is [non-infectious -> infectious].
It is [uncommon -> common].
It is [unnecessary -> necessary].
It is [inactive -> active].
You are [unwell -> well].
You are [unable -> able] to drive.
You are [immune -> not immune].
You are [dissatisfied -> satisfied].
It is [illegal -> legal].
It was [misplaced -> placed] there.
The test was [inconclusive -> conclusive].
The pain is [unbearable -> bearable].
It was [unsuccessful -> successful].
"""
MODALS = """
You [must -> may] rest.
You [must -> should] rest.
You [should -> must] rest.
You [may -> will] feel sick.
You [may -> must] eat.
You [might -> will] feel sick.
You [can -> must] eat.
You [could -> will] feel sick.
You [must not -> need not] eat.
You [must not -> do not have to] eat.
You [should not -> may not] eat.
You [have to -> can] rest.
You [need to -> can] rest.
You [will -> may] need it.
You [would -> will] need it.
You are [required to -> allowed to] rest.
You are [allowed -> advised] to rest.
You are [advised -> required] to rest.
It is [recommended -> required].
It is [recommended -> allowed].
It is [contraindicated -> allowed].
It is [essential -> optional].
It is [compulsory -> voluntary].
It is [necessary -> unnecessary].
It will [probably -> certainly] help.
It will [definitely -> perhaps] help.
It is [possible -> certain].
Rest [if -> when] you can.
Rest [until -> if] it stops.
"""
NAMES = """
Take your [warfarin -> aspirin].
Take your [warfarin -> blood thinner].
Take your [metformin -> methotrexate].
Take your [ibuprofen -> paracetamol].
Take your [hydroxyzine -> hydralazine].
Take your [prednisolone -> prednisone].
Take your [amlodipine -> medicine].
Take your [insulin -> medicine].
Take your [carbamazepine -> carbimazole].
Take your [clobazam -> clonazepam].
You have [type 2 diabetes -> type 1 diabetes].
You have [type 2 diabetes -> diabetes].
You have [asthma -> a cough].
You have [epilepsy -> fits].
You have [rheumatoid arthritis -> osteoarthritis].
You have [hepatitis B -> hepatitis C].
You have [multiple sclerosis -> an illness].
You have [shingles -> a rash].
You have [acute kidney injury -> sudden kidney injury].
You have [atrial fibrillation -> ventricular fibrillation].
"""
ADDRESSES = """
Call [020 7946 0000 -> 020 7946 0001].
Call [01632 960000 -> 01632 960].
Call [999 -> 111].
Call [111 -> 119].
Call [+44 20 7946 0000 -> +1 20 7946 0000].
See [www.example.org/help -> www.example.org].
See [https://example.org/a -> https://example.org/b].
Write to [ward5@example.org -> ward6@example.org].
Write to [ward5@example.org -> the ward].
See [example.nhs.uk -> example.org.uk].
"""
QUOTES = """
She said [“it hurts a lot” -> “it hurts”].
Ask for the ["blue" form -> "red" form].
The label says [‘shake well’ -> ‘shake’].
The sign says [“Do enter” -> “Enter now”].
"""
TURNED = """
Turn to the [left -> right].
It was the [right -> left] knee.
Your pressure is [high -> low].
Your test was [positive -> negative].
The dose was [increased -> reduced].
You may [start -> stop] it.
Keep it [hot -> cold].
Keep it [dry -> wet].
Keep it [open -> closed].
Put it [inside -> outside] the box.
It hurts [more -> less] now.
It is [better -> worse] now.
The pain is [mild -> severe].
It is [common -> rare] in men.
[All -> Some] patients need it.
[Most -> All] patients need it.
It is for [adults -> children].
It is for [men -> women].
Take the red [and -> or] the blue one.
Hold the [same -> other] arm up.
"""
KINDS = {
    "numbers": NUMBERS,
    "ranges": RANGES,
    "dates": DATES,
    "times": TIMES,
    "often": OFTEN,
    "negations": NEGATIONS,
    "modals": MODALS,
    "names": NAMES,
    "addresses": ADDRESSES,
    "quotes": QUOTES,
    "turned": TURNED,
}
CASES = [
    pytest.param(line, id=f"{kind}: {line}")
    for kind, lines in KINDS.items()
    for line in lines.strip().split("\n")
]


def before_and_after(line):
    example = Example.parse(line)
    return example.text, example.fixed


def test_there_are_200_harmful_changes():
    assert len(CASES) >= 200


@pytest.mark.parametrize("line", CASES)
def test_a_harmful_change_has_a_reason_against_it(line):
    assert changed_meaning(*before_and_after(line)) != ()


@pytest.mark.parametrize(
    "line",
    [
        "It is done [prior to -> before] the test.",
        "It was [increased -> raised] again.",
        "[Individuals -> People] may need it.",
        "You should [utilise -> use] 5 ml twice a day.",
        "It is [incorrect -> wrong] to stop.",
        "Your bed is [adjacent to -> next to] the door.",
        "Take it [in the morning -> each morning].",
    ],
)
def test_a_harmless_change_has_none(line):
    assert changed_meaning(*before_and_after(line)) == ()


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("Rest and drink water now.", "Rest and drink now.", "a word lost: water"),
        ("Rest and drink water.", "Rest and drink warm water.", "a word brought in: warm"),
        (
            "Rest now (at home.",
            "Rest now at home.",
            "a bracket or a quotation mark without its twin",
        ),
        ("Will it hurt you?", "It will hurt you?", "this is a question"),
        ("It hurts. Rest now.", "It hurts. Rest now.", "this is not one sentence"),
        ("The red bag is here now.", "The bag is here now.", "a word lost: red"),
    ],
)
def test_a_word_lost_or_brought_in_has_its_reason(before, after, reason):
    assert reason in objections(before, after)


def test_a_word_that_is_named_may_go_or_come():
    after = "You may feel sick. You should rest at home."
    before = "You may feel sick and you should rest at home."
    assert objections(before, after, dropped=("and",), parts=2) == ()
    assert objections(before, after, parts=2) == ("a word lost: and",)


def test_too_few_or_too_short_sentences_are_named():
    assert objections("Rest now and eat.", "Rest now. Eat.", dropped=("and",), parts=2) == (
        "too short to stand alone: Rest now.",
        "too short to stand alone: Eat.",
    )
    assert objections("You may rest now.", "You may rest now.", parts=2) == ("1 sentences, not 2",)


@pytest.mark.parametrize(
    "text",
    [
        "Which can be done at home.",
        "What can be done to help you.",
        "To make you feel less sick.",
        "Because the wound is sore.",
        "The nurse with the blue bag.",
        "Use of the mask at night.",
        "Being ill for a long time.",
        "The wound is red, the skin is hot.",
        "If the wound is red.",
        "Such as milk, eggs and nuts.",
    ],
)
def test_what_is_no_whole_sentence_is_known(text):
    assert not is_whole(parse(paragraphs(text)).doc_of(text))


def test_why_a_rewrite_is_not_offered_can_be_asked():
    parsed = parse(paragraphs("The clinic is upstairs; it closed."))
    (sentence,) = parsed.sentences
    assert dict(refusals(parsed, sentence, semicolon)) == {
        "The clinic is upstairs. It closed.": ("too short to stand alone: It closed.",)
    }


def test_a_rewrite_that_is_offered_has_no_reason_against_it():
    parsed = parse(paragraphs("The clinic is upstairs; it is shut on Mondays."))
    (sentence,) = parsed.sentences
    assert dict(refusals(parsed, sentence, semicolon)) == {}
