SELECT
  "dead"."position" AS "fact_1",
  "other"."position" AS "fact_2"
FROM "casualty" AS "dead", "casualty" AS "other"
WHERE
  "dead"."measure" = 'killed'
  AND (
    "other"."measure" = 'casualties' OR "other"."measure" = 'injured'
  )
  AND "dead"."article" = "other"."article"
  AND "dead"."value.low" = "other"."value.low"
  AND "dead"."value.high" = "other"."value.high"
  AND "dead"."value.unit" = "other"."value.unit"
  AND "dead"."subject" = "other"."subject"
  AND (
    "dead"."place" IS NULL
    OR "other"."place" IS NULL
    OR (
      "dead"."place.first" <= "other"."place.last"
      AND "other"."place.first" <= "dead"."place.last"
    )
  )
  AND (
    (
      (
        "dead"."time.start" = "other"."time.start"
        AND "dead"."time.end" = "other"."time.end"
      )
      OR (
        "dead"."time.start" IS NULL
        AND "other"."time.start" IS NULL
        AND (
          "dead"."undated" IS NULL
          OR "other"."undated" IS NULL
          OR (
            "dead"."undated" = "other"."undated" AND "dead"."paragraph" = "other"."paragraph"
          )
          OR "dead"."article" <> "other"."article"
        )
      )
      OR (
        "dead"."time.start" IS NULL
        AND "other"."time.anchor" = 'publication'
        AND "other"."time.precision" = 'day'
      )
      OR (
        "other"."time.start" IS NULL
        AND "dead"."time.anchor" = 'publication'
        AND "dead"."time.precision" = 'day'
      )
    )
    OR (
      "dead"."time.start" < "other"."time.end"
      AND "other"."time.start" < "dead"."time.end"
    )
  )
  AND "dead"."value.high" > 20000
  AND (
    (
      "dead"."sentence" IS NULL
      OR "other"."sentence" IS NULL
      OR "dead"."sentence" <> "other"."sentence"
    )
    OR (
      "dead"."part" IS NULL OR "other"."part" IS NULL OR "dead"."part" <> "other"."part"
    )
    OR (
      "dead"."article" IS NULL
      OR "other"."article" IS NULL
      OR "dead"."article" <> "other"."article"
    )
  )
  AND (
    "dead"."stance" = 'asserted' OR "dead"."stance" = 'claimed'
  )
  AND (
    "other"."stance" = 'asserted' OR "other"."stance" = 'claimed'
  )
  AND "dead"."part_of" IS NULL
  AND "other"."part_of" IS NULL
  AND "dead"."partial" IS NULL
  AND "other"."partial" IS NULL
  AND "dead"."position" <> "other"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "both"
    WHERE
      "both"."article" = "dead"."article"
      AND "both"."measure" = 'killed'
      AND "both"."subject" = "dead"."subject"
      AND "both"."value.unit" = "dead"."value.unit"
      AND (
        "both"."value.least" > "dead"."value.most"
        OR "dead"."value.least" > "both"."value.most"
      )
      AND "dead"."position" <> "both"."position"
      AND "other"."position" <> "both"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "both"
    WHERE
      "both"."article" = "other"."article"
      AND "both"."measure" = "other"."measure"
      AND "both"."subject" = "other"."subject"
      AND "both"."value.unit" = "other"."value.unit"
      AND (
        "both"."value.least" > "other"."value.most"
        OR "other"."value.least" > "both"."value.most"
      )
      AND "dead"."position" <> "both"."position"
      AND "other"."position" <> "both"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "both"
    WHERE
      "both"."article" = "dead"."article"
      AND "both"."sentence" = "dead"."sentence"
      AND "both"."part" = "dead"."part"
      AND "both"."article" = "dead"."article"
      AND "both"."measure" = "other"."measure"
      AND "dead"."position" <> "both"."position"
      AND "other"."position" <> "both"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "both"
    WHERE
      "both"."article" = "other"."article"
      AND "both"."sentence" = "other"."sentence"
      AND "both"."part" = "other"."part"
      AND "both"."article" = "other"."article"
      AND "both"."measure" = 'killed'
      AND "dead"."position" <> "both"."position"
      AND "other"."position" <> "both"."position"
  )
ORDER BY
  "dead"."position",
  "other"."position"
