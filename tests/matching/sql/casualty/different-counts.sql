SELECT
  "first"."position" AS "fact_1",
  "second"."position" AS "fact_2"
FROM "casualty" AS "first", "casualty" AS "second"
WHERE
  "first"."part" = "second"."part"
  AND "first"."measure" = "second"."measure"
  AND "first"."subject" = "second"."subject"
  AND "first"."place" = "second"."place"
  AND (
    (
      "first"."time.start" = "second"."time.start"
      AND "first"."time.end" = "second"."time.end"
    )
    OR (
      "first"."time.start" IS NULL AND "second"."time.start" IS NULL
    )
    OR (
      "first"."time.start" IS NULL
      AND "second"."time.anchor" = 'publication'
      AND "second"."time.precision" = 'day'
    )
    OR (
      "second"."time.start" IS NULL
      AND "first"."time.anchor" = 'publication'
      AND "first"."time.precision" = 'day'
    )
  )
  AND (
    "first"."source" IS NULL
    OR "second"."source" IS NULL
    OR "first"."source" = "second"."source"
  )
  AND (
    (
      "first"."sentence" IS NULL
      OR "second"."sentence" IS NULL
      OR "first"."sentence" <> "second"."sentence"
    )
    OR (
      "first"."part" IS NULL
      OR "second"."part" IS NULL
      OR "first"."part" <> "second"."part"
    )
    OR (
      "first"."article" IS NULL
      OR "second"."article" IS NULL
      OR "first"."article" <> "second"."article"
    )
  )
  AND "first"."part_of" IS NULL
  AND "second"."part_of" IS NULL
  AND "first"."further" IS NULL
  AND "second"."further" IS NULL
  AND "first"."partial" IS NULL
  AND "second"."partial" IS NULL
  AND "first"."stance" = 'asserted'
  AND "second"."stance" = 'asserted'
  AND "first"."value.high" > 1000
  AND "second"."value.high" > 1000
  AND (
    (
      "first"."value.low" IS NULL
      OR "second"."value.high" IS NULL
      OR "first"."value.low" <= CAST("second"."value.high" AS DECIMAL(38, 0)) * 10
    )
    OR (
      "first"."value.unit" IS NULL
      OR "second"."value.unit" IS NULL
      OR "first"."value.unit" <> "second"."value.unit"
    )
    OR (
      "first"."value.low" IS NULL OR "first"."value.low" >= 4611686018427387904
    )
    OR (
      "first"."value.low" IS NULL OR "first"."value.low" <= -4611686018427387904
    )
    OR (
      "second"."value.high" IS NULL OR "second"."value.high" >= 4611686018427387904
    )
    OR (
      "second"."value.high" IS NULL OR "second"."value.high" <= -4611686018427387904
    )
  )
  AND (
    (
      "second"."value.low" IS NULL
      OR "first"."value.high" IS NULL
      OR "second"."value.low" <= CAST("first"."value.high" AS DECIMAL(38, 0)) * 10
    )
    OR (
      "second"."value.unit" IS NULL
      OR "first"."value.unit" IS NULL
      OR "second"."value.unit" <> "first"."value.unit"
    )
    OR (
      "second"."value.low" IS NULL OR "second"."value.low" >= 4611686018427387904
    )
    OR (
      "second"."value.low" IS NULL OR "second"."value.low" <= -4611686018427387904
    )
    OR (
      "first"."value.high" IS NULL OR "first"."value.high" >= 4611686018427387904
    )
    OR (
      "first"."value.high" IS NULL OR "first"."value.high" <= -4611686018427387904
    )
  )
  AND "first"."value.unit" = "second"."value.unit"
  AND (
    "first"."value.least" > "second"."value.most"
    OR "second"."value.least" > "first"."value.most"
  )
  AND "first"."position" < "second"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "rest"
    WHERE
      "rest"."sentence" = "first"."sentence"
      AND "rest"."part" = "first"."part"
      AND "rest"."article" = "first"."article"
      AND "rest"."measure" = "first"."measure"
      AND "rest"."part_of" IS NULL
      AND "first"."position" <> "rest"."position"
      AND "second"."position" <> "rest"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "rest"
    WHERE
      "rest"."sentence" = "second"."sentence"
      AND "rest"."part" = "second"."part"
      AND "rest"."article" = "second"."article"
      AND "rest"."measure" = "second"."measure"
      AND "rest"."part_of" IS NULL
      AND "first"."position" <> "rest"."position"
      AND "second"."position" <> "rest"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "more"
    WHERE
      "more"."measure" = "first"."measure"
      AND (
        "more"."article" = "first"."article" OR "more"."article" = "second"."article"
      )
      AND "more"."further" = 'yes'
      AND "first"."position" <> "more"."position"
      AND "second"."position" <> "more"."position"
  )
ORDER BY
  "first"."position",
  "second"."position"
