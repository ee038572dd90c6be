"""Scheme aliases of the catalogue that NewsML-G2 items refer to: a qcode may use these without declaring them."""

from __future__ import annotations

CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
"""Address of the catalogue, edition 41: the name of a set of aliases; nothing is ever fetched from there."""

HOUSE = "urn:pressrelease:1:code:"
"""What our own alias `pressrelease` stands for, and what an alias of a house that nobody declared begins with."""

STANDARD_ALIASES: frozenset[str] = frozenset(
    """
    altidrole aoprop app aspfacet aspfacetvalue acdc authoritystatus catinat chprop cinat colsp colin
    ctech cptdefrole cptnoterole crel conf ciprol cwarn ctrol cpnat cpprole drol digsrctype
    dimensionunit ednoterole dummy erol encd entityprop ecirol edconf eocstat eorol eprol eregrol
    fisymtype frmt gen genre hashscope hashtype hopaction hatarget howextr howpr ikos imgregrole
    imgregtype impt isrol irel irep lbtyp lrol loutorient loctyp medtop mtyp medtype nprt nrol ncostat
    nityp nmsig nprod nprov ninat not oito pgrmod plinat prio prodgenre prop prov stat rtype rcalctype
    rel rnd riaspect rightsprop riscope role1 rscaleunit scn sev sig pst1 subj squ timeunit tone tpctyp
    trustindicator urgy useracttype valfmt vcdc videodef ivqu sov why wldreg a1312cat a1312prio
    a1312svc a1312vers bcp47 cusip figi gics isin mic iso3166-1a2 iso3166-1a3 iso3166-2 iso4217a
    iso4217n parasport secst sedol ticker tidm dbpedia freebase geonames geonameshttps googletopicsv1
    googletopicsv2 iabcontent20 iabcontent21 iabcontent22 iabcontent30 iabaudience10 iabadproduct10
    iabadproduct20 mb-artist mb-label mb-recording mb-release mb-releasegroup mb-work plus skos wikidata
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Every alias of that edition."""
