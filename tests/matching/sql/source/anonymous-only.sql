SELECT
  "figure"."position" AS "fact_1",
  "said"."position" AS "fact_2"
FROM "casualty" AS "figure", "quote" AS "said"
WHERE
  "said"."anonymous" = 'yes'
  AND (
    "said"."speaker" = 'source'
    OR "said"."speaker" = 'sources'
    OR "said"."speaker" = 'official'
    OR "said"."speaker" = 'senior official'
    OR "said"."speaker" = 'military official'
    OR "said"."speaker" = 'security official'
    OR "said"."speaker" = 'intelligence official'
    OR "said"."speaker" = 'defense official'
    OR "said"."speaker" = 'diplomat'
    OR "said"."speaker" = 'senior diplomat'
    OR "said"."speaker" = 'security source'
    OR "said"."speaker" = 'security sources'
    OR "said"."speaker" = 'medical source'
    OR "said"."speaker" = 'medical sources'
    OR "said"."speaker" = 'military source'
    OR "said"."speaker" = 'military sources'
    OR "said"."speaker" = 'hospital sources'
    OR "said"."speaker" = 'intelligence sources'
    OR "said"."speaker" = 'people familiar'
    OR "said"."speaker" = 'person familiar'
    OR "said"."speaker" = 'officials familiar'
    OR "said"."speaker" = 'leaked document'
    OR "said"."speaker" = 'leaked documents'
    OR "said"."speaker" = 'leaked report'
    OR "said"."speaker" = 'leaked memo'
    OR "said"."speaker" = 'leaked file'
    OR "said"."speaker" = 'leaked files'
    OR "said"."speaker" = 'leaked papers'
    OR "said"."speaker" = 'anonymous source'
    OR "said"."speaker" = 'anonymous sources'
    OR "said"."speaker" = 'anonymous official'
    OR "said"."speaker" = 'unnamed official'
    OR "said"."speaker" = 'unnamed source'
    OR "said"."speaker" = 'unnamed sources'
  )
  AND "said"."article" = "figure"."article"
  AND "said"."sentence" = "figure"."sentence"
  AND "said"."part" = "figure"."part"
  AND "said"."article" = "figure"."article"
  AND NOT "figure"."source" IS NULL
  AND (
    "said"."speaker" <> 'official' OR "figure"."source" = 'official'
  )
  AND "figure"."part" = 'text'
  AND "said"."part" = 'text'
  AND "figure"."value.high" > 1000
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "sourced"
    WHERE
      "sourced"."article" = "figure"."article"
      AND "sourced"."measure" = "figure"."measure"
      AND (
        (
          "sourced"."sentence" IS NULL
          OR "figure"."sentence" IS NULL
          OR "sourced"."sentence" <> "figure"."sentence"
        )
        OR (
          "sourced"."part" IS NULL
          OR "figure"."part" IS NULL
          OR "sourced"."part" <> "figure"."part"
        )
        OR (
          "sourced"."article" IS NULL
          OR "figure"."article" IS NULL
          OR "sourced"."article" <> "figure"."article"
        )
      )
      AND (
        "sourced"."value.low" IS NULL
        OR "figure"."value.low" IS NULL
        OR (
          "sourced"."value.unit" = "figure"."value.unit"
          AND "sourced"."value.least" <= "figure"."value.most"
          AND "figure"."value.least" <= "sourced"."value.most"
        )
      )
      AND "figure"."position" <> "sourced"."position"
  )
ORDER BY
  "figure"."position",
  "said"."position"
