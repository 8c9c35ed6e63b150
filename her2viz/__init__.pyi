from .catalogue import figure as figure
from .catalogue import figures as figures
from .charts.bars import site_bars as site_bars
from .charts.icons import site_icons as site_icons
from .errors import DataError as DataError
from .errors import UsageError as UsageError
from .exporting import export as export
from .loaders import load_care_facts as load_care_facts
from .loaders import load_disagreements as load_disagreements
from .loaders import load_published_figures as load_published_figures
from .loaders import load_site_mentions as load_site_mentions
from .loaders import load_sites as load_sites
from .loaders import load_sources as load_sources
from .loaders import load_studies as load_studies
from .loaders import load_subtype_facts as load_subtype_facts
from .loaders import load_symptoms as load_symptoms
from .loaders import load_treatments as load_treatments
from .loaders import tables as tables
from .teaching_figure import TeachingFigure as TeachingFigure

__version__: str
