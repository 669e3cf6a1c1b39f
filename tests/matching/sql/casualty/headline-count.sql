SELECT
  "headline"."position" AS "fact_1",
  "story"."position" AS "fact_2"
FROM "casualty" AS "headline", "casualty" AS "story"
WHERE
  "headline"."part" = 'title'
  AND "story"."part" = 'text'
  AND "headline"."article" = "story"."article"
  AND "headline"."measure" = "story"."measure"
  AND "headline"."subject" = "story"."subject"
  AND (
    "headline"."place" IS NULL
    OR "story"."place" IS NULL
    OR (
      "headline"."place.first" <= "story"."place.last"
      AND "story"."place.first" <= "headline"."place.last"
    )
  )
  AND (
    "story"."time.start" IS NULL
    OR (
      "story"."time.precision" = 'day' AND "story"."time.anchor" = 'publication'
    )
  )
  AND "headline"."part_of" IS NULL
  AND "story"."part_of" IS NULL
  AND "headline"."further" IS NULL
  AND "story"."further" IS NULL
  AND "headline"."partial" IS NULL
  AND "story"."partial" IS NULL
  AND "headline"."stance" = 'asserted'
  AND "story"."stance" = 'asserted'
  AND "story"."value.high" > 1000
  AND (
    (
      "headline"."value.low" IS NULL
      OR "story"."value.high" IS NULL
      OR "headline"."value.low" <= CAST("story"."value.high" AS DECIMAL(38, 0)) * 10
    )
    OR (
      "headline"."value.unit" IS NULL
      OR "story"."value.unit" IS NULL
      OR "headline"."value.unit" <> "story"."value.unit"
    )
    OR (
      "headline"."value.low" IS NULL OR "headline"."value.low" >= 4611686018427387904
    )
    OR (
      "headline"."value.low" IS NULL OR "headline"."value.low" <= -4611686018427387904
    )
    OR (
      "story"."value.high" IS NULL OR "story"."value.high" >= 4611686018427387904
    )
    OR (
      "story"."value.high" IS NULL OR "story"."value.high" <= -4611686018427387904
    )
  )
  AND (
    (
      "story"."value.low" IS NULL
      OR "headline"."value.high" IS NULL
      OR "story"."value.low" <= CAST("headline"."value.high" AS DECIMAL(38, 0)) * 10
    )
    OR (
      "story"."value.unit" IS NULL
      OR "headline"."value.unit" IS NULL
      OR "story"."value.unit" <> "headline"."value.unit"
    )
    OR (
      "story"."value.low" IS NULL OR "story"."value.low" >= 4611686018427387904
    )
    OR (
      "story"."value.low" IS NULL OR "story"."value.low" <= -4611686018427387904
    )
    OR (
      "headline"."value.high" IS NULL OR "headline"."value.high" >= 4611686018427387904
    )
    OR (
      "headline"."value.high" IS NULL
      OR "headline"."value.high" <= -4611686018427387904
    )
  )
  AND "headline"."value.unit" = "story"."value.unit"
  AND (
    "headline"."value.least" > "story"."value.most"
    OR "story"."value.least" > "headline"."value.most"
  )
  AND "headline"."position" <> "story"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "agreeing"
    WHERE
      "agreeing"."part" = 'text'
      AND "agreeing"."article" = "headline"."article"
      AND "agreeing"."measure" = "headline"."measure"
      AND (
        "agreeing"."value.low" IS NULL
        OR "headline"."value.low" IS NULL
        OR (
          "agreeing"."value.unit" = "headline"."value.unit"
          AND "agreeing"."value.least" <= "headline"."value.most"
          AND "headline"."value.least" <= "agreeing"."value.most"
        )
      )
      AND "headline"."position" <> "agreeing"."position"
      AND "story"."position" <> "agreeing"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "rest"
    WHERE
      "rest"."sentence" = "story"."sentence"
      AND "rest"."part" = "story"."part"
      AND "rest"."article" = "story"."article"
      AND "rest"."measure" = "story"."measure"
      AND "rest"."part_of" IS NULL
      AND "headline"."position" <> "rest"."position"
      AND "story"."position" <> "rest"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "more"
    WHERE
      "more"."article" = "headline"."article"
      AND "more"."measure" = "headline"."measure"
      AND "more"."further" = 'yes'
      AND "headline"."position" <> "more"."position"
      AND "story"."position" <> "more"."position"
  )
ORDER BY
  "headline"."position",
  "story"."position"
