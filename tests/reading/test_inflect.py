import pytest
from belie.knowledge import FACTS, read_yaml
from belie.reading.inflect import VerbForms, forms

# base, third person, past, participle, gerund; a stroke between alternatives.
TABLE = """
abandon abandons abandoned abandoned abandoning
abet abets abetted abetted abetting
admit admits admitted admitted admitting
age ages aged aged ageing/aging
agree agrees agreed agreed agreeing
annex annexes annexed annexed annexing
argue argues argued argued arguing
arise arises arose arisen arising
attack attacks attacked attacked attacking
ban bans banned banned banning
bear bears bore borne/born bearing
beat beats beat beaten beating
become becomes became become becoming
begin begins began begun beginning
benefit benefits benefitted/benefited benefitted/benefited benefitting/benefiting
bid bids bid/bade bid/bidden bidding
blow blows blew blown blowing
break breaks broke broken breaking
broadcast broadcasts broadcast/broadcasted broadcast/broadcasted broadcasting
build builds built built building
burn burns burned/burnt burned/burnt burning
bury buries buried buried burying
buy buys bought bought buying
cancel cancels cancelled/canceled cancelled/canceled cancelling/canceling
catch catches caught caught catching
cede cedes ceded ceded ceding
choose chooses chose chosen choosing
clash clashes clashed clashed clashing
control controls controlled controlled controlling
cut cuts cut cut cutting
defer defers deferred deferred deferring
deny denies denied denied denying
destroy destroys destroyed destroyed destroying
die dies died died dying
do does did done doing
draw draws drew drawn drawing
drive drives drove driven driving
drop drops dropped dropped dropping
dye dyes dyed dyed dyeing
echo echoes echoed echoed echoing
enter enters entered entered entering
equip equips equipped equipped equipping
fall falls fell fallen falling
fight fights fought fought fighting
find finds found found finding
flee flees fled fled fleeing
fly flies flew flown flying
forbid forbids forbade/forbad forbidden forbidding
forecast forecasts forecast/forecasted forecast/forecasted forecasting
freeze freezes froze frozen freezing
gas gasses gassed gassed gassing
get gets got got/gotten getting
give gives gave given giving
go goes went gone going
hang hangs hung/hanged hung/hanged hanging
have has had had having
hear hears heard heard hearing
hide hides hid hidden hiding
hit hits hit hit hitting
hold holds held held holding
hurt hurts hurt hurt hurting
keep keeps kept kept keeping
kidnap kidnaps kidnapped kidnapped kidnapping
kill kills killed killed killing
know knows knew known knowing
lay lays laid laid laying
lead leads led led leading
leave leaves left left leaving
lie lies lay/lied lain/lied lying
lose loses lost lost losing
make makes made made making
meet meets met met meeting
mimic mimics mimicked mimicked mimicking
misread misreads misread misread misreading
obey obeys obeyed obeyed obeying
occupy occupies occupied occupied occupying
occur occurs occurred occurred occurring
offer offers offered offered offering
overrun overruns overran overrun overrunning
overthrow overthrows overthrew overthrown overthrowing
patrol patrols patrolled patrolled patrolling
pay pays paid paid paying
plan plans planned planned planning
prefer prefers preferred preferred preferring
prove proves proved proved/proven proving
put puts put put putting
quit quits quit/quitted quit/quitted quitting
quiz quizzes quizzed quizzed quizzing
radio radios radioed radioed radioing
re-elect re-elects re-elected re-elected re-electing
read reads read read reading
rebel rebels rebelled rebelled rebelling
recapture recaptures recaptured recaptured recapturing
retake retakes retook retaken retaking
rise rises rose risen rising
run runs ran run running
say says said said saying
see sees saw seen seeing
seize seizes seized seized seizing
send sends sent sent sending
set sets set set setting
shake shakes shook shaken shaking
shell shells shelled shelled shelling
shoot shoots shot shot shooting
show shows showed shown/showed showing
shut shuts shut shut shutting
signal signals signalled/signaled signalled/signaled signalling/signaling
sink sinks sank/sunk sunk sinking
slay slays slew slain slaying
speak speaks spoke spoken speaking
spread spreads spread spread spreading
stab stabs stabbed stabbed stabbing
stand stands stood stood standing
steal steals stole stolen stealing
stop stops stopped stopped stopping
strike strikes struck struck/stricken striking
suffer suffers suffered suffered suffering
surrender surrenders surrendered surrendered surrendering
swear swears swore sworn swearing
sync syncs synced synced syncing
take takes took taken taking
tax taxes taxed taxed taxing
tell tells told told telling
think thinks thought thought thinking
throw throws threw thrown throwing
tie ties tied tied tying
travel travels travelled/traveled travelled/traveled travelling/traveling
try tries tried tried trying
undergo undergoes underwent undergone undergoing
veto vetoes vetoed vetoed vetoing
vow vows vowed vowed vowing
wake wakes woke/waked woken/waked waking
watch watches watched watched watching
win wins won won winning
withdraw withdraws withdrew withdrawn withdrawing
withhold withholds withheld withheld withholding
wound wounds wounded wounded wounding
write writes wrote written writing
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_forms(line):
    base, third, *others = line.split()
    past, participle, gerund = (tuple(other.split("/")) for other in others)
    assert forms(base) == VerbForms(base, third, past, participle, gerund, (third, base))


def test_be():
    past, present = ("was", "were"), ("is", "am", "are")
    assert forms("be") == VerbForms("be", "is", past, ("been",), ("being",), present)


def test_of_several_words_the_first_is_inflected():
    assert forms("carry out") == VerbForms(
        base="carry out",
        third="carries out",
        past=("carried out",),
        participle=("carried out",),
        gerund=("carrying out",),
        present=("carries out", "carry out"),
    )


def test_no_verb():
    with pytest.raises(ValueError, match="at least one letter"):
        forms(" ")


def test_lists_are_in_order_and_hold_every_verb_once():
    verbs = read_yaml(FACTS / "words" / "verbs.yaml").data
    for name in ("irregular", "doubling", "doubling_or_not", "common", "noun_too"):
        assert list(verbs[name]) == sorted(set(verbs[name])), name
    assert set(verbs["noun_too"]) <= set(verbs["common"])
    assert not set(verbs["doubling"]) & set(verbs["doubling_or_not"])
