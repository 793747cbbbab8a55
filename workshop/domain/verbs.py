"""Whether a promise starts with a verb.

A word counts as a verb when it is in the list below, which holds the plain verbs of agency work, or
ends as verbs do. It is a hint for the facilitator, never a bar to keeping a commitment.
"""

import re

_VERBS = frozenset(  # a paragraph of words reads better than 700 quoted lines
    """
    abolish absorb accelerate accept accompany account achieve acknowledge acquire act adapt
    add address adhere adjust administer adopt advance advertise advise advocate agree aim
    alert align alleviate allocate allow alter amend analyze announce answer anticipate appeal
    apply appoint appraise appreciate approve arrange ask assemble assess assign assist assume
    attach attain attend attract audit authorize automate avoid award back balance ban base
    batch be begin bill book borrow break brief bring broadcast budget build buy calculate
    calibrate call cancel capture care carry categorize celebrate centralize certify chair
    challenge champion change charge chart check choose circulate clarify classify clean clear
    climb close coach code collaborate collect combine come commission commit communicate
    compact compare compile complete comply compose compute conduct confer confirm connect
    conserve consider consolidate construct consult contact continue contract contribute
    control convene convert convey cooperate coordinate copy correct counsel count cover
    create cross cultivate cut deal debrief decide decline decontaminate decorate decrease
    dedicate define delegate delete deliberate deliver demand demonstrate deploy describe
    design designate destroy detain detect determine develop devise diagnose differentiate dig
    direct disable disassemble disclose discontinue discover discuss dismantle dispatch
    display dispose distribute document donate double download draft draw drill drive drop
    earn edit educate elect eliminate email empower enable encourage end enforce engage
    enhance enlist enroll ensure enter equip escalate escort establish estimate evaluate
    examine exchange execute exempt expand expect expedite explain explore expose extend
    fabricate face facilitate fast-track feed field file fill film finance find finish fire
    fit fix flag follow forbid forecast form formulate forward free freeze fund gather gauge
    generate get give govern grant greet group grow guarantee guard guide halve hand handle
    hang have hear help hire hold host identify illustrate implement import impose improve
    include incorporate increase index inform initiate inspect install instruct insure
    integrate interpret interview introduce inventory invest investigate invite involve issue
    join judge keep label launch lay lead learn leave lend let level license lift limit line
    link list listen load locate lock log look lower lubricate maintain make manage map mark
    market match measure mediate meet mentor merge migrate mitigate mix model modernize modify
    monitor motivate mount move name navigate negotiate nominate note notify observe obtain
    offer onboard open operate optimize orchestrate order organize orient outline outsource
    oversee own pack package pair park participate pass patrol pay perform permit persuade
    phase phone photograph pick pilot place plan plant play pool position post pour practice
    praise pre-approve predict prepare prescribe present preserve press prevent price print
    prioritize proceed process procure produce program prohibit promote proofread propose
    protect prototype prove provide publicize publish pull purchase push put qualify question
    quote raise rank rate reach read realign reallocate reassemble reassign rebid rebuild
    recalculate receive recertify recognize recommend reconcile record recover recruit recycle
    redesign redirect reduce refer refine refresh refund refuse register regulate rehabilitate
    rehearse reinforce reiterate reject relate relay release relocate remedy remember remind
    remodel remove remunerate renew rent reopen reorganize repair repeat replace reply report
    represent request require rerun reschedule rescue research reserve reset reshape resolve
    respond restock restore restrict restructure retain retest retire retrain retrieve return
    reuse revamp reverse review revise reward reword rewrite ride roll rotate round route rule
    run sample save say scan schedule score screen seal search secure see seek select sell
    send separate serve service set settle shape share shift ship shorten show shut sign
    signal simplify simulate sit sketch smooth solder solicit solve sort source speak specify
    spend split sponsor spread stack staff stage standardize start state station stay steer
    step stimulate stock stop store straighten streamline strengthen stress stretch strip
    study submit subscribe substantiate suggest summarize supervise supply support survey
    suspend swap switch synchronize tabulate tackle tag tailor take talk target teach tell
    terminate test text thank tidy tie tighten time title trace track trade train transact
    transcribe transfer transform translate transmit transport travel treat triage trim
    troubleshoot try turn tutor understand undertake unify unite unload unlock update upgrade
    upload use utilize vacate validate value verify view visit voice volunteer vote wait waive
    walk warn wash watch weed weigh welcome widen win withdraw witness word work write zero
    """.split()  # noqa: SIM905
)
_ENDINGS = ("ize", "ify")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


def starts_with_verb(text: str) -> bool:
    """Tell whether the first word of a text is a verb in its plain form."""
    found = _WORD.match(text.lstrip(" \t\n-*\"'\u2013\u2022\u201c"))
    if found is None:
        return False
    word = found.group().casefold()
    stem = word.split("-")[-1] if word not in _VERBS else word
    return word in _VERBS or stem in _VERBS or word.endswith(_ENDINGS)
