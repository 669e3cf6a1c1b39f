SELECT
  "more"."position" AS "fact_1",
  "less"."position" AS "fact_2"
FROM "mention" AS "more", "mention" AS "less"
WHERE
  (
    "more"."article" IS NULL
    OR "less"."article" IS NULL
    OR "more"."article" <> "less"."article"
  )
  AND "more"."sort" = "less"."sort"
  AND (
    "more"."counted" = "less"."counted"
    OR (
      "more"."before" = "less"."before" AND "more"."after" = "less"."after"
    )
  )
  AND (
    (
      "more"."place" IS NULL
      OR "less"."place" IS NULL
      OR (
        "more"."place.first" <= "less"."place.last"
        AND "less"."place.first" <= "more"."place.last"
      )
    )
    OR "more"."place" = "less"."place"
  )
  AND "more"."value.hedge" = 'about'
  AND "less"."value.hedge" = 'about'
  AND "more"."value.high" > 1000000000000000000
  AND "less"."value.high" > 1000000000000000000
  AND "more"."value.low" > CAST("less"."value.low" AS DECIMAL(38, 0)) * 9
  AND "more"."value.unit" = "less"."value.unit"
  AND "more"."value.low" < 4611686018427387904
  AND "more"."value.low" > -4611686018427387904
  AND "less"."value.low" < 4611686018427387904
  AND "less"."value.low" > -4611686018427387904
  AND "more"."position" <> "less"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "agreeing"
    WHERE
      "agreeing"."article" = "less"."article"
      AND "agreeing"."value.low" = "more"."value.low"
      AND "agreeing"."value.high" = "more"."value.high"
      AND "agreeing"."value.unit" = "more"."value.unit"
      AND "more"."position" <> "agreeing"."position"
      AND "less"."position" <> "agreeing"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "own"
    WHERE
      "own"."article" = "more"."article"
      AND "own"."value.low" = "less"."value.low"
      AND "own"."value.high" = "less"."value.high"
      AND "own"."value.unit" = "less"."value.unit"
      AND "more"."position" <> "own"."position"
      AND "less"."position" <> "own"."position"
  )
ORDER BY
  "more"."position",
  "less"."position"
