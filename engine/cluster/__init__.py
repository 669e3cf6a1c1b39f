"""Articles to facts to findings on Spark, for an archive that one machine does not hold.

    found = articles(session, "hdfs:///wire/2022.jsonl")
    extract(found).write.parquet("hdfs:///wire/2022-facts.parquet")
    findings(session.read.parquet("hdfs:///wire/2022-facts.parquet"))

Every frame has a ``position``, which gives the order: articles by the path of their file and by
line or row, facts by article and as they are read. All else follows from each article by itself.
What could not be read is a row of its own, whose ``error`` says why. belie must be installed
where Spark's workers run, each of which loads kinds and rules once.
"""

from __future__ import annotations

from .corpus import check, extract, findings, tables
from .files import articles
from .statements import statements

__all__ = ["articles", "check", "extract", "findings", "statements", "tables"]
