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
LIST_KINDS = ("described in turn", "one or more of these areas", "most common sites", "less common sites", "examples")
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
    "difficulty with daily activities", "distress", "dizziness", "effect on breathing", "effect on cognitive function",
    "effect on health", "effect on quality of life", "effect on well-being", "fatigue", "fever",
    "fluid around the lungs", "fluid in the abdomen", "fracture", "hardened area under the skin", "headache",
    "itching", "jaundice", "loss of appetite", "loss of balance", "lump", "lymph node that can be felt",
    "memory problem", "mood change", "muscle-like pain", "nausea", "neurological deficit", "new symptom",
    "nipple discharge", "numbness", "osteoporosis", "other complication", "other symptom", "paralysis",
    "personality change", "pressure in the head", "seizure", "shortness of breath", "silent spread",
    "spinal cord compression", "symptom caused by treatment", "symptom from compressed organs", "trouble hearing",
    "trouble seeing", "trouble speaking", "unusual symptom", "vomiting", "weak bones", "weakness", "weight loss",
)
SYMPTOM_GROUPS = (
    "abdominal pain", "abdominal swelling, bloating or fluid", "arthritis-like pain", "blocked liver ducts",
    "bone pain", "brain swelling", "change in breast contour", "change in breast shape", "change in breast size",
    "change in breast skin", "change in mood, personality or behavior", "change in nipple skin", "chest pain",
    "compression of organs", "confusion", "cough", "difficulty climbing stairs", "difficulty sitting",
    "difficulty walking", "difficulty with daily activities", "distress", "dizziness", "effect on breathing",
    "effect on cognitive function", "effect on health", "effect on quality of life", "effect on well-being", "fatigue",
    "fever", "fluid around the lungs", "fracture", "hardened area under the skin", "headache", "itching", "jaundice",
    "loss of appetite", "loss of balance", "lump", "lymph node that can be felt", "memory problem", "muscle-like pain",
    "nausea", "neurological deficit", "new symptom", "nipple discharge", "numbness", "osteoporosis",
    "other complication", "other symptom", "paralysis", "pressure in the head", "seizure", "shortness of breath",
    "silent spread", "spinal cord compression", "symptom caused by treatment", "trouble hearing", "trouble seeing",
    "trouble speaking", "unusual symptom", "vomiting", "weak bones", "weakness", "weight loss",
)
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
PURPOSES = (
    "control of the cancer", "relief of symptoms", "stronger bones", "clearing remaining cancer cells",
    "lower risk of recurrence", "lower risk of spread", "support", "research",
)
ITEM_KINDS = ("therapy", "symptom", "site", "test", "food or drink", "other")
TOPICS = (
    "definition", "step of metastasis", "kind of recurrence", "timing of spread", "site fact", "lymph node", "test",
    "monitoring", "when to seek care", "stage", "treatment option", "curability", "treatment aim", "treatment effect",
    "treatment choice factor", "pace factor", "risk factor of spread", "outlook", "outlook factor", "risk reduction",
    "lifestyle", "information and numbers", "visits and decisions", "support", "research", "burden",
)
ITEMS = (
    "abdominal pain", "accuracy of life expectancy numbers", "advanced stage", "age", "age at diagnosis",
    "aggressiveness as the only factor", "alcohol", "almost any part of the body", "answering concerns",
    "antibody-drug conjugate", "antiseizure medicine", "ask about benefits", "ask about risks",
    "ask about side effects", "ask questions", "available treatment", "awareness of sites", "better outcome",
    "better therapy", "biomarker", "biopsy", "blood test", "bone", "bone care", "bone scan",
    "bone-strengthening therapy", "brain", "brain swelling", "breaking away", "calcium-rich food", "careful thought",
    "CDK4/6 inhibitor", "cell preferences", "challenge", "challenging diagnosis", "challenging life",
    "chance of survival", "change in care", "chemotherapy", "chest pain", "circulation", "clinical breast exam",
    "clinical trial", "colonization", "combination of treatments", "companion at visits", "complex process",
    "complication", "context", "control of the cancer", "CT scan", "cure", "delay", "diet", "difficulty of telling",
    "difficulty with daily activities", "disrupting metastasis", "distant recurrence", "distress", "double mastectomy",
    "drug that crosses the blood-brain barrier", "early detection", "early stage", "effect on cognitive function",
    "effect on health", "effect on quality of life", "effect on well-being", "entry into the blood",
    "entry into the lymph system", "exercise", "extent of recurrence", "extent of spread", "extravasation", "fear",
    "feeling overwhelmed", "financial assistance", "fish", "fracture", "frequency", "fruits and vegetables",
    "future treatment", "gene mutation", "goal", "grade", "growth in nearby nodes",
    "guarantee against recurrence or spread", "harder to treat", "having questions", "headache", "healthy lifestyle",
    "healthy weight", "HER2 status", "HER2-low therapy", "hormone receptor status", "hormone therapy", "hydration",
    "imaging", "immune cell", "immune system", "immunotherapy", "individualized treatment", "information for deciding",
    "inherited gene", "internet search", "intravasation", "invasion", "jaundice", "judging a symptom",
    "knowing the signs", "lean protein", "legume", "life expectancy numbers", "lifelong treatment", "listed symptom",
    "liver", "living for many years", "local recurrence", "local recurrence after treatment", "location of spread",
    "long and healthy life", "longer life", "lump", "lymph node biopsy", "lymph node metastasis",
    "lymph node that can be felt", "lymph_node", "mammogram", "meaningful moment", "medical history",
    "medicine or treatment", "memory of the talk", "metastasis", "metastasis after treatment",
    "metastasis at first diagnosis", "modern treatment", "MRI", "need for understanding", "new symptom", "new tumor",
    "note taking", "number of affected nodes", "number of metastases", "number of people affected",
    "one treatment that suits everyone", "other medical condition", "other risk", "ovarian ablation", "overall health",
    "own choice", "palbociclib", "palliative care", "passion project", "peritoneum", "persistent symptom", "PET scan",
    "poorer outlook", "poultry", "preference", "prevention of progression", "previous treatment", "processed food",
    "processed meat", "prompt medical advice", "quality of life", "question about scans", "question about watching",
    "question on double mastectomy", "radiation therapy", "randomness", "range of treatments",
    "recording of the visit", "recurrence", "red meat", "regional recurrence", "regional recurrence after treatment",
    "removal of remaining cells", "replacement of treatment", "resource", "role of lymph nodes", "rushing the choice",
    "saturated fat", "scan interval", "scheduled scan", "second opinion", "seizure", "self-care",
    "sentinel lymph node mapping", "settling", "several steps", "severity of spread", "shared decision",
    "shortness of breath", "size of metastases", "smaller meal", "smoking", "snack", "specialized center",
    "stable disease", "stage", "stage IV", "staying informed", "steroid", "stopping growth", "strategy",
    "stress reduction", "sugary food", "support group", "supportive care", "surviving cells", "survivorship program",
    "symptom", "symptom from compressed organs", "symptom management", "symptom-relief therapy", "targeted therapy",
    "telling the care team", "time for the choice", "trapped cells", "trastuzumab", "travel by blood",
    "travel by lymph", "treatability", "treatment", "treatment planning", "treatment received", "treatment response",
    "tumor microenvironment", "type of breast cancer", "type of cancer", "type of recurrence",
    "tyrosine kinase inhibitor", "understanding progression", "unusual symptom", "use alongside treatment",
    "vaccine-based therapy", "variation in symptoms", "weight-bearing exercise", "whole grain",
    "work with the care team", "X-ray",
)
QUESTIONS = (
    "second-site", "leading-site", "closed-list", "nodes-and-skin", "brain-emphasis", "her2-pace",
    "early-her2-spread", "symptoms-by-site", "bone-pain", "silent-spread", "when-to-call",
    "when-scans", "early-and-advanced", "curability", "outlook", "outlook-factors", "looking-at-numbers",
    "pace-and-risk-factors", "early-stage-aim", "chemotherapy-backbone", "hormone-therapy",
    "trastuzumab-and-pertuzumab", "palbociclib", "her2-low", "immune-treatment", "clinical-trials", "lowering-risk",
    "lifestyle", "diet", "who-decides",
)
RELATIONS = ("agree", "differ", "conflict")
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
