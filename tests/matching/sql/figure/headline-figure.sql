SELECT
  "headline"."position" AS "fact_1",
  "story"."position" AS "fact_2"
FROM "figure" AS "headline", "figure" AS "story"
WHERE
  "headline"."part" = 'title'
  AND "story"."part" = 'text'
  AND "headline"."article" = "story"."article"
  AND "headline"."counted" = "story"."counted"
  AND (
    "headline"."predicate" IS NULL
    OR "story"."predicate" IS NULL
    OR "headline"."predicate" = "story"."predicate"
  )
  AND (
    "headline"."actor" IS NULL
    OR "story"."actor" IS NULL
    OR "headline"."actor" = "story"."actor"
  )
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
  AND "story"."partitive" IS NULL
  AND "headline"."stance" = 'asserted'
  AND "story"."stance" = 'asserted'
  AND "headline"."value.low" > 1000
  AND "story"."value.low" > 1000
  AND (
    (
      "headline"."value.low" IS NULL
      OR "story"."value.high" IS NULL
      OR "headline"."value.low" <= CAST("story"."value.high" AS DECIMAL(38, 0)) * 4
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
      OR "story"."value.low" <= CAST("headline"."value.high" AS DECIMAL(38, 0)) * 4
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
    FROM "figure" AS "agreeing"
    WHERE
      "agreeing"."part" = 'text'
      AND "agreeing"."article" = "headline"."article"
      AND (
        "agreeing"."value.low" IS NULL
        OR "headline"."value.low" IS NULL
        OR (
          "agreeing"."value.unit" = "headline"."value.unit"
          AND "agreeing"."value.least" <= "headline"."value.most"
          AND "headline"."value.least" <= "agreeing"."value.most"
        )
      )
      AND (
        "agreeing"."counted" = "headline"."counted"
        OR (
          "agreeing"."value.low" = "headline"."value.low"
          AND "agreeing"."value.high" = "headline"."value.high"
          AND "agreeing"."value.unit" = "headline"."value.unit"
        )
      )
      AND "headline"."position" <> "agreeing"."position"
      AND "story"."position" <> "agreeing"."position"
  )
ORDER BY
  "headline"."position",
  "story"."position"
