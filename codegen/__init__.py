"""The generator: reads contracts (a WSDL, documented samples, one data file), writes models.

``python -m codegen`` writes ``generated/``, ``python -m codegen --check`` compares. Never part of
the wheel.

One straight line::

    xmltree, documents, schemas      strict reading of every input, before anything else sees it
    wsdl, samples                    what is offered: operations and wires; which sample says what
    datafile                         what neither can say
    reader                           xsdata: schemas and samples to classes
    adjust, naming, layout           the data file's facts, Python names, one module an operation
    filters, render, formatting      xsdata's templates and ours to source text
    package, project                 all files of a package, in memory
    output, lock                     compare with what is on disk, or swap it in
    surface, changes                 what a change means for a caller
"""
