"""The terms that the tables may use: one term for one thing, so that a groupby counts documents.

Order is for display. A new term is added here first; until then a row that uses it fails the tests.
"""

# fmt: off
SOURCES = ("insights", "cleveland_clinic", "overview", "guide")
#: Sites of spread in display order, which is not a ranking.
SITES = ("bone", "lung", "liver", "brain", "skin", "lymph_node", "distant_lymph_node", "peritoneum")
#: What symptoms are given for: a site, any of them, or the breast itself.
SYMPTOM_SITES = (*SITES, "any", "breast")
SITE_KINDS = ("place of spread", "place in studies alone", "several places", "not a place of spread")
#: Whom a row is about, each as wide as the document says.
WHO = (
    "people", "women", "postmenopausal women", "people and those close to them", "people at very high risk",
    "people with certain inherited genes", "everyone", "all women",
)
GROUP_SUBTYPES = (
    "any", "HER2-positive", "HR-positive, HER2-positive", "HER2-low", "HER2-negative", "HR-positive", "ER-positive",
    "ER-positive, HER2-negative", "triple-negative", "any cancer",
)
STAGES = (
    "any", "invasive", "early", "metastatic or advanced", "progressed or spread", "lymph node metastasis",
    "local recurrence", "regional recurrence", "distant recurrence", "recurrent",
)
SITUATIONS = (
    "diagnosed", "being tested", "treated", "in active treatment, in the U.S.", "in the U.S.", "after surgery",
    "after breast removal", "after all standard lines of care", "few metastases in one area",
    "brain spread a concern", "worldwide",
)
CONTEXTS = (
    "page on HER2-positive breast cancer", "page on breast cancer", "passage on advanced breast cancer",
    "passage on early-stage breast cancer", "passage on metastatic breast cancer",
    "passage on signs of metastatic breast cancer", "passage on spread to the bones",
    "passage on spread to the liver", "passage on treatment after surgery",
)
HEDGES = ("flat", "may", "usually", "most", "about")
ADVICE = ("do", "more", "less", "avoid")
SUBJECTS = ("HER2-positive", "all breast cancer")
POLARITIES = ("affirmed", "negated")
RELIABILITIES = ("low", "medium", "higher")
SPEAKERS = ("document", "Shimoli Barot, MD", "related-article blurb")
LIST_KINDS = ("described in turn", "one or more of these areas", "most common sites", "less common sites")
SUBTYPES = ("HER2-positive", "HR-positive, HER2-positive", "HER2-low", "ER-positive", "triple-negative")
SUBTYPE_ATTRIBUTES = (
    "definition", "share", "mechanism", "pace", "aggressiveness", "spread", "early-stage outcome", "outlook",
    "symptoms", "treatment",
)
UNITS = ("cups a day", "drinks a day", "in 100", "months", "weeks", "year")
SYMPTOMS = (
    "abdominal pain", "abdominal swelling", "arthritis-like pain", "behavior change", "bloating",
    "blocked liver ducts", "bone pain", "brain swelling", "change in breast contour", "change in breast shape",
    "change in breast size", "change in breast skin", "change in nipple skin", "chest pain", "compression of organs",
    "confusion", "cough", "difficulty climbing stairs", "difficulty sitting", "difficulty walking",
    "difficulty with daily activities", "distress", "dizziness", "effect on breathing",
    "effect on cognitive function", "effect on health", "effect on quality of life", "effect on well-being",
    "fatigue", "fever", "fluid around the lungs", "fluid in the abdomen", "fracture", "hardened area under the skin",
    "headache", "itching", "jaundice", "loss of appetite", "loss of balance", "lump", "lymph nodes that can be felt",
    "memory problems", "mood change", "muscle-like pain", "nausea", "neurological deficit", "new symptoms",
    "nipple discharge", "no symptoms", "numbness", "osteoporosis", "other complications", "other symptoms",
    "paralysis", "personality change", "pressure in the head", "seizure", "shortness of breath",
    "spinal cord compression", "symptoms caused by treatment", "symptoms from compressed organs", "trouble hearing",
    "trouble seeing", "trouble speaking", "unusual symptoms", "vomiting", "weak bones", "weakness", "weight loss",
)
SYMPTOM_GROUPS = SYMPTOMS
THERAPY_KINDS = ("drug", "drug class", "procedure", "supportive care", "clinical trial")
THERAPIES = (
    "ado-trastuzumab emtansine", "anastrozole", "antibody-drug conjugate", "antiseizure medicine",
    "aromatase inhibitor", "bone-strengthening therapy", "CDK4/6 inhibitor", "chemotherapy",
    "clinical trial", "double mastectomy", "drug that crosses the blood-brain barrier",
    "emotional support", "everolimus", "fulvestrant", "HER2-low therapy", "HER2-targeted therapy", "hormone therapy",
    "immunotherapy", "lapatinib", "letrozole", "nutrition counseling", "olaparib", "ovarian ablation",
    "ovarian suppression", "pain management", "palbociclib", "palliative care", "PARP inhibitor", "pertuzumab",
    "radiation therapy", "ribociclib", "selective estrogen receptor modulator", "steroid", "supportive care",
    "surgery", "symptom-relief therapy", "systemic therapy", "tamoxifen", "targeted therapy", "trastuzumab",
    "trastuzumab deruxtecan", "tyrosine kinase inhibitor", "vaccine-based therapy",
)
THERAPY_CLASSES = (
    "antibody-drug conjugate", "aromatase inhibitor", "CDK4/6 inhibitor", "HER2-targeted therapy", "hormone therapy",
    "PARP inhibitor", "supportive care", "systemic therapy", "targeted therapy",
)
TARGETS = ("HER2", "HER2-expressing cells", "specific molecules or pathways", "specific proteins on cancer cells")
RECEPTORS = (
    "HER2-positive", "HR-positive, HER2-positive", "HER2-low", "HR-positive", "ER-positive",
    "ER-positive, HER2-negative",
)
PURPOSES = ("control of the cancer",)
ITEM_KINDS = ("therapy", "symptom", "site", "test", "food or drink", "other")
TOPICS = (
    "definition", "step of metastasis", "kind of recurrence", "timing of spread", "site fact", "lymph node", "test",
    "monitoring", "when to seek care", "stage", "curability", "treatment option", "treatment aim", "treatment effect",
    "treatment choice factors", "pace factors", "risk factors of spread", "outlook", "outlook factors",
    "risk reduction", "lifestyle", "information and numbers", "visits and decisions", "support", "research", "burden",
)
ITEMS = (
    "abdominal pain", "advanced", "age", "age at diagnosis", "aggressiveness", "alcohol limit", "almost any part",
    "alongside treatment", "antibody-drug conjugates", "antiseizure medicines", "any listed symptom",
    "ask about benefits", "ask about risks", "ask about side effects", "ask questions", "at first diagnosis",
    "available treatment", "awareness of sites", "better outcomes", "better therapies", "biomarkers", "biopsy",
    "blood test", "bone", "bone care", "bone scan", "bone signs", "bone-strengthening therapy", "brain",
    "brain medicines", "break away", "bring someone", "calcium-rich foods", "can be felt", "care keeps changing",
    "careful thought", "CDK4/6 inhibitors", "cell preferences", "challenge", "challenging diagnosis",
    "challenging life", "chances of survival", "chemotherapy", "chest pain", "circulation", "clinical breast exam",
    "clinical trials", "colonization", "complex process", "complications", "context", "control", "CT scan", "cure",
    "delay", "diet", "disrupting metastasis", "distant recurrence", "do not rush", "double mastectomy",
    "early detection", "early stage", "enter the blood", "enter the lymph system", "exercise",
    "experimental treatment", "extent of recurrence", "extent of spread", "extravasation", "financial assistance",
    "fish", "fractures", "fruits and vegetables", "future treatment", "gene mutations", "goals", "grade",
    "growth in nearby nodes", "guarantee", "hard to tell", "harder to treat", "having questions", "headaches",
    "healthy lifestyle", "healthy weight", "HER2 status", "HER2-low therapies", "hormone receptor status",
    "hormone therapy", "how common", "how many", "hydration", "imaging", "immune cells", "immune system",
    "immunotherapy", "individualized", "information for deciding", "inherited genes", "internet search",
    "interval varies", "intravasation", "invasion", "jaundice", "know the signs", "lean protein", "legumes",
    "life expectancy numbers", "lifelong treatment", "liver", "living for many years", "living longer",
    "local recurrence", "local recurrence after treatment", "location of spread", "long and healthy life",
    "longer life", "lung", "lymph node biopsy", "lymph node metastasis", "mammogram", "managing symptoms",
    "many treatment options", "meaningful moments", "medical history", "medicines or treatments", "metastasis",
    "metastasis after treatment", "modern treatment", "MRI", "need to understand", "new or growing lumps",
    "new symptoms", "new tumor", "new tumor quickly", "new tumor years later", "number of metastases",
    "number of nodes", "one size fits all", "other medical conditions", "other risks", "ovarian ablation",
    "overall health", "overwhelming", "own choice", "palbociclib approval", "palliative care", "passion projects",
    "peritoneum", "PET scan", "poorer outlook", "poultry", "preferences", "pressure on organs", "prevent progression",
    "previous treatment", "processed food", "processed meat", "prompt advice", "quality of life",
    "question on double mastectomy", "quit smoking", "radiation therapy", "random", "record the visit", "recurrence",
    "red meat", "reducing stress", "regional recurrence", "regional recurrence after treatment", "relieve symptoms",
    "remember the talk", "remove remaining cells", "replace treatment", "resources", "resources and talks",
    "saturated fat", "scan interval", "scans", "scary", "scheduled scans", "second opinion", "seizures", "self-care",
    "sentinel lymph node mapping", "settle", "shared decisions", "shortness of breath", "size of metastases", "skin",
    "smaller meals", "snacks", "specialized centers", "stable disease", "stage", "stage IV", "staging",
    "staying informed", "steroids", "stopping growth", "strategies", "sugary food", "support groups",
    "supportive care", "survive treatment", "survivorship programs", "symptoms depend on place",
    "symptoms depend on severity", "symptoms that do not improve", "symptoms vary", "take notes", "targeted therapy",
    "tell the care team", "three kinds", "trapped in nearby nodes", "trastuzumab", "travel by blood",
    "travel by lymph", "treatable", "treatment", "treatment planning", "treatment received", "treatment response",
    "tumor microenvironment", "type of breast cancer", "type of cancer", "type of recurrence",
    "tyrosine kinase inhibitors", "understanding progression", "understanding their role", "up-to-date numbers",
    "vaccines", "watch and monitor", "weight-bearing exercise", "what they are", "what they do", "whole grains",
    "work with care team", "X-ray",
)
QUESTIONS = (
    "second-site", "leading-site", "closed-list", "nodes-and-skin", "brain-emphasis", "her2-pace",
    "her2-against-others", "early-her2-spread", "symptoms-by-site", "bone-pain", "silent-spread", "when-to-call",
    "when-scans", "early-and-advanced", "curability", "outlook", "outlook-factors", "looking-at-numbers",
    "pace-and-risk-factors", "early-stage-aim", "chemotherapy-backbone", "hormone-therapy",
    "trastuzumab-and-pertuzumab", "palbociclib", "her2-low", "immune-treatment", "clinical-trials", "lowering-risk",
    "lifestyle", "diet", "who-decides",
)
QUANTITIES = ("site frequency", "subtype share")
PUBLISHED_SITES = (
    "bone", "lung", "liver", "brain", "distant_lymph_node", "pleura", "other", "more than one site",
    "any distant site",
)
PUBLISHED_SUBTYPES = (
    "all", "ER+/HER2-, Ki67 high", "ER+/HER2-, Ki67 low", "ER-/HER2-", "HER2+", "HER2-overexpressing", "HR+/HER2+",
    "HR+/HER2-", "HR-/HER2+", "HR-/HER2-", "luminal A", "luminal B", "triple-negative", "unknown",
)
#: How the labels of studies map: the same receptors, one name; labels by other rules stay apart.
STUDY_SUBTYPES = (
    "any", "HER2-positive", "HR-positive, HER2-positive", "HR-negative, HER2-positive", "HER2-overexpressing",
    "HR-positive, HER2-negative", "HR-negative, HER2-negative", "ER-positive, HER2-negative",
    "ER-negative, HER2-negative", "triple-negative", "luminal A or B", "unknown",
)
#: Every term that a column `site` may hold.
SITE_TERMS = (*SITES, "pleura", "other", "more than one site", "any distant site", "any", "breast")
#: Percent of whom; only "metastatic" compares with the rough figures.
DENOMINATORS = ("metastatic", "all newly diagnosed", "all newly diagnosed, subtype known", "stage I-III")
MOMENT_GROUPS = (
    "at first diagnosis", "when spread is first found", "first site only", "any time", "by a given year",
    "not stated",
)
