"""Whether a promise starts with a verb.

A word counts as a verb when it is in the list below, which holds the plain verbs of agency work, or
is one of them done again, ends as verbs do, or has an object behind it: "Patch the switches". It is
a hint for the facilitator, never a bar to keeping a commitment.
"""

import re

_VERBS = frozenset(  # a paragraph of words reads better than 700 quoted lines
    """
    abolish absorb accelerate accept accompany account achieve acknowledge acquire act adapt
    add address adhere adjust administer adopt advance advertise advise advocate agree aim
    alert align alleviate allocate allow alter amend analyze announce answer anticipate appeal
    apply appoint appraise appreciate approve arrange ask assemble assess assign assist assume
    attach attain attend attract audit authorize automate avoid award back balance ban base
    batch be begin bill book borrow break brief bring broadcast budget build bundle buy
    calculate calibrate call cancel cap capture care carry categorize celebrate centralize
    certify chair challenge champion change charge chart check choose circulate clarify
    classify clean clear climb close coach code collaborate collect combine come commission
    commit communicate compact compare compile complete comply compose compute conduct confer
    confirm connect conserve consider consolidate construct consult contact continue contract
    contribute control convene convert convey cooperate coordinate copy correct counsel count
    cover create cross cultivate cut deal debrief debug decide decline decontaminate decorate
    decrease dedicate define delay delegate delete deliberate deliver demand demonstrate
    deploy describe design designate destroy detain detect determine develop devise diagnose
    differentiate dig direct disable disassemble disclose discontinue discover discuss
    dismantle dispatch display dispose distribute divide do document donate double download
    draft draw drill drive drop earn edit educate elect eliminate email embed empower empty enable
    encourage encrypt end enforce engage enhance enlist enroll ensure enter equip escalate
    escort establish estimate evaluate examine exchange execute exempt expand expect expedite
    explain explore expose extend fabricate face facilitate fast-track feed fetch field file
    fill film finance find finish fire fit fix flag fold follow forbid forecast forgo form
    formulate forward free freeze fund gather gauge generate get give govern grade grant greet
    group grow guarantee guard guide halve hand handle hang harden have hear help hire hold
    host identify illustrate implement import impose improve include incorporate increase
    index inform initiate insert inspect install instruct insure integrate interpret interview
    introduce inventory invest investigate invite involve issue join judge keep label launch
    lay lead learn leave lend let level license lift limit line link list listen load loan
    locate lock log look lower lubricate mail maintain make manage map mark market match
    measure mediate meet mend mentor merge migrate mitigate mix model modernize modify monitor
    motivate mount move name navigate negotiate nominate note notify observe obtain offer
    offset onboard open operate optimize orchestrate order organize orient outline outsource
    oversee own pack package paint pair park participate pass patch patrol pay perform permit
    persuade phase phone photograph pick pilot ping place plan plant play plug poll pool
    position post pour practice praise pre-approve predict prepare prescribe present preserve
    press prevent price print prioritize proceed process procure produce program prohibit
    promote proofread propose protect prototype prove provide prune publicize publish pull
    purchase push put qualify question quit quote raise rank rate reach read realign
    reallocate reassemble reassign rebid rebuild recalculate receive recertify recognize
    recommend reconcile record recover recruit recycle redesign redirect reduce refer refine
    refresh refund refuse register regulate rehabilitate rehearse reinforce reiterate reject
    relate relay release relocate remedy remember remind remodel remove remunerate renew rent
    reopen reorganize repair repeat replace reply report represent request require rerun
    reschedule rescue research reserve reset reshape resolve respond restock restore restrict
    restructure retain retest retire retrain retrieve return reuse revamp reverse review
    revise reward rewire reword rewrite ride roll rotate round route rule run sample save say
    scan schedule score scrap screen scrub seal search secure see seek select sell send
    separate serve service set settle shape share shelve shed shift ship shorten show shred shut
    sign signal simplify simulate sit sketch slash slow smooth solder solicit solve sort
    source speak specify spend split sponsor spread squash stack staff stage stamp standardize
    start state station stay steer step stimulate stock stop store straighten streamline
    strengthen stress stretch strip study submit subscribe substantiate suggest summarize
    supervise supply support survey suspend swap sweep switch synchronize tabulate tackle tag
    tailor take talk tap target teach tell terminate test text thank tidy tie tighten time
    title trace track trade train transact transcribe transfer transform translate transmit
    transport travel treat triage trim troubleshoot try turn tutor unblock understand
    undertake unify unite unload unlock unpack untangle update upgrade upload use utilize
    vacate validate value verify vet view visit voice volunteer vote wait waive walk warn wash
    watch weed weigh welcome widen win wipe wire withdraw witness word work wrap write zero
    """.split()  # noqa: SIM905
)
_ENDINGS = ("ize", "ify")
# What begins the object of a verb, and the words that may stand before it though they are none.
_BEFORE_NOUN = frozenset("a an the this that these those our your his her its their".split())  # noqa: SIM905
_NO_VERBS = frozenset(
    """
    about above across after against all along although among and around as at because before
    behind below beneath beside besides between beyond both but by despite down during each
    either except for from half here how if in inside into is it like many near neither never
    next nor not now of off often on once only onto or out outside over past per quite rather
    since so soon still such than then there they though through throughout till to today too
    toward twice under unless until up upon we what when where whether which while who whose
    why will with within without yet
    """.split()  # noqa: SIM905
)
_INFLECTED = re.compile(r"(ing|ed|ly|[^su]s)$")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


def starts_with_verb(text: str) -> bool:
    """Tell whether the first word of a text is a verb in its plain form."""
    found = _WORD.match(text.lstrip(" \t\n-*\"'\u2013\u2022\u201c"))
    if found is None:
        return False
    word = found.group().casefold()
    forms = {word, word.split("-")[-1], word.removeprefix("re")}
    is_known = not _VERBS.isdisjoint(forms) or word.endswith(_ENDINGS)
    following = _WORD.match(found.string[found.end() :].lstrip())
    return is_known or (following is not None and _has_object(word, following.group().casefold()))


def _has_object(word: str, following: str) -> bool:
    """Tell whether what follows a word makes it a verb."""
    is_plain = word not in _NO_VERBS | _BEFORE_NOUN and not _INFLECTED.search(word)
    return is_plain and following in _BEFORE_NOUN
