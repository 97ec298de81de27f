"""One wording for phrases that mean the same in statements: what the label grammar puts into the place of synonyms.

Input and output are folded words in the singular without "of" and articles (`converter.labels`). A pair belongs here only when the exchange is
right in every label of every statement; what is right in one place only is a rule of the wording table.
"""

import re

_NAME_WORDS = r"(?!noncontrolling|minority|common|preferred|participating|redeemable|other|stockholder|company|parent|controlling|continuing|discontinued|general|limited|unvested|restricted|nonvested|nonredeemable|convertible|class)"

_PHRASES: tuple[tuple[str, str], ...] = (
    # compounds
    (r"\bnon (?=current|controlling|interest|operating|trade|cash|redeemable|recurring|vested|voting|accrual)", "non"),
    (r"\blongterm\b", "long term"), (r"\bshortterm\b", "short term"), (r"\bpaidin\b", "paid in"), (r"\bco venture\b", "coventure"),
    (r"\bpre tax\b|\bpretaxe\b", "pretax"), (r"\bre purchase\b", "repurchase"), (r"\bpre paid\b", "prepaid"), (r"\bprepaid\b(?! (?:expense|and other|income|tax|pension|rent|insurance|royalt|asset|benefit|advertising|cost|land|lease|inventory|commission|to|from|other|tax|material|deposit|for|employee|or|license|interest|service|research|clinical|manufacturing|supply|maintenance))", "prepaid expense"),
    (r"\bprepayment\b(?! (?:penalt|charge|on|for))", "prepaid expense"), (r"\bprepaid and other\b", "prepaid expense and other"), (r"\bprepaid expense expense\b", "prepaid expense"),
    (r"\bstock based\b|\bshare based\b|\bequity based\b|\bstockbased\b", "stock based"), (r"\bright use\b", "right use"),
    (r"\bdeferred comp\b", "deferred compensation"), (r"\bcompany\b(?= stockholder)", "company"), (r"\bother\b others?\b", "other"),
    # holders
    (r"\b(?:stock|share) ?(?:holder|owner)\b|\bshareowner\b|\bordinary shareholder\b", "stockholder"),
    (r"\bcommon share ?holder\b|\bcommon share owner\b", "common stockholder"),
    (r"\bstockholder (?:investment|interest|fund|deficit|deficiency|capital deficit|capital deficiency|equity deficit|equity deficiency|equity and deficit|net capital deficiency)\b|\bstockholder equity in asset\b", "stockholder equity"),
    (r"^capital (?:deficit|deficiency)$|^net capital deficiency$", "stockholder equity"), (r"^net stockholder equity$", "stockholder equity"),
    (r"\bequity (?:capital )?(?:deficit|deficiency)$", "equity"),
    (r"\b(?:non ?controlling|minority) (?:stockholder )?(?:ownership )?(?:interest|holder|stockholder|share)\b(?: holder)?", "noncontrolling interest"), (r"\bnoncontrolling interest stockholder\b", "noncontrolling interest"),
    # earnings
    (r"\bearning retained\b|\b(?:income|earning) (?:reinvested|retained|employed)\b(?: (?:in|for use in|and employed in) (?:the )?business)?|\breinvested earning\b|\bretained income\b", "retained earning"),
    (r"\b(?<!retained )(?<!undistributed )(?<!estimated )(?<!interest )(?<!unremitted )earning\b(?! asset| before interest)", "income"),
    (r"\bgross margin\b|\bgross income\b|\bgross profit margin\b", "gross profit"),
    (r"(?<!gross )\bprofit\b(?! sharing| participation| interest| margin)", "income"), (r"\bgross profit loss\b", "gross profit"),
    (r"\bdeficit\b(?= accumulated)", "accumulated deficit"), (r"^accumulated deficit accumulated .*$", "accumulated deficit"), (r"^deficit$", "accumulated deficit"),
    (r"^accumulated deficit$|^retained (?:deficit|loss|income deficit)$|^accumulated (?:loss|income)$|^retained earning (?:and|or|/)? ?accumulated deficit$|^retained earning deficit$", "retained earning"),
    # losses that are negative income
    (r"\bgain or loss\b|\bgain and loss\b", "gain"),
    (r"^loss (?=on\b|from (?:sale|disposal|disposition|extinguishment|early|impairment|retirement|investment|foreign|debt|change|divestiture|termination|settlement))", "gain "),
    (r"\b(?:realized|unrealized|exchange|currency|transaction|translation|investment|security|trading|disposal|disposition|holding|extinguishment) loss\b", "@GAIN@"),
    (r"\bnet loss on\b", "net gain on"),
    (r"\b(?<!loan )(?<!lease )(?<!credit )(?<!impairment )(?<!for )(?<!catastrophe )(?<!insurance )(?<!doubtful )(?<!other )(?<!unpaid )(?<!policy )(?<!hedging )(?<!derivative )(?<!inventory )(?<!goodwill )(?<!contract )loss\b(?= (?:before|after|from|per|attributable|applicable|available|allocable|including|excluding|to|on|in|affiliate|unconsolidated|joint|equity)|$)", "income"),
    (r"^operating loss\b", "operating income"), (r"\bnet operating loss$", "operating income"), (r"\bcomprehensive loss\b", "comprehensive income"), (r"^net loss\b(?! reserve| ratio| and)", "net income"),
    (r"^income on (?=.*(?:sale|dispos|extinguish|retirement|investment|write))", "gain on "),
    # per share, basic and diluted
    (r"\beps\b", "income per share"), (r"\bper share (?:data|amount|information|computation|calculation)\b", "per share"),
    (r"\bper (?:(?:average|weighted|outstanding|average outstanding|weighted average|basic|primary|diluted|fully diluted) )?(?:common|ordinary|capital)? ?(?:stock )?(?:and (?:common )?(?:share |stock )?(?:equivalent )?)?(?:common )?share(?: and (?:per )?(?:common )?(?:(?:stock|share) )?equivalent(?: share)?)?(?: (?:common|capital) stock)?(?: outstanding)?(?: and (?:common )?(?:(?:stock|share) )?equivalent(?: share)?)?\b", "@PERSHARE@"),
    (r"\bunder (?=diluted|basic|primary|fully)", ""), (r"\bassuming (?:no|without) (?:full )?dilution\b|\bundiluted\b|\bwithout dilution\b|\bbefore dilution\b|\bprimary\b", "basic"),
    (r"\b(?:assuming|with) (?:full )?dilution\b|\bfully? diluted\b|\bfull dilution\b|\bassuming fully? dilut(?:ed|ion)\b|\bafter dilution\b|\bdilutive\b(?= (?:share|earning|income))", "diluted"),
    (r"\bdiluted and basic\b|\bbasic and fully diluted\b|\bbasic / diluted\b|\bbasic diluted\b|\bbasic or diluted\b|\bboth basic and diluted\b", "basic and diluted"),
    # taxes
    (r"\btaxe\b", "tax"), (r"\bfederal and state income tax\b|\btax (?:based )?on (?:income|earning)\b|\bincome and franchise tax\b", "income tax"),
    (r"\bbefore (?:provision|benefit|credit|charge|expense|recovery) for (?:tax|income tax|tax on income)\b|\bbefore income tax (?:provision|benefit|expense|credit)\b|\bbefore tax(?: provision| expense| benefit)?\b(?! effect)", "before income tax"),
    (r"^(?:provision|benefit|credit|charge|expense|recovery)(?: and (?:provision|benefit))? (?:for|from|to|on|in lieu) (deferred )?(?:tax on income|income tax|tax)(?= |$)", r"\1income tax"),
    (r"^(deferred )?(?:income )?tax (?:provision|benefit|expense|credit|charge|recovery)(?: net)?$", r"\1income tax"), (r"^income tax income/expense$", "income tax"), (r"^income tax net$|^tax$", "income tax"),
    (r"^pretax income\b", "income before income tax"), (r"^income before tax\b", "income before income tax"), (r"^income pretax$", "income before income tax"),
    (r"^(?:net )?income before income tax\b", "income before income tax"), (r"^operating income before income tax$", "operating income before income tax"),
    (r"\bdeferred tax\b(?! (?:asset|liability|benefit|valuation))", "deferred income tax"), (r"^(?:income )?tax refund receivable$|^refundable (?:income )?tax$|^recoverable (?:income )?tax$|^income tax (?:refundable|recoverable)$", "income tax receivable"),
    # plant
    (r"\b(?:property|plant)(?: ,)? plant(?: and)? equipment\b|\bproperty (?:and )?(?:plant )?(?:and )?equipment\b|\bplant (?:and )?equipment\b|\bproperty and plant\b|\bproperty equipment\b|\bproperty equipment and (?=software)", "ppe"),
    (r"\b(?:bank |office |banking )?premise (?:and|furniture and|fixture and) ?(?:fixture and )?equipment\b|\bpremise furniture fixture and equipment\b|\boffice ppe\b|\bbank premise\b|\bfixed asset\b|\bcapital asset\b", "ppe"),
    (r"\bppe and (?:leasehold improvement|fixture)\b|\bleasehold improvement and (?:ppe|equipment)\b|\bequipment and leasehold improvement\b|\bland building and equipment\b|\bland building machinery and equipment\b", "ppe"),
    (r"^net ppe$|^ppe at cost net$|^ppe at net$|^ppe less$", "ppe net"), (r"^ppe gross$|^ppe at (?:historical |original )?cost$|^gross ppe$|^ppe cost$", "ppe at cost"),
    # receivable, payable, debt
    (r"\breceivable trade\b", "trade receivable"), (r"\baccount trade receivable\b|\btrade account receivable\b|\btrade account and receivable\b|\breceivable from (?:customer|trade)\b|\baccount receivable trade\b|\baccount receivable customer\b|\btrade receivable\b|\bcustomer (?:account )?receivable\b", "account receivable"),
    (r"\baccount payable trade\b|\btrade (?:account )?payable\b|\bpayable trade\b|\baccount payable to (?:supplier|vendor)\b|\btrade creditor\b", "account payable"),
    (r"\bdebenture\b(?= current| noncurrent)", "debenture"),
    (r"\b(?:current|short term) (?:portion|maturity|installment|instalment|maturing portion|obligation|payment|liability) (?:on |under |due on )?(?=(?:\w+ )*(?:debt|note|lease|obligation|revenue|income|loan|borrowing|payable|compensation|liability|portion|bond|mortgage|debenture|tax|facility))(.+)$", r"\1 current portion"),
    (r"^(.+?) (?:due|payable|maturing) within (?:one|1) year$|^(.+?) (?:current|short term) (?:portion|maturity|installment|instalment)$|^amount due within one year on (.+)$|^portion (.+?) due within one year$", r"@CURRENT@"),
    (r"^(.+?) (?:less|net|excluding|exclusive|after|noncurrent|long term|net current|less amount) (?:the )?(?:amount )?(?:current )?(?:portion|maturity|installment|instalment|current portion|current maturity|current installment|current|due (?:within|in) (?:one|1) year|portion (?:due|payable) within (?:one|1) year|amount due (?:within|in) (?:one|1) year|payable within one year|current obligation)(?: (?:included|shown|due|classified).*)?$|^(.+?) due (?:after|beyond) (?:one|1) year$|^(?:noncurrent|long term) portion (.+)$", "@NONCURRENT@"),
    (r"\blong term (\w[\w ]*) noncurrent portion$", r"long term \1 noncurrent portion"),
    (r"\bloan payable\b", "loan payable"), (r"\baccrued expense\b(?! and other (?:liability|current liability)$)", "accrued liability"), (r"\baccrual$", "accrued liability"), (r"\bexpense accrued\b|\bliability accrued\b", "accrued liability"),
    (r"\baccrued expense\b", "accrued liability"), (r"^accrued$", "accrued liability"),
    (r"\bunearned (?:revenue|income)\b|\bdeferred (?:income|revenue|sale)\b(?! tax)", "deferred revenue"), (r"(?<=deferred revenue) and (?:customer )?deposit", " and customer deposit"),
    (r"\bcapital in excess (?:par|stated)(?: value| amount)?(?: stock| common stock| stated value| share)?\b|\bpaid in capital in excess (?:par|stated)(?: value)?(?: common stock)?\b|\bcapital (?:in excess|surplus|paid in|contributed)\b(?: (?:par|stated|excess).*)?$|\badditional (?:paid in )?(?:capital|contributed capital)(?: paid in)?\b|\bexcess (?:paid in )?(?:capital )?(?:over|paid over)? ?(?:par|stated)(?: value)?\b|\bcontributed (?:capital|surplus)\b(?: in excess.*)?|\bpaid in surplus\b|\bamount paid in excess par(?: value)?\b|\bother paid in capital\b|\bother capital\b|(?<!and )^paid in capital\b|\bcapital paid in excess par(?: value)?(?: stock)?\b", "additional paid in capital"),
    (r"\band paid in capital\b", "and additional paid in capital"), (r"\badditional paid in capital (?:common stock|in excess par(?: value)?|in excess stated value)$", "additional paid in capital"),
    (r"\bcommon share\b(?! outstanding| and common| equivalent| issued| used)", "common stock"), (r"\bordinary (?:share|stock)\b", "common stock"), (r"\bpreference (?:share|stock)\b|\bpreferred share\b(?! outstanding)", "preferred stock"),
    (r"^common stock issued$", "common stock issued"), (r"^(?:common |capital )?(?:stock|share) (?:held )?in treasury$|^treasury (?:share|stock)(?: common)?(?: held)?$|^cost (?:common )?(?:stock|share) in treasury$|^common stock (?:held )?in treasury$|^treasury common stock$", "treasury stock"),
    (r"\baccumulated other comprehensive (?:income|loss|deficit)(?: net)?(?: tax)?$|^accumulated other nonowner change in equity$|^accumulated other comprehensive item$", "accumulated other comprehensive income"),
    # spending
    (r"\bselling (?:and )?general (?:and )?administrative\b|\bsg ?and ?a\b|\bsga\b|\bselling administrative and general\b|\bselling marketing general and administrative\b|\bmarketing general and administrative\b|\bsale general and administrative\b|\bselling and administrative\b|\bselling general administrative\b|\bmarketing selling general and administrative\b|\bgeneral selling and administrative\b|\bselling general and administration\b|\badministrative selling and general\b|\bselling distribution (?:and )?(?:general )?(?:and )?administrative\b|\bselling general corporate and administrative\b|\bselling marketing and administrative\b|\bmarketing and administrative\b|\bselling advertising general and administrative\b|\bselling service (?:and )?administrative\b|\bselling marketing administrative\b", "sga"),
    (r"\bgeneral (?:and )?administrat(?:ive|ion)\b|\bg and a\b|\badministrative and general\b|\bgeneral corporate and administrative\b", "general and administrative"),
    (r"\bsale (?:and )?marketing\b|\bselling (?:and )?marketing\b|\bmarketing (?:and )?(?:sale|selling)\b", "sale and marketing"),
    (r"\bresearch (?:and )?(?:product )?development(?: and engineering)?\b|\bresearch development and engineering\b|\br and d\b|\bproduct (?:research and )?development\b|\bengineering (?:and )?(?:product )?(?:research (?:and )?)?development\b|\bresearch (?:and )?engineering(?: and development)?\b|\bengineering research and development\b|\bresearch engineering and development\b|\bengineering and research\b|\bdevelopment and engineering\b|\bproduct development and engineering\b|\btechnology and development\b|\bresearch product development and engineering\b|\bengineering and product development\b", "research and development"),
    (r"^(sga|general and administrative|sale and marketing|research and development|selling|restructuring|marketing|distribution|cost goods? sold|exploration) (?:expense|cost)$", r"\1"),
    (r"\brestructuring and other charge\b", "restructuring and other"), (r"\brestructuring (?:charge|cost|expense|provision)\b", "restructuring"),
    (r"\b(?:depreciation|amortization)(?: (?:and|/))? (?:amortization|depreciation)\b|\bd and a\b", "depreciation and amortization"), (r"\bdepreciation depletion (?:and )?amortization\b|\bdepletion depreciation (?:and )?amortization\b|\bdepreciation amortization (?:and )?depletion\b|\bdepreciation (?:and )?depletion\b|\bdepreciation depletion\b|\bdd and a\b", "depreciation depletion and amortization"),
    (r"^(depreciation|depreciation and amortization|depreciation depletion and amortization)(?: expense| charge)$", r"\1"), (r"^provision for (depreciation|amortization)", r"\1"),
    (r"\bcost (?:product|good|merchandise|sale|revenue|product and service|product sale|net sale)(?: and service| and product)? ?sold\b|\bcost product sale\b", "cost good sold"), (r"\bcost (?:net )?(?:sale|revenue)\b", "cost revenue"),
    (r"\bnet (?:sale|revenue)\b(?! (?:from|less))", "revenue"), (r"^operating revenue$|^revenue net$|^sale net$|^net revenue$", "revenue"),
    (r"\bstock (?:based )?compensation(?: expense| cost| charge)?\b|\bstock based (?:award|payment|employee) ?(?:compensation)?(?: expense| cost)?\b|\bnoncash (?:stock|equity|stock based) (?:based )?compensation(?: expense)?\b|\bstock based compensation compensation\b|\bstock option compensation(?: expense)?\b|\b(?:noncash )?stock based compensation(?: expense| cost| charge)?\b", "stock compensation"),
    # cash flow
    (r"^(?:net )?(?:increase|decrease|change)(?: \w+)? in\b", "change in"), (r"^(?:net )?change\b", "change"), (r"^change (?=cash)", "change in "),
    (r"\b(?:provided|generated) (?:by )?(?:and |or |/ )?(?:used )?(?:in |for |by )?\b", "provided "),
    (r"\bpurchase\b(?: and acquisition)?(?= (?:ppe|equipment|plant))|^(?:addition|expenditure|payment|investment|acquisition|capital expenditure|capital addition|cash paid|outlay|invested|amount invested|payment to acquire|payment for (?:purchase|acquisition|addition)|acquisition and addition)(?: (?:to|for|in|on|purchase))? (?=ppe)", "purchase "),
    (r"^(?:capital (?:expenditure|addition|spending|outlay)|ppe (?:addition|expenditure|purchased|purchase|acquisition|acquired)|expenditure for capital asset|purchase  ?ppe|cash capital expenditure|purchase ppe net|additional ppe|capital expenditure net)$", "purchase ppe"),
    (r"\s+", " "),
)
_COMPILED = tuple((re.compile(pattern), replacement) for pattern, replacement in _PHRASES)

_NAMED = re.compile(rf"\b(?:attributable|applicable|available|allocable) to (?:{_NAME_WORDS}[\w]+ ?){{1,6}}?(?=(?:common |ordinary )?stockholder|per share|basic|diluted|$)")
_NAMED_EQUITY = re.compile(
    r"^(?!(?:[\w ]*\b)?(?:common|preferred|other|liability|redeemable|noncontrolling|before|less|net|convertible|and|deficit|change|nonredeemable|in|to|from|per|asset|debt)\b)[\w ]+ stockholder equity$")
_ATTRIBUTABLE = re.compile(r"\b(?:attributable|applicable|available|allocable|allocated|attributed) (?:to|for)\b(?! sale)")
_ACTIVITY = re.compile(
    r"^(?:net )?(?:cash|change in cash)(?: and cash equivalent)?(?: flow)?(?: (?:provided|generated|used|required|utilized|applied|inflow|outflow|from|for|in|by|to|into|flow|resulting|derived|consumed|and|or|/|\(used\)|expended|activity))*"
    r" (operating|investing|financing|operation|investment(?= activity)|(?<!and )(?<!cash )(?<!equivalent )investment)(?: activity)?$")
_TAIL = re.compile(r"\b(basic and diluted|basic|diluted)\b")
_AT = re.compile(
    r"^(?:(beginning|opening|ending|closing) (?:balance )?)?(cash\b.*?)(?:(?: balance)?(?: at| as)?(?: balance)? (beginning|start|opening|end|ending|close|closing)(?: balance)?"
    r"(?: (?:period|year|quarter|fiscal year|the|month|three month|six month|nine month|fiscal period|week)+)?)?$")
_BEGINNING = frozenset(("beginning", "opening", "start"))


def canonical(words: str) -> str:
    """The one wording for folded words."""
    for pattern, replacement in _COMPILED:
        if replacement == "@GAIN@":
            words = pattern.sub(lambda m: m[0].removesuffix("loss") + "gain", words)
        elif replacement == "@PERSHARE@":
            words = pattern.sub(_per_share, words)
        elif replacement in ("@CURRENT@", "@NONCURRENT@"):
            tail = "current portion" if replacement == "@CURRENT@" else "noncurrent portion"
            words = pattern.sub(lambda m, tail=tail: f"{next(g for g in m.groups() if g)} {tail}", words)
        else:
            words = pattern.sub(replacement, words)
    words = " ".join(words.replace("/", " and ").replace("income and expense", "income/expense").split()) if "/" in words and "income/expense" not in words else words.strip()
    words = _ATTRIBUTABLE.sub("attributable to", words)
    words = _NAMED.sub("attributable to company ", words).strip()
    if _NAMED_EQUITY.match(words) and words != "stockholder equity":
        words = "company stockholder equity"
    if match := _ACTIVITY.match(words):
        return "cash " + {"operation": "operating", "investment": "investing"}.get(match[1], match[1])
    if words.startswith(("cash", "beginning cash", "ending cash", "opening cash", "closing cash", "beginning balance cash")) and (match := _AT.match(words)) and (when := match[1] or match[3]):
        return f"{match[2].strip()} at {'beginning' if when in _BEGINNING else 'end'}"
    if re.search(r"per share|\bshare\b|\baverage\b", words):
        words = _tailed(words)
    return words


def _per_share(match: re.Match[str]) -> str:
    tail = " basic" if re.search(r"\b(?:basic|primary)\b", match[0]) else " diluted" if "diluted" in match[0] else ""
    return f"per share{tail}"


def _tailed(words: str) -> str:
    """The words with "basic" and "diluted" at the end, once."""
    told = set(_TAIL.findall(words))
    if not told:
        return words
    both = len(told) > 1 or "basic and diluted" in told
    rest = " ".join(_TAIL.sub(" ", words).split())
    rest = re.sub(r"^(?:and|for) | (?:and|for)$|(?<=computing) (?:and )?(?=per)|^(?:and|-) ", "", rest)
    return f"{rest} {'basic and diluted' if both else told.pop()}"
